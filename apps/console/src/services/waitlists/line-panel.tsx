import { useNow } from '@linli/client';
import { useLive } from '@linli/client/live';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import {
  CentreNewsDocument,
  type InLineFragment,
  type SessionCountsFragment,
  WaitlistDocument,
} from '../../gql/graphql';
import { Button } from '../../kit/button';
import { DataTable } from '../../kit/data-table';
import { useRead } from '../../kit/fresh';
import { useMore } from '../../kit/more';
import { Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { Failed, Loading, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { BookingDrawer } from '../desk/booking-drawer';
import { CancelDialog } from '../desk/cancel-dialog';
import { useCheckIn } from '../desk/use-check-in';
import { sessionName } from '../desk/words-of';
import { JoinDrawer } from './join-drawer';
import { useLineColumns, useOffer } from './line-columns';
import { isPastOffers, whyNobody } from './lines';

interface LinePanelProps {
  readonly sessionId: string;
  readonly onChanged: () => void;
}

/** One session's line: who is offered a place and until when, and who comes after them. */
export function LinePanel({ sessionId, onChanged }: LinePanelProps): ReactElement {
  const { t } = useWords();
  const read = useRead(WaitlistDocument, { sessionId });
  const centreId = read.data?.session.centreId;
  useLive(CentreNewsDocument, { centreId: centreId ?? '', after: null }, read.again, { skip: !centreId });
  const again = () => {
    read.again();
    onChanged();
  };
  if (!read.data)
    return (
      <Panel title={t('console.waitlist.line')}>
        {read.error ? <Failed error={read.error} again={read.again} /> : <Loading rows={4} />}
      </Panel>
    );
  return <Line session={read.data.session} line={read.data.waitlist} again={again} />;
}

interface LineProps {
  readonly session: SessionCountsFragment;
  readonly line: readonly InLineFragment[];
  readonly again: () => void;
}

function Line({ session, line, again }: LineProps): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const now = useNow(15_000);
  const books = useMay('BOOK_AT_COUNTER');
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<InLineFragment>();
  const [leaving, setLeaving] = useState<InLineFragment>();
  const checkIn = useCheckIn(again);
  const offer = useOffer(again);
  const columns = useLineColumns({ offer, onShow: setShown, onLeave: setLeaving });
  const [rows, more] = useMore(line);
  const why = whyNobody(session, now);
  const add = books && why === 'waits' && (
    <Button small kind="primary" icon="plus" onClick={() => setAdding(true)}>
      {t('console.waitlist.add')}
    </Button>
  );
  return (
    <Panel
      title={`${format.relativeDay(session.day, now)} ${sessionName(words, session)}`}
      note={t('console.waitlist.figures', {
        taken: session.taken,
        capacity: session.capacity,
        waiting: session.waiting,
      })}
      side={add}
    >
      <p className="pb m">
        {isPastOffers(session, now)
          ? t('console.waitlist.closed')
          : t('console.waitlist.until', { time: format.dateTime(session.closesAt) })}
      </p>
      {offer.message && (
        <div className="pb">
          <Problem message={offer.message} />
        </div>
      )}
      <div className="tbx">
        <DataTable
          wrap
          label={t('console.waitlist.line')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<NobodyWaits session={session} now={now} />}
        />
      </div>
      {more}
      <BookingDrawer
        booking={line.find(({ id }) => id === shown?.id)}
        checkIn={checkIn}
        onClose={() => setShown(undefined)}
        onChanged={again}
      />
      {leaving && (
        <CancelDialog
          booking={leaving}
          onClose={() => setLeaving(undefined)}
          onDone={() => {
            setLeaving(undefined);
            again();
          }}
        />
      )}
      {adding && <JoinDrawer session={session} onClose={() => setAdding(false)} onDone={again} />}
    </Panel>
  );
}

function NobodyWaits({ session, now }: { readonly session: SessionCountsFragment; readonly now: Date }) {
  const { t } = useWords();
  const why = {
    waits: 'console.waitlist.emptyWhy',
    none: 'console.waitlist.emptyNone',
    closed: 'console.waitlist.emptyClosed',
    free: 'console.waitlist.emptyFree',
  } as const;
  return (
    <Nothing icon="list-ordered" title={t('console.waitlist.empty')}>
      {t(why[whyNobody(session, now)], { count: session.placesLeft })}
    </Nothing>
  );
}
