import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../../access/viewer';
import {
  DeclareRatingDocument,
  RatingCountsDocument,
  type RatingFactsFragment,
  RatingsDocument,
  type RatingState,
  RatingTemplatesDocument,
} from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { NextPage } from '../../kit/more';
import { Page, Panel } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { ActDrawer } from '../parts/act-drawer';
import { RATING_STATES, STATE_TONES } from './rating-words';
import { ModelSites, StandardChecks } from './standing';
import { Templates } from './templates';

type View = 'ALL' | RatingState;
const PAGE = 50;

/** 五星支部 Who asked to be rated this year, how far each has come, and what stands beside it. */
export default function RatingsPage(): ReactElement {
  const { t } = useWords();
  const thisYear = Number(dayOf(useNow(60_000)).slice(0, 4));
  const [year, setYear] = useFilter('year', String(thisYear));
  const [view, setView] = useFilter<View>('state', 'ALL');
  const [declaring, setDeclaring] = useState(false);
  const declares = useMay('DECLARE_RATINGS');
  const state = view === 'ALL' ? null : view;
  const counts = useRead(RatingCountsDocument, { year: Number(year) });
  const pages = usePages(
    RatingsDocument,
    { year: Number(year), first: PAGE, state, after: null },
    ({ ratings }) => ({ rows: ratings.ratings, end: ratings.endCursor }),
  );
  const countOf = (wanted: View) =>
    counts.data?.ratingCounts
      .filter((each) => wanted === 'ALL' || each.state === wanted)
      .reduce((sum, { count }) => sum + count, 0);
  const classes = counts.data?.ratingCounts.filter((each) => each.class !== null) ?? [];
  return (
    <Page
      title={t('console.menu.ratings')}
      about={classes.map((each) => (
        <Status key={each.class} tone="info">
          {t('console.ratings.ofClass', { class: t(`RatingClass.${each.class ?? 'A'}`), count: each.count })}
        </Status>
      ))}
      actions={
        declares && (
          <Button kind="primary" onClick={() => setDeclaring(true)}>
            {t('console.ratings.declare')}
          </Button>
        )
      }
    >
      <Panel
        title={t('console.ratings.ofYear', { year })}
        side={
          <>
            <Tabs
              label={t('console.ratings.year')}
              tabs={[thisYear, thisYear - 1].map((each) => ({ key: String(each), label: String(each) }))}
              current={year}
              onChange={setYear}
            />
            <Tabs
              label={t('console.ratings.states')}
              tabs={(['ALL', ...RATING_STATES] as const).map((key) => ({
                key,
                label: key === 'ALL' ? t('common.all') : t(`RatingState.${key}`),
                count: countOf(key),
              }))}
              current={view}
              onChange={setView}
            />
          </>
        }
      >
        <DataTable
          label={t('console.ratings.ofYear', { year })}
          rows={pages.rows}
          read={pages.read}
          rowKey={({ id }) => id}
          columns={useColumns()}
          empty={
            <Nothing icon="badge-check" title={t('console.ratings.none')}>
              {t('console.ratings.noneWhy')}
            </Nothing>
          }
        />
        <NextPage pages={pages} />
      </Panel>
      <StandardChecks />
      <ModelSites />
      <Templates />
      {declaring && <DeclareDrawer year={thisYear} onClose={() => setDeclaring(false)} />}
    </Page>
  );
}

function useColumns(): Column<RatingFactsFragment>[] {
  const { t, format } = useWords();
  return [
    column('name', t('console.ratings.organisation'), ({ id, organisationName }) => (
      <Link className="lk" to={`/ratings/${id}`}>
        {organisationName}
      </Link>
    )),
    column('state', t('console.ratings.state'), ({ state, openAppeals }) => (
      <>
        <Status tone={STATE_TONES[state]}>{t(`RatingState.${state}`)}</Status>{' '}
        {openAppeals > 0 && (
          <Status tone="bad">{t('console.ratings.appealsOpen', { count: openAppeals })}</Status>
        )}
      </>
    )),
    column(
      'points',
      t('console.ratings.points'),
      ({ points }) => (points === null ? '—' : format.count(points)),
      {
        number: true,
      },
    ),
    column(
      'stars',
      t('console.ratings.stars'),
      ({ state, starsHeld }) => (state === 'GRANTED' ? format.count(starsHeld) : '—'),
      { number: true },
    ),
    column('class', t('console.ratings.class'), (rating) =>
      rating.class === null ? '—' : t(`RatingClass.${rating.class}`),
    ),
    column('notice', t('console.ratings.noticeUntil'), ({ noticeUntil }) =>
      noticeUntil === null ? '—' : format.date(noticeUntil),
    ),
  ];
}

function DeclareDrawer({
  year,
  onClose,
}: {
  readonly year: number;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const read = useRead(RatingTemplatesDocument, {});
  const latest = (read.data?.ratingTemplates ?? []).filter(
    ({ setKey, version }, _i, all) =>
      !all.some((other) => other.setKey === setKey && other.version > version),
  );
  return (
    <ActDrawer
      id="declare"
      title={t('console.ratings.declareTitle', { year })}
      word={t('console.ratings.declare')}
      asks={[
        { key: 'organisationId', label: t('console.ratings.organisation'), kind: 'organisation' },
        {
          ...{ key: 'templateId', label: t('console.ratings.template'), kind: 'choice' },
          options: latest.map(({ id, name, version }) => ({
            key: id,
            label: t('console.ratings.templateVersion', { name, version }),
          })),
        },
      ]}
      use={useCreate(DeclareRatingDocument)}
      inputOf={({ organisationId = '', templateId = '' }) => ({ organisationId, templateId, year })}
      done={t('console.ratings.declared')}
      onDone={({ id }) => void navigate(`/ratings/${id}`)}
      onClose={onClose}
    />
  );
}
