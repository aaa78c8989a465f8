import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { ClaimsDocument } from '../../gql/graphql';
import { type Column, column, DataTable } from '../../kit/data-table';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { OfCentre } from '../of-centre';
import { type Claim, CLAIM_TONES } from './claim-rules';
import { ToDraft } from './to-draft';

type View = 'ALL' | Claim['state'];
const VIEWS: readonly View[] = ['ALL', 'DRAFT', 'SUBMITTED', 'ACCEPTED', 'RETURNED'];

/** 補貼申報 What each payer is asked for, month by month. */
export default function ClaimsPage(): ReactElement {
  return <OfCentre>{({ id }) => <ClaimsOf key={id} centreId={id} />}</OfCentre>;
}

function ClaimsOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const [view, setView] = useFilter<View>('state', 'ALL');
  const read = useRead(ClaimsDocument, { centreId });
  const claims = read.data?.claims;
  const of = (wanted: View) => claims?.filter(({ state }) => wanted === 'ALL' || state === wanted);
  return (
    <Page
      title={t('console.menu.claims')}
      actions={
        <Tabs
          label={t('console.claims.states')}
          tabs={VIEWS.map((key) => ({
            key,
            label: key === 'ALL' ? t('common.all') : t(`ClaimState.${key}`),
            count: of(key)?.length,
          }))}
          current={view}
          onChange={setView}
        />
      }
    >
      <ToDraft centreId={centreId} today={today} />
      <Panel title={t('console.claims.list')} note={t('console.claims.listNote')}>
        <DataTable
          label={t('console.claims.list')}
          rows={of(view)}
          read={read}
          rowKey={({ id }) => id}
          columns={useColumns()}
          empty={
            <Nothing icon="file-text" title={t('console.claims.none')}>
              {t('console.claims.noneWhy')}
            </Nothing>
          }
        />
      </Panel>
    </Page>
  );
}

function useColumns(): Column<Claim>[] {
  const { t, format } = useWords();
  return [
    column('payer', t('console.subsidies.payer'), ({ id, payer }) => (
      <Link className="lk" to={`/claims/${id}`}>
        {payer}
      </Link>
    )),
    column('month', t('console.claims.month'), ({ month, number }) =>
      t('console.claims.monthNumber', { month, number }),
    ),
    column('state', t('console.claims.state'), ({ state, withoutEvidence }) => (
      <>
        <Status tone={CLAIM_TONES[state]}>{t(`ClaimState.${state}`)}</Status>{' '}
        {withoutEvidence > 0 && (
          <Status tone="bad">{t('console.claims.withoutEvidence', { count: withoutEvidence })}</Status>
        )}
      </>
    )),
    column('meals', t('console.claims.meals'), ({ meals }) => format.count(meals), { number: true }),
    column('counters', t('console.claims.counters'), ({ counters }) => format.count(counters), {
      number: true,
    }),
    column(
      'total',
      t('console.claims.total'),
      ({ totalFen }) => <b>{format.money(totalFen, { exact: true })}</b>,
      {
        number: true,
      },
    ),
    column('last', t('console.claims.last'), (claim) => <LastStep claim={claim} />),
  ];
}

/** Who did the last thing to it, and when. */
function LastStep({ claim }: { readonly claim: Claim }): ReactElement {
  const { format } = useWords();
  const [at, by] = claim.answeredAt
    ? [claim.answeredAt, claim.answeredByName]
    : claim.submittedAt
      ? [claim.submittedAt, claim.submittedByName]
      : [claim.draftedAt, claim.draftedByName];
  return (
    <span className="m nw">
      {format.day(at)} {by}
    </span>
  );
}
