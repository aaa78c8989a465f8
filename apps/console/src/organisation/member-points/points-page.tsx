import '../../styles/life.css';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import { PointEntriesDocument, type PointEntryPartsFragment, type PointState } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { useFilter } from '../../kit/filters';
import { NextPage } from '../../kit/more';
import { Page, Panel } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { EnterDrawer } from './enter-drawer';
import { EntryDrawer } from './entry-drawer';
import { Rules } from './rules';

const TONES = { ENTERED: 'warn', PUBLISHED: 'ok', RETURNED: 'mute' } as const satisfies Record<
  PointState,
  string
>;
const STATES = Object.keys(TONES) as PointState[];
const PAGE = 50;
const WORDS = {
  ALL: 'common.all',
  APPEALED: 'console.points.appealed',
  ENTERED: 'PointState.ENTERED',
  PUBLISHED: 'PointState.PUBLISHED',
  RETURNED: 'PointState.RETURNED',
} as const;
type View = 'ALL' | 'APPEALED' | PointState;

/** 黨員積分 What was entered, what waits for another hand, and the rules that say how many points. */
export default function PointsPage(): ReactElement {
  const { t, format } = useWords();
  const keeps = useMay('KEEP_LIFE');
  const [view, setView] = useFilter<View>('view', 'ALL');
  const [opened, setOpened] = useState<string>();
  const [entering, setEntering] = useState(false);
  const state = view === 'ALL' || view === 'APPEALED' ? null : view;
  const pages = usePages(
    PointEntriesDocument,
    { first: PAGE, after: null, state, appealed: view === 'APPEALED' },
    ({ pointEntries }) => ({ rows: pointEntries.entries, end: pointEntries.endCursor }),
  );
  const entry = pages.rows?.find(({ id }) => id === opened);
  return (
    <Page
      title={t('console.menu.points')}
      className="page--life"
      actions={
        keeps && (
          <Button kind="primary" icon="plus" onClick={() => setEntering(true)}>
            {t('console.points.enter')}
          </Button>
        )
      }
    >
      <Panel
        title={t('console.points.entries')}
        side={
          <Tabs
            label={t('console.joint.state')}
            tabs={(['ALL', ...STATES, 'APPEALED'] as const).map((key) => ({ key, label: t(WORDS[key]) }))}
            current={view}
            onChange={setView}
          />
        }
      >
        <DataTable<PointEntryPartsFragment>
          label={t('console.points.entries')}
          wrap
          rows={pages.rows}
          read={pages.read}
          rowKey={({ id }) => id}
          columns={[
            column('who', t('console.points.member'), ({ id, name, organisationName }) => (
              <>
                <button type="button" className="lk" onClick={() => setOpened(id)}>
                  {name}
                </button>
                <br />
                <span className="m">{organisationName}</span>
              </>
            )),
            column('what', t('console.points.item'), ({ item, evidence }) => (
              <>
                {item}
                <br />
                <span className="m">{evidence}</span>
              </>
            )),
            column('points', t('console.points.points'), ({ points }) => format.count(points), {
              number: true,
            }),
            column('on', t('console.points.doneOn'), ({ doneOn }) => format.date(doneOn)),
            column('state', t('console.joint.state'), (row) => (
              <>
                <Status tone={TONES[row.state]}>{t(`PointState.${row.state}`)}</Status>{' '}
                {row.isCountered && <Status tone="mute">{t('console.points.countered')}</Status>}
                {row.isCounter && <Status tone="mute">{t('console.points.counter')}</Status>}
                {row.appeal?.upheld === null && <Status tone="bad">{t('console.points.appealed')}</Status>}
              </>
            )),
          ]}
          empty={
            <Nothing icon="badge-check" title={t('console.points.none')}>
              {t('console.points.noneWhy')}
            </Nothing>
          }
        />
        <NextPage pages={pages} />
      </Panel>
      <Rules />
      {entry && <EntryDrawer entry={entry} onClose={() => setOpened(undefined)} onDone={pages.again} />}
      {entering && <EnterDrawer onClose={() => setEntering(false)} onDone={pages.again} />}
    </Page>
  );
}
