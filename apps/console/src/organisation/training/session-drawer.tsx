import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import {
  CancelTrainingDocument,
  SignTrainingDocument,
  TrainingPeopleDocument,
  type TrainingPeopleQuery,
  type TrainingSessionPartsFragment,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { useRead } from '../../kit/fresh';
import { Drawer } from '../../kit/overlays';
import { Facts } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { Nothing } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { ReasonAsk } from '../life/reason-ask';
import { RecordDrawer } from './record-drawer';
import { hoursOf, STATE_TONES } from './training-words';

type Person = TrainingPeopleQuery['trainingPeople']['people'][number];

interface SessionDrawerProps {
  readonly session: TrainingSessionPartsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One session: what it was about, who was there, and what is still to be done with it. */
export function SessionDrawer({ session, onClose, onDone }: SessionDrawerProps): ReactElement {
  const { t, format } = useWords();
  const [open, setOpen] = useState<'record' | 'cancel'>();
  const read = useRead(TrainingPeopleDocument, { sessionId: session.id, text: null });
  const isOpen = session.mayKeep && (session.state === 'PLANNED' || session.state === 'HELD');
  const there = read.data?.trainingPeople.people.filter(({ minutes }) => minutes > 0);
  const done = () => {
    setOpen(undefined);
    read.again();
    onDone();
  };
  return (
    <Drawer
      open
      wide
      title={session.topic}
      onClose={onClose}
      footer={isOpen && <Acts session={session} onOpen={setOpen} onDone={done} />}
    >
      <div className="stack">
        <Facts
          facts={[
            [
              t('console.joint.state'),
              <Status key="state" tone={STATE_TONES[session.state]}>
                {t(`TrainingState.${session.state}`)}
              </Status>,
            ],
            [t('console.training.title'), session.title],
            [
              t('console.training.audience'),
              `${session.forName} · ${t(`TrainingAudience.${session.audience}`)}`,
            ],
            [t('console.training.form'), t(`TrainingForm.${session.form}`)],
            [t('console.training.holder'), session.holderName],
            [t('console.life.when'), format.dateTime(session.startsAt)],
            [t('console.life.place'), session.place],
            [t('console.training.lecturer'), session.lecturer],
            [t('console.training.hours'), hoursOf(session.minutes)],
            ...(session.signedBy ? [[t('console.training.signedBy'), session.signedBy] as const] : []),
            ...(session.cancelledBecause
              ? [[t('console.life.cancelledBecause'), session.cancelledBecause] as const]
              : []),
          ]}
        />
        <h3>
          {t('console.training.there', {
            count: session.attended,
            all: read.data?.trainingPeople.total ?? 0,
          })}
        </h3>
        <DataTable<Person>
          label={t('console.training.attended')}
          rows={there}
          read={read}
          rowKey={({ residentId }) => residentId}
          columns={[
            column('name', t('console.life.name'), ({ name }) => <b>{name}</b>),
            column('branch', t('console.training.unit'), ({ organisationName }) => organisationName),
            column('hours', t('console.training.hours'), ({ minutes }) => hoursOf(minutes), { number: true }),
          ]}
          empty={<Nothing icon="users" title={t('console.training.nobodyThere')} />}
        />
      </div>
      {open === 'record' && read.data && (
        <RecordDrawer
          session={session}
          onRecord={read.data.trainingPeople.people}
          onClose={() => setOpen(undefined)}
          onDone={done}
        />
      )}
      {open === 'cancel' && <Cancel session={session} onClose={() => setOpen(undefined)} onDone={done} />}
    </Drawer>
  );
}

interface ActsProps {
  readonly session: TrainingSessionPartsFragment;
  readonly onOpen: (what: 'record' | 'cancel') => void;
  readonly onDone: () => void;
}

function Acts({ session, onOpen, onDone }: ActsProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const begun = useNow(10_000) >= new Date(session.startsAt);
  const { act, busy, message } = useAct(SignTrainingDocument);
  const sign = async () => {
    const { done } = await act({ id: session.id });
    if (!done) return;
    toast('ok', t('console.training.signed'));
    onDone();
  };
  const hasPeople = session.state === 'HELD';
  return (
    <>
      <Problem message={message} />
      <div className="acts">
        {!begun && <span className="m">{t('console.training.notYet')}</span>}
        <Button onClick={() => onOpen('cancel')}>{t('console.training.cancel')}</Button>
        <Button kind={hasPeople ? 'plain' : 'primary'} disabled={!begun} onClick={() => onOpen('record')}>
          {t('console.training.record')}
        </Button>
        {hasPeople && (
          <Button kind="primary" busy={busy} onClick={() => void sign()}>
            {t('console.training.sign')}
          </Button>
        )}
      </div>
    </>
  );
}

function Cancel({ session, onClose, onDone }: SessionDrawerProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(CancelTrainingDocument);
  const send = async (reason: string) => {
    const { done } = await act({ id: session.id, reason });
    if (done) onDone();
  };
  return (
    <ReasonAsk
      danger
      title={t('console.training.cancel')}
      text={t('console.training.cancelText')}
      label={t('console.life.cancelledBecause')}
      word={t('console.training.cancel')}
      maxLength={120}
      busy={busy}
      message={message}
      onGo={send}
      onClose={onClose}
    />
  );
}
