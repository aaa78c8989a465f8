import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import {
  CloseJointTaskDocument,
  type JointTaskPartsFragment,
  NoteJointTaskDocument,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { Drawer } from '../../kit/overlays';
import { Facts } from '../../kit/page';
import { useWords } from '../../kit/words';
import { ActDrawer } from '../parts/act-drawer';
import { TASK_TONES } from './joint-words';

interface TaskDrawerProps {
  readonly task: JointTaskPartsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One decision: whose it is, what has been done about it, and the record that closes it. */
export function TaskDrawer({ task, onClose, onDone }: TaskDrawerProps): ReactElement {
  const { t, format } = useWords();
  const [open, setOpen] = useState<'note' | 'close'>();
  const done = () => {
    setOpen(undefined);
    onDone();
  };
  return (
    <Drawer
      open
      title={task.text}
      onClose={onClose}
      footer={
        task.mayClose && (
          <div className="acts">
            <Button onClick={() => setOpen('note')}>{t('console.joint.note')}</Button>
            <Button kind="primary" onClick={() => setOpen('close')}>
              {t('console.joint.close')}
            </Button>
          </div>
        )
      }
    >
      <div className="stack">
        <Facts
          facts={[
            [
              t('console.joint.state'),
              <Status key="state" tone={TASK_TONES[task.state]}>
                {t(`JointTaskState.${task.state}`)}
              </Status>,
            ],
            [t('console.joint.owner'), `${task.ownerOrganisation} ${task.ownerName}`],
            [t('console.joint.dueOn'), format.date(task.dueOn)],
            [t('console.joint.decided'), `${task.hostName} ${format.date(task.decidedOn)}`],
            ...(task.closedOn
              ? [
                  [
                    t('console.joint.closed'),
                    `${format.date(task.closedOn)} ${task.closedByName ?? ''}`,
                  ] as const,
                  [t('console.joint.record'), task.closingRecord ?? ''] as const,
                ]
              : []),
          ]}
        />
        <h3>{t('console.joint.progress')}</h3>
        {task.notes.length === 0 ? (
          <p className="m">{t('console.joint.noProgress')}</p>
        ) : (
          <Facts
            facts={task.notes.map((note) => [
              format.dateTime(note.at),
              <span key={note.id}>
                {note.text} <span className="m">{note.byName}</span>
              </span>,
            ])}
          />
        )}
      </div>
      {open === 'note' && <NoteDrawer task={task} onClose={() => setOpen(undefined)} onDone={done} />}
      {open === 'close' && <CloseDrawer task={task} onClose={() => setOpen(undefined)} onDone={done} />}
    </Drawer>
  );
}

function NoteDrawer({ task, onClose, onDone }: TaskDrawerProps): ReactElement {
  const { t } = useWords();
  return (
    <ActDrawer
      id="note"
      title={t('console.joint.note')}
      word={t('common.save')}
      asks={[{ key: 'text', label: t('console.joint.progress'), kind: 'text', maxLength: 200 }]}
      use={useCreate(NoteJointTaskDocument)}
      inputOf={({ text = '' }) => ({ taskId: task.id, text })}
      done={t('console.joint.noted')}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

function CloseDrawer({ task, onClose, onDone }: TaskDrawerProps): ReactElement {
  const { t } = useWords();
  return (
    <ActDrawer
      id="close"
      title={t('console.joint.close')}
      word={t('console.joint.close')}
      asks={[
        {
          ...{ key: 'record', label: t('console.joint.record'), kind: 'text', maxLength: 300 },
          hint: t('console.joint.recordHint'),
        },
      ]}
      use={useAct(CloseJointTaskDocument)}
      inputOf={({ record = '' }) => ({ id: task.id, record })}
      done={t('console.joint.closedDone')}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
