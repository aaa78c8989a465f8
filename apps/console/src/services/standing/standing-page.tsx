import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { CentreStandingOrdersDocument, type StandingLineFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { useFilter } from '../../kit/filters';
import { Page } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { OfCentre } from '../of-centre';
import { OrderDrawer } from './order-drawer';
import { OrderForm } from './order-form';
import { ORDER_TONES, useStandingWords } from './standing-words';

const PAGE = 50;

/** 長期預約 The weekly wishes of a centre's people: seen, set up by phone or at the counter, paused and ended. */
export default function StandingPage(): ReactElement {
  return <OfCentre>{({ id }) => <StandingOf key={id} centreId={id} />}</OfCentre>;
}

type View = 'standing' | 'ended';
const VIEWS: readonly View[] = ['standing', 'ended'];

function StandingOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t } = useWords();
  const [view, setView] = useFilter<View>('view', 'standing');
  const [shown, setShown] = useState<string>();
  const [making, setMaking] = useState(false);
  const pages = usePages(
    CentreStandingOrdersDocument,
    { centreId, ended: view === 'ended', first: PAGE, after: null },
    ({ centreStandingOrders: { edges, pageInfo } }) => ({
      rows: edges.map(({ node }) => node),
      end: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    }),
  );
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setMaking(true)}>
      {t('console.standing.add')}
    </Button>
  );
  return (
    <Page title={t('console.menu.standing')} actions={add}>
      <p className="m">{t('console.standing.about')}</p>
      <section className="panel" aria-label={t('console.menu.standing')}>
        <div className="ph">
          <Tabs
            label={t('console.standing.views')}
            tabs={VIEWS.map((key) => ({ key, label: t(`console.standing.view.${key}`) }))}
            current={view}
            onChange={setView}
          />
        </div>
        <DataTable
          wrap
          label={t(`console.standing.view.${view}`)}
          rows={pages.rows}
          read={pages.read}
          rowKey={({ id }) => id}
          columns={useColumns(setShown)}
          empty={
            <Nothing icon="repeat" title={t(`console.standing.none.${view}`)}>
              {t('console.standing.noneWhy')}
            </Nothing>
          }
        />
        {pages.more && (
          <div className="pager">
            <Button busy={pages.loading} onClick={() => void pages.more?.()}>
              {t('common.more')}
            </Button>
          </div>
        )}
      </section>
      {shown && <OrderDrawer id={shown} onClose={() => setShown(undefined)} onChanged={pages.again} />}
      {making && (
        <OrderForm
          centreId={centreId}
          onClose={() => setMaking(false)}
          onDone={() => {
            setMaking(false);
            pages.again();
          }}
        />
      )}
    </Page>
  );
}

function useColumns(onShow: (id: string) => void): Column<StandingLineFragment>[] {
  const { t } = useWords();
  const words = useStandingWords();
  return [
    column('who', t('console.standing.who'), ({ id, beneficiary }) => (
      <>
        <button type="button" className="lk" onClick={() => onShow(id)}>
          {t('console.person.aged', { name: beneficiary.name, age: beneficiary.age })}
        </button>{' '}
        <small className="m">{beneficiary.building}</small>
      </>
    )),
    column('what', t('console.standing.what'), ({ service, weekdays, texture }) => (
      <>
        <b>{words.weekdays(weekdays)}</b> {words.what(service)}{' '}
        {texture && <small className="m">{t(`Texture.${texture}`)}</small>}
      </>
    )),
    column('when', t('console.standing.when'), (order) => words.until(order)),
    column('state', t('console.standing.state'), ({ state, paused }) => (
      <>
        <Status tone={ORDER_TONES[state]}>{t(`StandingOrderState.${state}`)}</Status>{' '}
        {state !== 'ENDED' &&
          paused.slice(-1).map((span) => (
            <small key={span.from} className="m">
              {t('console.standing.pausedFor', { span: words.span(span) })}
            </small>
          ))}
      </>
    )),
    column('refused', t('console.standing.refused'), ({ refusedDays, state }) =>
      refusedDays > 0 && state !== 'ENDED' ? (
        <Status tone="bad">{t('console.standing.refusedDays', { count: refusedDays })}</Status>
      ) : (
        <span className="m">—</span>
      ),
    ),
  ];
}
