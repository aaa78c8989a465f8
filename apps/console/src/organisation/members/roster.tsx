import { Chip } from '@linli/ui';
import type { ReactElement } from 'react';
import {
  MemberCountsDocument,
  type MemberRowFragment,
  MembersDocument,
  type MemberStage,
  type OneOrganisationQuery,
} from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { NextPage } from '../../kit/more';
import { Figure, Panel } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { useSettled } from '../../kit/settled';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { usePageSearch } from '../../layout/page-search';
import { MemberSheet } from './member-sheet';
import { SaveRoster } from './save-roster';

const PAGE = 50;
type Filter = 'all' | MemberStage | 'exempt';

interface RosterProps {
  readonly organisation: Pick<OneOrganisationQuery['organisation'], 'id' | 'name' | 'kind'>;
  /** Its members belong to itself; those of a committee to the branches below it. */
  readonly isBranch: boolean;
  readonly onShow: (memberId: string) => void;
  /** Undefined: nobody can be taken in here, or not by this viewer. */
  readonly onJoin: (() => void) | undefined;
  /** Undefined: this viewer keeps no roster. */
  readonly onImported: (() => void) | undefined;
}

/** 名冊 How many there are, each figure opens its names; and the names. */
export function Roster({ organisation, isBranch, onShow, onJoin, onImported }: RosterProps): ReactElement {
  const { t } = useWords();
  const [filter, setFilter] = useFilter<Filter>('show', 'all');
  const [find, setFind] = usePageSearch(t('console.members.find'));
  const text = useSettled(find.trim(), 300);
  const pages = useMembers(organisation.id, filter, text);
  const columns = useColumns(onShow, !isBranch);
  const filtered = filter !== 'all' || text !== '';
  const all = () => {
    setFilter('all');
    setFind('');
  };
  return (
    <>
      <Panel
        title={organisation.name}
        note={t(`OrganisationKind.${organisation.kind}`)}
        side={
          <>
            {onImported && <MemberSheet organisation={organisation} onDone={onImported} />}
            {onJoin && (
              <Button kind="primary" icon="user-plus" onClick={onJoin}>
                {t('console.members.join')}
              </Button>
            )}
          </>
        }
      >
        <Counts
          id={organisation.id}
          filter={filter}
          onFilter={(next) => setFilter(next === filter ? 'all' : next)}
        />
      </Panel>
      <Panel
        title={filter === 'all' ? t('console.members.roster') : t(`console.members.show.${filter}`)}
        note={isBranch ? undefined : t('console.members.withBelow')}
        side={
          <>
            {filtered && (
              <Button small onClick={all}>
                {t('console.members.showAll')}
              </Button>
            )}
            {pages.rows && pages.rows.length > 0 && (
              <SaveRoster
                small
                {...{ organisationId: organisation.id, text, exempt: filter === 'exempt' }}
                stage={filter === 'all' || filter === 'exempt' ? undefined : filter}
              />
            )}
          </>
        }
      >
        <DataTable
          label={t('console.members.roster')}
          rows={pages.rows}
          read={pages.read}
          rowKey={({ id }) => id}
          columns={columns}
          empty={
            <Nothing icon="users" title={t(filtered ? 'console.members.noneFound' : 'console.members.none')}>
              {t(filtered ? 'console.members.noneFoundWhy' : 'console.members.noneWhy')}
            </Nothing>
          }
        />
        <NextPage pages={pages} />
      </Panel>
    </>
  );
}

const askedOf = (organisationId: string, filter: Filter, text: string) => ({
  ...{ organisationId, text: text || null },
  stages: filter === 'all' || filter === 'exempt' ? null : [filter],
  exempt: filter === 'exempt' ? true : null,
});

const useMembers = (organisationId: string, filter: Filter, text: string) =>
  usePages(
    MembersDocument,
    { ...askedOf(organisationId, filter, text), first: PAGE, after: null },
    ({ members: { edges, pageInfo } }) => ({
      rows: edges.map(({ node }) => node),
      end: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    }),
  );

function Counts({
  id,
  filter,
  onFilter,
}: {
  readonly id: string;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}): ReactElement {
  const { t } = useWords();
  const counts = useRead(MemberCountsDocument, { organisationId: id }).data?.memberCounts[0];
  const figure = (
    key: Exclude<Filter, 'all'>,
    icon: 'users' | 'user-plus' | 'heart-pulse' | 'clipboard-check' | 'search',
    count: number | undefined,
  ) => (
    <Figure
      icon={icon}
      label={t(`console.members.show.${key}`)}
      figure={count ?? '—'}
      pressed={filter === key}
      onOpen={() => onFilter(key)}
    />
  );
  return (
    <div className="band" style={{ borderTop: '1px solid var(--hair)', marginTop: 4 }}>
      {figure('FULL', 'users', counts?.full)}
      {figure('PROBATIONARY', 'clipboard-check', counts?.probationary)}
      {figure('CANDIDATE', 'user-plus', counts?.candidates)}
      {figure('ACTIVIST', 'user-plus', counts?.activists)}
      {figure('exempt', 'heart-pulse', counts?.exempt)}
    </div>
  );
}

function useColumns(onShow: (id: string) => void, withBranch: boolean): Column<MemberRowFragment>[] {
  const { t, format } = useWords();
  return [
    column('name', t('console.members.name'), ({ id, name }) => (
      <button type="button" className="lk" onClick={() => onShow(id)}>
        <b>{name}</b>
      </button>
    )),
    column('stage', t('console.members.stage'), ({ stage }) => (
      <Chip tone={stage === 'FULL' ? 'ok' : 'mute'}>{t(`MemberStage.${stage}`)}</Chip>
    )),
    ...(withBranch
      ? [
          column<MemberRowFragment>('branch', t('console.members.branch'), ({ organisationName }) => (
            <span className="m">{organisationName}</span>
          )),
        ]
      : []),
    column('since', t('console.members.since'), ({ since }) => (
      <span className="nw">{format.date(since)}</span>
    )),
    column('born', t('console.members.born'), ({ birthDate }) => (
      <span className="nw">{format.date(birthDate)}</span>
    )),
    column('exempt', t('console.members.exemption'), ({ exemption }) =>
      exemption ? (
        <Chip tone="mute">{t(`ExemptionReason.${exemption.reason}`)}</Chip>
      ) : (
        <span className="m">—</span>
      ),
    ),
  ];
}
