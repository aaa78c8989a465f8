import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import {
  type JointLevel,
  type JointLevelsQuery,
  type JointTaskPartsFragment,
  JointTasksDocument,
  type JointTaskState,
} from '../../gql/graphql';
import { column, DataTable } from '../../kit/data-table';
import { useFilter } from '../../kit/filters';
import { NextPage } from '../../kit/more';
import { Panel } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { TASK_STATES, TASK_TONES } from './joint-words';
import { TaskDrawer } from './task-drawer';

type View = 'ALL' | JointTaskState;
const PAGE = 50;

interface TasksProps {
  readonly counts: JointLevelsQuery['jointLevels'] | undefined;
  readonly onChanged: () => void;
}

/** 決定事項 What is due first comes first; a row opens what has been done about it. */
export function Tasks({ counts, onChanged }: TasksProps): ReactElement {
  const { t, format } = useWords();
  const [level] = useFilter('level', '');
  const [view, setView] = useFilter<View>('tasks', 'ALL');
  const [opened, setOpened] = useState<string>();
  const pages = usePages(
    JointTasksDocument,
    {
      ...{ first: PAGE, after: null, level: level === '' ? null : (level as JointLevel) },
      state: view === 'ALL' ? null : view,
    },
    ({ jointTasks }) => ({ rows: jointTasks.tasks, end: jointTasks.endCursor }),
  );
  const late = (counts ?? [])
    .filter((each) => level === '' || each.level === level)
    .reduce((sum, each) => sum + each.late, 0);
  const task = pages.rows?.find(({ id }) => id === opened);
  return (
    <Panel
      title={t('console.joint.tasks')}
      side={
        <Tabs
          label={t('console.joint.state')}
          tabs={(['ALL', ...TASK_STATES] as const).map((key) => ({
            key,
            label: key === 'ALL' ? t('common.all') : t(`JointTaskState.${key}`),
            ...(key === 'LATE' && { count: late, late: true }),
          }))}
          current={view}
          onChange={setView}
        />
      }
    >
      <DataTable<JointTaskPartsFragment>
        label={t('console.joint.tasks')}
        wrap
        rows={pages.rows}
        read={pages.read}
        rowKey={({ id }) => id}
        columns={[
          column('what', t('console.joint.task'), ({ id, text, hostName, level: at }) => (
            <>
              <button type="button" className="lk" onClick={() => setOpened(id)}>
                {text}
              </button>
              <br />
              <span className="m">
                {t('console.joint.by', { level: t(`JointLevel.${at}`), name: hostName })}
              </span>
            </>
          )),
          column('owner', t('console.joint.owner'), ({ ownerOrganisation, ownerName }) => (
            <>
              {ownerOrganisation}
              <br />
              <span className="m">{ownerName}</span>
            </>
          )),
          column('due', t('console.joint.dueOn'), ({ dueOn }) => format.date(dueOn)),
          column('state', t('console.joint.state'), ({ state }) => (
            <Status tone={TASK_TONES[state]}>{t(`JointTaskState.${state}`)}</Status>
          )),
        ]}
        empty={
          <Nothing icon="clipboard-check" title={t('console.joint.noTasks')}>
            {t('console.joint.noTasksWhy')}
          </Nothing>
        }
      />
      <NextPage pages={pages} />
      {task && (
        <TaskDrawer
          task={task}
          onClose={() => setOpened(undefined)}
          onDone={() => {
            pages.again();
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}
