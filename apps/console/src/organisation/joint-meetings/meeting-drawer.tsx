import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import { CancelJointMeetingDocument, type JointMeetingPartsFragment } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { Drawer } from '../../kit/overlays';
import { Facts } from '../../kit/page';
import { useWords } from '../../kit/words';
import { ReasonAsk } from '../life/reason-ask';
import { ConcludeDrawer } from './conclude-drawer';
import { MEETING_TONES } from './joint-words';

interface MeetingDrawerProps {
  readonly meeting: JointMeetingPartsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One meeting: what it is about, and once it began what was decided. */
export function MeetingDrawer({ meeting, onClose, onDone }: MeetingDrawerProps): ReactElement {
  const { t, format } = useWords();
  const keeps = useMay('KEEP_LIFE');
  const [open, setOpen] = useState<'conclude' | 'cancel'>();
  const begun = useNow(10_000) >= new Date(meeting.startsAt);
  const done = () => {
    setOpen(undefined);
    onDone();
  };
  const { state } = meeting;
  return (
    <Drawer
      open
      wide
      title={`${meeting.organisationName} ${meeting.body}`}
      onClose={onClose}
      footer={
        keeps &&
        state === 'CALLED' && (
          <div className="acts">
            {!begun && <span className="m">{t('console.joint.notYet')}</span>}
            <Button onClick={() => setOpen('cancel')}>{t('console.life.cancel')}</Button>
            <Button kind="primary" disabled={!begun} onClick={() => setOpen('conclude')}>
              {t('console.joint.conclude')}
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
              <Status key="state" tone={MEETING_TONES[state]}>
                {t(`JointMeetingState.${state}`)}
              </Status>,
            ],
            [t('console.life.when'), format.dateTime(meeting.startsAt)],
            [t('console.life.place'), meeting.place],
            [t('console.joint.calledBy'), meeting.calledByName],
            ...(meeting.cancelledBecause
              ? [[t('console.life.cancelledBecause'), meeting.cancelledBecause] as const]
              : []),
          ]}
        />
        <h3>{t('console.joint.agenda')}</h3>
        <ol className="agenda">
          {meeting.agenda.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ol>
        {meeting.minutes && (
          <>
            <h3>{t('console.joint.minutes')}</h3>
            <p className="pre">{meeting.minutes}</p>
          </>
        )}
      </div>
      {open === 'conclude' && (
        <ConcludeDrawer meeting={meeting} onClose={() => setOpen(undefined)} onDone={done} />
      )}
      {open === 'cancel' && <Cancel meeting={meeting} onClose={() => setOpen(undefined)} onDone={done} />}
    </Drawer>
  );
}

function Cancel({ meeting, onClose, onDone }: MeetingDrawerProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(CancelJointMeetingDocument);
  const send = async (reason: string) => {
    const { done } = await act({ id: meeting.id, reason });
    if (done) onDone();
  };
  return (
    <ReasonAsk
      title={t('console.life.cancel')}
      text={t('console.joint.cancelText')}
      label={t('console.life.cancelledBecause')}
      word={t('console.life.cancel')}
      maxLength={120}
      busy={busy}
      message={message}
      onGo={send}
      onClose={onClose}
    />
  );
}
