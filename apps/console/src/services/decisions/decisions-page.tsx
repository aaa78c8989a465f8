import { useNow } from '@linli/client';
import { useLive } from '@linli/client/live';
import { type ReactElement, useState } from 'react';
import {
  CentreNewsDocument,
  OpenAppealsDocument,
  OpenRequestsDocument,
  type ToDecideFragment,
} from '../../gql/graphql';
import { DataTable } from '../../kit/data-table';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { useMore } from '../../kit/more';
import { Page, Panel } from '../../kit/page';
import { Loading, Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { useCentres } from '../../layout/centres';
import { BookingDrawer } from '../desk/booking-drawer';
import { useCheckIn } from '../desk/use-check-in';
import { type Asked, askedAlone, askedTogether } from './asked';
import { DecideDialog } from './decide-dialog';
import { useDecisionColumns, type View } from './decision-columns';
import type { Decision } from './decisions';

/** 審批與申訴: bookings that want a decision, and no-shows that somebody says are none. */
export default function DecisionsPage(): ReactElement {
  const { t } = useWords();
  const { read, current } = useCentres();
  if (current) return <DecisionsOf key={current.id} centreId={current.id} />;
  if (read.loading) return <Loading />;
  return (
    <Nothing icon="store" title={t('console.centre.none')}>
      {t('console.centre.noneWhy')}
    </Nothing>
  );
}

function DecisionsOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t } = useWords();
  const now = useNow(15_000);
  const [view, setView] = useFilter<View>('view', 'requests');
  const requests = useRead(OpenRequestsDocument, { centreId });
  const appeals = useRead(OpenAppealsDocument, { centreId });
  const again = () => {
    requests.again();
    appeals.again();
  };
  useLive(CentreNewsDocument, { centreId, after: null }, again);
  const [deciding, setDeciding] = useState<{ asked: Asked; decision: Decision }>();
  const [shown, setShown] = useState<ToDecideFragment>();
  const checkIn = useCheckIn(again);
  const read = view === 'requests' ? requests : appeals;
  const all = view === 'requests' ? requests.data?.openRequests : appeals.data?.openAppeals;
  const waiting = askedTogether(requests.data?.openRequests ?? []);
  const [rows, more] = useMore(view === 'requests' ? waiting : askedAlone(all ?? []));
  const onDecide = (asked: Asked, decision: Decision) => setDeciding({ asked, decision });
  const columns = useDecisionColumns({ view, now, onShow: setShown, onDecide });
  return (
    <Page
      title={t('console.menu.decisions')}
      actions={
        <Tabs
          label={t('console.decisions.views')}
          tabs={[
            {
              key: 'requests',
              label: t('console.decisions.view.requests'),
              count: requests.data && waiting.length,
              late: true,
            },
            {
              key: 'appeals',
              label: t('console.decisions.view.appeals'),
              count: appeals.data?.openAppeals.length,
            },
          ]}
          current={view}
          onChange={setView}
        />
      }
    >
      <Panel>
        <div className="tbx">
          <DataTable
            wrap
            label={t(`console.decisions.view.${view}`)}
            columns={columns}
            rows={all && rows}
            read={read}
            rowKey={({ key }) => key}
            empty={
              <Nothing icon="clipboard-check" title={t(`console.decisions.none.${view}`)}>
                {t(`console.decisions.noneWhy.${view}`)}
              </Nothing>
            }
          />
        </div>
        {more}
      </Panel>
      <BookingDrawer
        booking={all?.find(({ id }) => id === shown?.id)}
        checkIn={checkIn}
        onClose={() => setShown(undefined)}
        onChanged={again}
      />
      {deciding && (
        <DecideDialog
          {...deciding}
          onClose={() => setDeciding(undefined)}
          onDone={() => {
            setDeciding(undefined);
            again();
          }}
        />
      )}
    </Page>
  );
}
