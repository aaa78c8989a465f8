import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { useMay } from '../../access/viewer';
import { EstateSecretariesDocument, type EstateSecretariesQuery, type ReserveList } from '../../gql/graphql';
import { type Column, column, DataTable } from '../../kit/data-table';
import { useFilter } from '../../kit/filters';
import { NextPage } from '../../kit/more';
import { Page, Panel } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { useSettled } from '../../kit/settled';
import { Loading, Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { usePageSearch } from '../../layout/page-search';
import { ScopeChoice, useScope } from '../parts/scope';
import { Reserve } from './reserve';

type Secretary = EstateSecretariesQuery['estateSecretaries']['secretaries'][number];
const RESERVES: readonly ReserveList[] = ['SECRETARY_RESERVE', 'COMMUNITY_RESERVE'];

/** 人才庫 Who leads the branches of estates; and for those who appoint, who may follow. */
export default function TalentPage(): ReactElement {
  const { t } = useWords();
  const scope = useScope();
  const appoints = useMay('SEE_RESERVES');
  const [list, setList] = useFilter<ReserveList | 'SECRETARIES'>('list', 'SECRETARIES');
  return (
    <Page
      title={t('console.menu.talent')}
      about={
        <>
          <ScopeChoice scope={scope} />
          <span className="m">{t('console.members.about')}</span>
        </>
      }
      actions={
        appoints && (
          <Tabs
            label={t('console.menu.talent')}
            current={list}
            onChange={setList}
            tabs={[
              { key: 'SECRETARIES', label: t('console.talent.secretaries') },
              ...RESERVES.map((key) => ({ key, label: t(`ReserveList.${key}`) })),
            ]}
          />
        )
      }
    >
      {!scope.id && <Loading rows={6} />}
      {scope.id && list === 'SECRETARIES' && <Secretaries key={scope.id} id={scope.id} />}
      {scope.id && list !== 'SECRETARIES' && <Reserve key={`${scope.id}${list}`} id={scope.id} list={list} />}
    </Page>
  );
}

function Secretaries({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords();
  const [find] = usePageSearch(t('console.posts.find'));
  const text = useSettled(find.trim(), 300);
  const pages = usePages(
    EstateSecretariesDocument,
    { organisationId: id, text: text === '' ? null : text, first: 50, after: null },
    ({ estateSecretaries: { secretaries, pageInfo } }) => ({
      rows: secretaries,
      end: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    }),
  );
  return (
    <Panel title={t('console.talent.secretaries')}>
      <DataTable
        label={t('console.talent.secretaries')}
        rows={pages.rows}
        read={pages.read}
        rowKey={(row) => row.id}
        columns={useColumns()}
        empty={<Nothing icon="users" title={t(text ? 'console.posts.noneFound' : 'console.talent.none')} />}
      />
      <NextPage pages={pages} />
    </Panel>
  );
}

function useColumns(): readonly Column<Secretary>[] {
  const { t, format } = useWords();
  return [
    column('name', t('console.posts.name'), ({ name }) => <b>{name}</b>),
    column('at', t('console.members.branch'), ({ organisationName }) => organisationName),
    column('source', t('console.posts.source'), ({ source }) =>
      source ? t(`PostSource.${source}`) : <span className="m">—</span>,
    ),
    column('lives', t('console.talent.livesThere'), ({ livesThere }) =>
      livesThere ? <Status tone="ok">{t('common.yes')}</Status> : <span className="m">—</span>,
    ),
    column('born', t('console.members.born'), ({ birthDate }) => (
      <span className="nw">{format.date(birthDate)}</span>
    )),
    column('member', t('console.talent.memberSince'), ({ memberSince }) => (
      <span className="nw">{memberSince ? format.date(memberSince) : '—'}</span>
    )),
    column('since', t('console.posts.since'), ({ since }) => (
      <span className="nw">{format.date(since)}</span>
    )),
    column('phone', t('console.members.phone'), ({ phone }) => phone ?? <span className="m">—</span>),
  ];
}
