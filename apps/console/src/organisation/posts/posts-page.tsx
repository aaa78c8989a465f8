import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import {
  PostCountsDocument,
  type PostKind,
  type PostPartsFragment,
  PostsDocument,
  SelfRuleUnitsDocument,
  type SelfRuleUnitsQuery,
} from '../../gql/graphql';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { ChoiceField } from '../../kit/field';
import { useFilter } from '../../kit/filters';
import { type Read, useRead } from '../../kit/fresh';
import { NextPage, useMore } from '../../kit/more';
import { Figure, Page, Panel } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { useSettled } from '../../kit/settled';
import { Loading, Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { usePageSearch } from '../../layout/page-search';
import { ScopeChoice, useScope } from '../parts/scope';
import { Term } from './organisation-posts';
import { POST_KINDS } from './post-words';

const PAGE = 50;
type View = 'STANDING' | 'ENDING' | 'OVER' | 'ONE_HEAD';
type Unit = SelfRuleUnitsQuery['selfRuleUnits'][number];

/** 任職 Who holds which post, whose term ends, and where one person leads both. */
export default function PostsPage(): ReactElement {
  const { t } = useWords();
  const scope = useScope();
  return (
    <Page title={t('console.menu.posts')} about={<ScopeChoice scope={scope} />}>
      {scope.id ? <Chosen key={scope.id} id={scope.id} /> : <Loading rows={6} />}
    </Page>
  );
}

function Chosen({ id }: { readonly id: string }): ReactElement {
  const { t, format } = useWords();
  const [view, setView] = useFilter<View>('view', 'STANDING');
  const counts = useRead(PostCountsDocument, { organisationId: id }).data?.postCounts;
  const units = useRead(SelfRuleUnitsDocument, { organisationId: id });
  const all = units.data?.selfRuleUnits;
  const one = all?.filter(({ isOne }) => isOne).length ?? 0;
  const share = all && all.length > 0 ? Math.round((one / all.length) * 100) : undefined;
  const figure = (key: View, label: string, value: number | undefined) => (
    <Figure
      icon={key === 'STANDING' ? 'users' : key === 'ENDING' ? 'calendar-days' : 'circle-alert'}
      label={label}
      figure={value === undefined ? '—' : format.count(value)}
      pressed={view === key}
      onOpen={() => setView(key)}
    />
  );
  return (
    <>
      <Panel>
        <div className="band">
          {figure('STANDING', t('console.posts.standing'), counts?.standing)}
          {figure('ENDING', t('console.posts.ending'), counts?.ending)}
          {figure('OVER', t('console.posts.over'), counts?.over)}
          <Figure
            icon="badge-check"
            label={t('console.posts.oneHead')}
            figure={share ?? '—'}
            {...(share === undefined ? {} : { unit: '%' })}
            note={all && t('console.posts.oneHeadOf', { one, all: all.length })}
            pressed={view === 'ONE_HEAD'}
            onOpen={() => setView('ONE_HEAD')}
          />
        </div>
      </Panel>
      {view === 'ONE_HEAD' ? <Units read={units} units={all} /> : <Posts id={id} view={view} />}
    </>
  );
}

function Posts({
  id,
  view,
}: {
  readonly id: string;
  readonly view: Exclude<View, 'ONE_HEAD'>;
}): ReactElement {
  const { t } = useWords();
  const [kind, setKind] = useFilter<PostKind | 'ALL'>('kind', 'ALL');
  const [find, setFind] = usePageSearch(t('console.posts.find'));
  const text = useSettled(find.trim(), 300);
  const filtered = kind !== 'ALL' || text !== '' || view !== 'STANDING';
  const pages = usePages(
    PostsDocument,
    {
      ...{ organisationId: id, kinds: kind === 'ALL' ? null : [kind], text: text || null },
      ...{ term: view === 'STANDING' ? null : view, first: PAGE, after: null },
    },
    ({ posts: { posts, pageInfo } }) => ({
      rows: posts,
      end: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    }),
  );
  const title = { STANDING: 'standing', ENDING: 'ending', OVER: 'over' } as const;
  return (
    <Panel
      title={t(`console.posts.${title[view]}`)}
      side={
        <>
          {(kind !== 'ALL' || text !== '') && (
            <Button
              small
              onClick={() => {
                setKind('ALL');
                setFind('');
              }}
            >
              {t('console.posts.showAll')}
            </Button>
          )}
          <ChoiceField
            label={<span className="vh">{t('console.posts.kinds')}</span>}
            value={kind}
            options={[
              { key: 'ALL', label: t('common.all') },
              ...POST_KINDS.map((key) => ({ key, label: t(`PostKind.${key}`) })),
            ]}
            onChange={setKind}
          />
        </>
      }
    >
      <DataTable
        label={t('console.menu.posts')}
        rows={pages.rows}
        read={pages.read}
        rowKey={({ id: post }) => post}
        columns={useColumns()}
        empty={
          <Nothing icon="users" title={t(filtered ? 'console.posts.noneFound' : 'console.posts.none')}>
            {t(filtered ? 'console.posts.noneFoundWhy' : 'console.posts.noneWhy')}
          </Nothing>
        }
      />
      <NextPage pages={pages} />
    </Panel>
  );
}

function useColumns() {
  const { t, format } = useWords();
  return [
    column<PostPartsFragment>('post', t('console.posts.post'), ({ kind }) => t(`PostKind.${kind}`)),
    column<PostPartsFragment>('name', t('console.posts.name'), ({ name }) => <b>{name}</b>),
    column<PostPartsFragment>('at', t('console.posts.organisation'), (post) => (
      <Link className="lk" to={`/organisation?tree=party&id=${post.organisationId}`}>
        {post.organisationName}
      </Link>
    )),
    column<PostPartsFragment>('how', t('console.posts.how'), ({ selection, source }) => (
      <>
        {t(`PostSelection.${selection}`)}
        {source && <span className="m"> · {t(`PostSource.${source}`)}</span>}
      </>
    )),
    column<PostPartsFragment>('since', t('console.posts.since'), ({ validFrom }) => (
      <span className="nw">{format.date(validFrom)}</span>
    )),
    column<PostPartsFragment>('term', t('console.posts.term'), (post) => <Term post={post} />),
  ];
}

type Which = 'ALL' | 'ONE' | 'NOT';

/** 一肩挑 Those who are, and those who are not: together all villages and communities. */
function Units({
  read,
  units = [],
}: {
  readonly read: Read<SelfRuleUnitsQuery>;
  readonly units: readonly Unit[] | undefined;
}): ReactElement {
  const { t } = useWords();
  const [which, setWhich] = useState<Which>('NOT');
  const one = units.filter(({ isOne }) => isOne);
  const not = units.filter(({ isOne }) => !isOne);
  const shown = { ALL: units, ONE: one, NOT: not }[which];
  const [rows, more] = useMore(shown, 50);
  const name = (held: string | null) => held ?? <span className="m">{t('console.posts.vacant')}</span>;
  return (
    <Panel
      title={t('console.posts.oneHead')}
      note={t('console.posts.oneHeadNote')}
      side={
        <Tabs
          label={t('console.posts.oneHead')}
          current={which}
          onChange={setWhich}
          tabs={[
            { key: 'ALL', label: t('console.posts.unitsAll'), count: units.length },
            { key: 'ONE', label: t('console.posts.unitsOne'), count: one.length },
            { key: 'NOT', label: t('console.posts.unitsNot'), count: not.length },
          ]}
        />
      }
    >
      <DataTable
        label={t('console.posts.oneHead')}
        rows={read.data ? rows : undefined}
        read={read}
        rowKey={({ organisationId }) => organisationId}
        columns={[
          column<Unit>('at', t('console.posts.organisation'), ({ organisationId, organisationName }) => (
            <Link className="lk" to={`/organisation?tree=party&id=${organisationId}`}>
              {organisationName}
            </Link>
          )),
          column<Unit>('secretary', t('console.posts.secretary'), ({ secretary }) => name(secretary)),
          column<Unit>('head', t('console.posts.head'), ({ head }) => name(head)),
          column<Unit>('is', t('console.posts.oneHead'), ({ isOne, secretary, head }) => {
            if (isOne) return <Status tone="ok">{t('console.posts.isOne')}</Status>;
            const both = secretary !== null && head !== null;
            return (
              <Status tone={both ? 'info' : 'warn'}>
                {t(both ? 'console.posts.isTwo' : 'console.posts.isVacant')}
              </Status>
            );
          }),
        ]}
        empty={<Nothing icon="network" title={t('console.posts.noUnits')} />}
      />
      {more}
    </Panel>
  );
}
