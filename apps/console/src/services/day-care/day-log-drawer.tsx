import '../../styles/day-care.css';
import { useNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { type ArrivalFragment, DayLogDocument } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { Drawer } from '../../kit/overlays';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { CounterForm } from './counter-form';
import type { Entry } from './day-log';
import { DayLogPaper } from './day-log-paper';
import { DayLogTable } from './day-log-table';
import { EntryForm } from './entry-form';

interface DayLogDrawerProps {
  readonly booking: ArrivalFragment;
  readonly onClose: () => void;
}

type Doing = Entry['kind'] | { readonly counter: Entry };

/** What somebody ate and was given on this day; what is wrong is taken back and written again. */
export default function DayLogDrawer({ booking, onClose }: DayLogDrawerProps): ReactElement {
  const { t, format } = useWords();
  const { session, beneficiary } = booking;
  const read = useRead(DayLogDocument, { bookingId: booking.id, centreId: session.centreId });
  const isToday = session.day === dayOf(useNow(60_000));
  const [doing, setDoing] = useState<Doing>();
  const end = {
    onClose: () => setDoing(undefined),
    onDone: () => {
      setDoing(undefined);
      read.again();
    },
  };
  if (doing && typeof doing === 'object') return <CounterForm entry={doing.counter} {...end} />;
  if (doing) return <EntryForm booking={booking} kind={doing} {...end} />;
  const data = read.data;
  const entries = data?.dayLog.entries ?? [];
  return (
    <Drawer
      open
      wide
      onClose={onClose}
      title={t('console.log.of', { name: beneficiary.name })}
      footer={
        <div className="acts">
          <Button icon="printer" disabled={entries.length === 0} onClick={() => window.print()}>
            {t('console.log.print')}
          </Button>
          <Button icon="plus" onClick={() => setDoing('MEDICINE')}>
            {t('console.log.medicine')}
          </Button>
          <Button kind="primary" icon="plus" onClick={() => setDoing('MEAL')}>
            {t('console.log.meal')}
          </Button>
        </div>
      }
    >
      <div className="stack">
        <p className="m">
          {format.day(session.day)} {session.title}
        </p>
        <p className="note note--info">{t('console.log.lead')}</p>
        <Loaded read={read}>
          {() =>
            entries.length === 0 ? (
              <Nothing icon="clipboard-check" title={t(isToday ? 'console.log.none' : 'console.log.noneOf')}>
                {t('console.log.noneWhy')}
              </Nothing>
            ) : (
              <DayLogTable entries={entries} onCounter={(counter) => setDoing({ counter })} />
            )
          }
        </Loaded>
      </div>
      {data && entries.length > 0 && <DayLogPaper {...{ booking, entries }} centre={data.centre} />}
    </Drawer>
  );
}
