import { DeskIcon } from '@linli/ui/desk';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { DeskQuery, SessionCountsFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { DataTable } from '../../kit/data-table';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useHotkeys } from '../../kit/keys';
import { Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { useArrivalColumns } from './arrival-columns';
import { type Arrival, matches, type View, viewsOf } from './arrivals';
import { checkInOpens } from './option-words';
import type { CheckingIn } from './use-check-in';

interface ArrivalsPanelProps {
  readonly desk: DeskQuery['desk'];
  readonly now: Date;
  readonly find: string;
  readonly onFind: (text: string) => void;
  readonly checkIn: CheckingIn;
  readonly onShow: (arrival: Arrival) => void;
}

/** The row that the keys act on: it stays at its place when the one there has been checked in. */
function useSelection(rows: readonly Arrival[]) {
  const [id, setId] = useState<string>();
  const at = useRef(0);
  const found = rows.findIndex((row) => row.id === id);
  const index = found >= 0 ? found : Math.min(at.current, rows.length - 1);
  useEffect(() => {
    at.current = Math.max(0, index);
  }, [index]);
  const current = rows[index];
  const move = (step: number) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, index + step))];
    if (!next) return;
    setId(next.id);
    document.querySelector<HTMLElement>(`[data-row="${next.id}"]`)?.focus();
  };
  return { current, select: (row: Arrival) => setId(row.id), move };
}

// A button or a field keeps the keys that it understands itself.
const isFree = ({ target }: KeyboardEvent): boolean =>
  !(target instanceof Element && target.closest('input, button, a, select, textarea, [role="menu"]'));

export function ArrivalsPanel(props: ArrivalsPanelProps): ReactElement {
  const { desk, now, find, onFind, checkIn, onShow } = props;
  const words = useWords();
  const { t } = words;
  const opens = checkInOpens(words, desk.day, dayOf(now));
  const [session, setSession] = useFilter('session', '');
  const [view, setView] = useFilter<View>('view', 'due');
  const views = viewsOf(desk.arrivals, now, session || undefined);
  const looking = find.trim().length > 0;
  const rows = (looking ? views.all : views[view]).filter((arrival) => matches(arrival, find));
  const selection = useSelection(rows);
  const columns = useArrivalColumns({ now, checkIn, onShow, selectedId: selection.current?.id });
  useHotkeys({
    ArrowDown: (event) => isFree(event) && selection.move(1),
    ArrowUp: (event) => isFree(event) && selection.move(-1),
    Enter: (event) => {
      const row = selection.current;
      if (!isFree(event) || !row?.viewerCan.includes('CHECK_IN')) return false;
      void checkIn.checkIn(row);
      return true;
    },
    z: () => (checkIn.last ? void checkIn.undo() : false),
  });
  const tab = (key: View) => ({
    key,
    label: t(`console.desk.view.${key}`),
    count: views[key].length,
    late: key === 'late',
  });
  const shown: View[] = [
    'due',
    'late',
    'here',
    'all',
    ...(views.cancelled.length ? (['cancelled'] as const) : []),
  ];
  return (
    <section className="panel arrv" aria-label={t('console.desk.arrivals')}>
      <div className="ph">
        <Tabs label={t('console.desk.views')} tabs={shown.map(tab)} current={view} onChange={setView} />
        {session && (
          <Button small icon="x" onClick={() => setSession('')}>
            {t('console.desk.allSessions')}
          </Button>
        )}
        <ToWaitlist session={desk.sessions.find(({ id }) => id === session)} />
        {opens ? (
          <span className="r m">{opens}</span>
        ) : (
          <span className="r m nw" aria-hidden="true">
            <kbd>↑</kbd> <kbd>↓</kbd> {t('console.desk.keySelect')} <kbd>Enter</kbd>{' '}
            {t('BookingMove.CHECK_IN')}
          </span>
        )}
      </div>
      <div className="scr" tabIndex={-1}>
        <DataTable
          label={t('console.desk.arrivals')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowClass={(row) => rowClass(row, views)}
          selected={selection.current?.id}
          onSelect={selection.select}
          empty={<NoArrivals find={find} view={view} onFind={onFind} />}
        />
      </div>
      <UndoBar checkIn={checkIn} />
    </section>
  );
}

/** A full session opens into its line. */
function ToWaitlist({
  session,
}: {
  readonly session: SessionCountsFragment | undefined;
}): ReactElement | null {
  const { t } = useWords();
  if (!session || (session.waiting === 0 && (session.placesLeft > 0 || !session.service.policy.waitlist)))
    return null;
  return (
    <Link className="b1 b1--s" to={`/waitlists?view=all&day=${session.day}&session=${session.id}`}>
      <DeskIcon name="list-ordered" />
      {session.waiting > 0
        ? t('console.waitlist.open', { count: session.waiting })
        : t('console.waitlist.openNone')}
    </Link>
  );
}

const rowClass = (row: Arrival, views: ReturnType<typeof viewsOf>): string =>
  views.late.includes(row) ? 'late' : views.here.includes(row) ? 'done' : '';

function NoArrivals({
  find,
  view,
  onFind,
}: {
  find: string;
  view: View;
  onFind: (text: string) => void;
}): ReactElement {
  const { t } = useWords();
  if (find.trim())
    return (
      <Nothing
        icon="list-filter"
        title={t('console.desk.noMatch', { text: find.trim() })}
        action={<Button onClick={() => onFind('')}>{t('console.filter.clear')}</Button>}
      >
        {t('console.desk.noMatchWhy')}
      </Nothing>
    );
  return (
    <Nothing icon="utensils" title={t(`console.desk.none.${view}`)}>
      {t('console.desk.noneWhy')}
    </Nothing>
  );
}

function UndoBar({ checkIn }: { readonly checkIn: CheckingIn }): ReactElement {
  const { t, format } = useWords();
  const { last, undo } = checkIn;
  return (
    <div role="status">
      {last && (
        <p className="undo">
          <DeskIcon name="circle-check" />
          <span>
            <b>{last.beneficiary.name}</b>{' '}
            {t('console.desk.checkedIn', {
              time: last.checkedInAt ? format.time(last.checkedInAt) : '',
              ticket: last.ticketNumber,
            })}
          </span>
          <Button kind="text" small keys="Z" onClick={() => void undo()}>
            {t('console.desk.undo')}
          </Button>
        </p>
      )}
    </div>
  );
}
