import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { ClosedDayBookingsDocument, type ClosedBookingFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { DayPicker } from '../../kit/day-picker';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { useHotkeys } from '../../kit/keys';
import { useMore } from '../../kit/more';
import { Page, Panel } from '../../kit/page';
import { Loading, Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { useCentres } from '../../layout/centres';
import { Flags } from '../desk/arrival-columns';
import { sessionName } from '../desk/words-of';
import { CallDrawer, Reach } from './call-drawer';
import { CallSheet } from './call-sheet';
import { callsOf, type CallView, callViews, nextToCall, useTold } from './calls';

/** 閉館致電名單: whose booking a closed day took, and whom nobody has told but a person. */
export default function CallsPage(): ReactElement {
  const { t } = useWords();
  const { read, current } = useCentres();
  if (current) return <CallsOf key={current.id} centre={current} />;
  if (read.loading) return <Loading />;
  return (
    <Nothing icon="store" title={t('console.centre.none')}>
      {t('console.centre.noneWhy')}
    </Nothing>
  );
}

function CallsOf({
  centre,
}: {
  readonly centre: { readonly id: string; readonly name: string };
}): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const [day, setDay] = useFilter('day', today);
  const [view] = useFilter<CallView>('view', 'open');
  const read = useRead(ClosedDayBookingsDocument, { centreId: centre.id, day });
  const [told, mark] = useTold(centre.id, day);
  const [shownId, setShown] = useState<string>();
  const all = read.data?.closedDayBookings;
  const calls = callsOf(all ?? [], told);
  const [rows, more] = useMore(calls[view]);
  const shown = all?.find(({ booking }) => booking.id === shownId);
  const next = shown && nextToCall(calls.open, shown.booking.id);
  const columns = useCallColumns(told, setShown);
  useHotkeys({ p: () => window.print() });
  const tick = (isTold: boolean) => {
    if (!shown) return;
    mark(shown.booking.id, isTold);
    if (isTold) setShown(next?.booking.id);
  };
  const must = (all ?? []).filter(({ mustCall }) => mustCall);
  return (
    <Page
      title={t('console.calls.title')}
      className="page--desk"
      about={
        <div className="row">
          <DayPicker label={t('console.calls.day')} value={day} onChange={(to) => to && setDay(to)} />
        </div>
      }
      actions={
        <>
          <Views calls={all && calls} />
          <Button icon="printer" keys="P" onClick={() => window.print()}>
            {t('console.calls.print')}
          </Button>
        </>
      }
    >
      <Panel
        title={t(`console.calls.view.${view}`)}
        note={
          must.length > 0 &&
          `${t('console.calls.progress', { all: must.length, done: must.length - calls.open.length })}${t('console.comma')}${t('console.calls.kept')}`
        }
      >
        <div className="tbx">
          <DataTable
            wrap
            label={t(`console.calls.view.${view}`)}
            columns={columns}
            rows={all && rows}
            read={read}
            rowKey={({ booking }) => booking.id}
            rowClass={({ booking }) => (told.includes(booking.id) ? 'done' : '')}
            empty={
              <Nothing icon="phone" title={t(`console.calls.none.${view}`)}>
                {t('console.calls.noneWhy')}
              </Nothing>
            }
          />
        </div>
        {more}
      </Panel>
      {all && <CallSheet centre={centre.name} day={day} calls={must} told={told} />}
      {shown && (
        <CallDrawer
          closed={shown}
          isTold={told.includes(shown.booking.id)}
          hasNext={next !== undefined}
          onTold={tick}
          onRebooked={() => {
            mark(shown.booking.id, true);
            setShown(undefined);
            read.again();
          }}
          onClose={() => setShown(undefined)}
        />
      )}
    </Page>
  );
}

function Views({ calls }: { readonly calls: ReturnType<typeof callsOf> | undefined }): ReactElement {
  const { t } = useWords();
  const [view, setView] = useFilter<CallView>('view', 'open');
  return (
    <Tabs
      label={t('console.calls.views')}
      tabs={callViews.map((key) => ({
        ...{ key, label: t(`console.calls.view.${key}`), late: key === 'open' },
        count: calls?.[key].length,
      }))}
      current={view}
      onChange={setView}
    />
  );
}

function useCallColumns(
  told: readonly string[],
  onShow: (id: string) => void,
): Column<ClosedBookingFragment>[] {
  const words = useWords();
  const { t, format } = words;
  return [
    column('name', t('console.calls.column.name'), ({ booking: { id, beneficiary } }) => (
      <>
        <span className="nw">
          <button type="button" className="lk" onClick={() => onShow(id)}>
            <b>{beneficiary.name}</b>
          </button>{' '}
          <span className="m">{beneficiary.age}</span>
        </span>
        <Flags person={beneficiary} />
      </>
    )),
    column('phone', t('console.calls.column.phone'), ({ booking }) => <Reach person={booking.beneficiary} />),
    column('lost', t('console.calls.column.lost'), ({ booking: { session } }) => sessionName(words, session)),
    column('instead', t('console.calls.column.instead'), ({ instead: [first] }) =>
      first ? (
        t('console.closed.instead', { when: format.dateTime(first.startsAt), count: first.placesLeft })
      ) : (
        <span className="m">{t('console.calls.noInstead')}</span>
      ),
    ),
    column('state', t('console.calls.column.state'), (call) => <CallState call={call} told={told} />),
  ];
}

function CallState({
  call: { booking, mustCall },
  told,
}: {
  readonly call: ClosedBookingFragment;
  readonly told: readonly string[];
}): ReactElement {
  const { t } = useWords();
  if (told.includes(booking.id))
    return (
      <Status tone="ok" icon="circle-check">
        {t('console.calls.called')}
      </Status>
    );
  if (mustCall)
    return (
      <Status tone="warn" icon="phone">
        {t('console.calls.must')}
      </Status>
    );
  return (
    <Status tone="mute" icon="message-square-text">
      {t('console.calls.sent')}
    </Status>
  );
}
