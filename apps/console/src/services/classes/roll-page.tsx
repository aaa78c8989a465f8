import { useLive } from '@linli/client/live';
import { type ReactElement, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../../access/viewer';
import { CentreNewsDocument, SeriesRollDocument } from '../../gql/graphql';
import { Button, IconButton } from '../../kit/button';
import { useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { BookingDrawer } from '../desk/booking-drawer';
import { useCheckIn } from '../desk/use-check-in';
import { SeveralDrawer } from '../several/several-drawer';
import { useClassWords } from './class-words';
import { CloseClassDialog } from './close-class-dialog';
import { JoinUntilDialog } from './join-until-dialog';
import { LeaveClassDialog } from './leave-class-dialog';
import { MakeUpDrawer } from './make-up-drawer';
import { type Entry, type Member, membersOf, type Roll } from './roll';
import { RollTable } from './roll-table';

/** 點名冊 Who is in a class and who came, date by date. */
export default function RollPage(): ReactElement {
  const { t } = useWords();
  const { seriesId = '' } = useParams();
  const read = useRead(SeriesRollDocument, { id: seriesId });
  const first = useRef<string>(undefined);
  const roll = read.data?.seriesRoll;
  first.current ??= roll?.cursor;
  const centreId = roll?.dates[0]?.centreId ?? '';
  useLive(CentreNewsDocument, { centreId, after: first.current ?? null }, read.again, {
    skip: first.current === undefined || centreId === '',
  });
  if (roll) return <RollOf key={roll.series.id} {...{ roll, centreId }} again={read.again} />;
  return (
    <Page title={t('console.classes.roll')}>
      <Loaded read={read} rows={8}>
        {() => null}
      </Loaded>
    </Page>
  );
}

interface RollOfProps {
  readonly roll: Roll;
  readonly centreId: string;
  readonly again: () => void;
}

type Asked = 'close' | 'join' | 'until' | { readonly leave: Member } | { readonly makeUp: Member };

function RollOf({ roll, centreId, again }: RollOfProps): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const words = useClassWords();
  const [shown, setShown] = useState<Entry>();
  const [asked, ask] = useState<Asked>();
  const checkIn = useCheckIn(again);
  const manages = useMay('MANAGE_SERVICES');
  const books = useMay('BOOK_AT_COUNTER');
  const { series, dates } = roll;
  const members = membersOf(roll);
  const service = dates[0]?.service;
  const goesOn = !series.closedAt && words.left(series).length > 0;
  return (
    <Page
      title={t('console.classes.of', { service: service?.name ?? '', name: series.name })}
      back={
        <IconButton icon="arrow-left" label={t('common.back')} onClick={() => void navigate('/classes')} />
      }
      about={<p>{words.meets(series)}</p>}
      actions={
        goesOn && (
          <>
            {manages && <Button onClick={() => ask('close')}>{t('console.classes.close')}</Button>}
            {manages && <Button onClick={() => ask('until')}>{t('console.classes.joinUntilAct')}</Button>}
            {books && (
              <Button kind="primary" icon="user-plus" onClick={() => ask('join')}>
                {t('console.classes.join')}
              </Button>
            )}
          </>
        )
      }
    >
      <Panel
        title={t('console.classes.roll')}
        note={[
          t('console.classes.leftOf', { left: words.left(series).length, times: series.times }),
          t('console.classes.takenOf', { taken: words.taken(series), capacity: series.capacity }),
          words.joining(series),
        ].join(t('console.comma'))}
      >
        {members.length === 0 ? (
          <Nothing icon="users" title={t('console.classes.nobody')}>
            {t('console.classes.nobodyWhy')}
          </Nothing>
        ) : (
          <RollTable
            {...{ roll, members, checkIn }}
            onShow={setShown}
            onLeave={(member) => ask({ leave: member })}
            onMakeUp={(member) => ask({ makeUp: member })}
            mayBook={books && !series.closedAt}
          />
        )}
      </Panel>
      <Asking
        {...{ asked, roll, centreId }}
        onClose={() => ask(undefined)}
        onDone={() => {
          ask(undefined);
          again();
        }}
      />
      <BookingDrawer
        booking={roll.bookings.find(({ id }) => id === shown?.id) ?? shown}
        checkIn={checkIn}
        onClose={() => setShown(undefined)}
        onChanged={again}
      />
    </Page>
  );
}

interface AskingProps {
  readonly asked: Asked | undefined;
  readonly roll: Roll;
  readonly centreId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Asking({ asked, roll, centreId, onClose, onDone }: AskingProps): ReactElement | null {
  const end = { onClose, onDone };
  const service = roll.dates[0]?.service;
  if (!asked || !service) return null;
  if (asked === 'close') return <CloseClassDialog roll={roll} {...end} />;
  if (asked === 'until') return <JoinUntilDialog series={roll.series} {...end} />;
  if (asked === 'join')
    return (
      <SeveralDrawer
        {...{ centreId, ...end }}
        mode="COUNTER"
        of={{ serviceId: service.id, seriesId: roll.series.id }}
      />
    );
  if ('leave' in asked) return <LeaveClassDialog member={asked.leave} roll={roll} {...end} />;
  return <MakeUpDrawer member={asked.makeUp} {...{ centreId, service }} {...end} />;
}
