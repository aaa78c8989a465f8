import { useNow } from '@linli/client';
import { useLive } from '@linli/client/live';
import type { ReactElement } from 'react';
import { CentreNewsDocument, type SessionCountsFragment, SessionsWithLinesDocument } from '../../gql/graphql';
import { type Column, column, DataTable } from '../../kit/data-table';
import { DayPicker } from '../../kit/day-picker';
import { addDays, dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { useMore } from '../../kit/more';
import { Page, Panel } from '../../kit/page';
import { Loaded, Loading, Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { useCentres } from '../../layout/centres';
import { sessionName } from '../desk/words-of';
import { LinePanel } from './line-panel';
import { LINE_DAYS, linesOf, type LineView, lineViews } from './lines';

/** 候補名單: which sessions are full, who waits for a place of them, and in which order. */
export default function WaitlistsPage(): ReactElement {
  const { t } = useWords();
  const { read, current } = useCentres();
  if (current) return <WaitlistsOf key={current.id} centreId={current.id} />;
  if (read.loading) return <Loading />;
  return (
    <Nothing icon="store" title={t('console.centre.none')}>
      {t('console.centre.noneWhy')}
    </Nothing>
  );
}

function WaitlistsOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t } = useWords();
  const now = useNow(15_000);
  const today = dayOf(now);
  const [day, setDay] = useFilter('day', '');
  const [view, setView] = useFilter<LineView>('view', 'waiting');
  const [sessionId, choose] = useFilter('session', '');
  const range = { from: day || today, to: day || addDays(today, LINE_DAYS - 1) };
  const read = useRead(SessionsWithLinesDocument, { centreId, ...range });
  useLive(CentreNewsDocument, { centreId, after: null }, read.again);
  const lines = linesOf(read.data?.sessions ?? [], now);
  const rows = lines[view];
  const chosen = sessionId || rows[0]?.id;
  return (
    <Page
      title={t('console.menu.waitlists')}
      about={
        <div className="row">
          <DayPicker
            label={t('console.waitlist.day')}
            value={day}
            min={today}
            clearable
            placeholder={t('console.waitlist.fortnight')}
            onChange={setDay}
          />
        </div>
      }
      actions={
        <Tabs
          label={t('console.waitlist.views')}
          tabs={lineViews.map((key) => ({
            key,
            label: t(`console.waitlist.view.${key}`),
            count: read.data ? lines[key].length : undefined,
          }))}
          current={view}
          onChange={setView}
        />
      }
    >
      <div className="g-line">
        <Panel>
          <Loaded read={read} rows={6}>
            {() => <Sessions rows={rows} view={view} chosen={chosen} now={now} onChoose={choose} />}
          </Loaded>
        </Panel>
        {chosen ? (
          <LinePanel key={chosen} sessionId={chosen} onChanged={read.again} />
        ) : (
          read.data && (
            <Panel>
              <Nothing icon="list-ordered" title={t('console.waitlist.choose')} />
            </Panel>
          )
        )}
      </div>
    </Page>
  );
}

interface SessionsProps {
  readonly rows: readonly SessionCountsFragment[];
  readonly view: LineView;
  readonly chosen: string | undefined;
  readonly now: Date;
  readonly onChoose: (sessionId: string) => void;
}

function Sessions({ rows, view, chosen, now, onChoose }: SessionsProps): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const [shown, more] = useMore(rows);
  const columns: Column<SessionCountsFragment>[] = [
    column('session', t('console.waitlist.column.session'), (session) => (
      <>
        <button
          type="button"
          className="lk"
          aria-current={session.id === chosen || undefined}
          onClick={() => onChoose(session.id)}
        >
          {sessionName(words, session)}
        </button>{' '}
        <small className="m">{format.relativeDay(session.day, now)}</small>
      </>
    )),
    column(
      'places',
      t('console.waitlist.column.places'),
      ({ taken, capacity }) => `${String(taken)} / ${String(capacity)}`,
      { number: true },
    ),
    column('waiting', t('console.waitlist.column.waiting'), ({ waiting }) => waiting, { number: true }),
  ];
  return (
    <>
      <DataTable
        label={t('console.waitlist.sessions')}
        rows={shown}
        rowKey={({ id }) => id}
        rowClass={({ id }) => (id === chosen ? 'sel' : '')}
        columns={columns}
        empty={
          <Nothing icon="list-ordered" title={t(`console.waitlist.none.${view}`)}>
            {t(view === 'all' ? 'console.waitlist.noneAllWhy' : 'console.waitlist.noneWhy')}
          </Nothing>
        }
      />
      {more}
    </>
  );
}
