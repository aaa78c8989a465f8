import { useMutation } from '@apollo/client/react';
import { problemMessage, refusalMessage, type Refused, useNow, useSubmit } from '@linli/client';
import { Chip, type Tone } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useRead } from '../../data/use-read';
import {
  AskLeaveDocument,
  type AttendanceMark,
  MyLifeDocument,
  type MyLifeQuery,
  type MyMeetingPartsFragment,
} from '../../gql/graphql';
import { Ask } from '../../shell/ask';
import { Heading, Page } from '../../shell/page';
import { ErrorSummary, Failed, Note, Waiting } from '../../shell/pieces';
import { useWords } from '../../shell/words';
import { dayOf } from '../../data/use-day';
import { MyPoints } from './my-points';

const TONES: Readonly<Record<AttendanceMark, Tone>> = {
  ...{ PRESENT: 'ok', ONLINE: 'ok', LEAVE: 'mute', DUTY: 'mute', UNEXCUSED: 'bad' },
};

/** 我的組織生活 A member's own page: what comes next, what was, and the hours. */
export function LifePage(): ReactElement {
  const { t } = useWords();
  const { data, error, again } = useRead(MyLifeDocument, {});
  const [leaving, setLeaving] = useState<MyMeetingPartsFragment>();
  return (
    <Page title={t('later.life.title')} back={{ to: '/me' }} tab="me">
      <Heading>{t('later.life.title')}</Heading>
      {data ? (
        data.myLife.isMember ? (
          <Year life={data.myLife} onLeave={setLeaving} />
        ) : (
          <Note tone="info" icon="info" title={t('later.life.notMember')}>
            <p>{t('later.life.notMemberWhy')}</p>
          </Note>
        )
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting />
      )}
      {leaving && <Leave meeting={leaving} onClose={() => setLeaving(undefined)} onDone={again} />}
    </Page>
  );
}

interface YearProps {
  readonly life: MyLifeQuery['myLife'];
  readonly onLeave: (meeting: MyMeetingPartsFragment) => void;
}

const hours = (minutes: number): string => String(Math.round(minutes / 6) / 10);

function Year({ life, onLeave }: YearProps): ReactElement {
  const { t } = useWords();
  return (
    <>
      {life.branch && <p className="lead">{life.branch}</p>}
      <div className="card">
        <p>
          <b>{t('later.life.hours', { hours: hours(life.minutes), all: hours(life.minutesOfYear) })}</b>
        </p>
        <p className="sm mute">
          {life.minutes >= life.minutesDue
            ? t('later.life.hoursEnough')
            : t('later.life.hoursShort', { hours: hours(life.minutesDue - life.minutes) })}
        </p>
        <p className="sm mute">{t('later.life.presentOf', { present: life.present, due: life.due })}</p>
      </div>
      <h2 className="h2">{t('later.life.next')}</h2>
      {life.next.length === 0 && <p className="mute">{t('later.life.noNext')}</p>}
      {life.next.map((meeting) => (
        <MeetingCard key={meeting.id} meeting={meeting} onLeave={onLeave} />
      ))}
      <MyPoints today={dayOf(useNow(60_000))} />
      <h2 className="h2">{t('later.life.past')}</h2>
      {life.past.length === 0 && <p className="mute">{t('later.life.noPast')}</p>}
      {life.past.map((meeting) => (
        <MeetingCard key={meeting.id} meeting={meeting} onLeave={onLeave} />
      ))}
      <h2 className="h2">{t('later.life.trainings')}</h2>
      {life.trainings.length === 0 && <p className="mute">{t('later.life.noTrainings')}</p>}
      {life.trainings.map((training) => (
        <TrainingCard key={training.id} training={training} />
      ))}
    </>
  );
}

function TrainingCard({
  training,
}: {
  readonly training: MyLifeQuery['myLife']['trainings'][number];
}): ReactElement {
  const { t, format } = useWords();
  return (
    <div className="card">
      <p>
        <b>{training.topic}</b> <Chip tone="mute">{t(`TrainingForm.${training.form}`)}</Chip>
      </p>
      <p>
        {format.day(training.day)}
        <br />
        {training.place}
      </p>
      <p className="sm mute">
        {training.title} · {training.holderName}
      </p>
      <p className="sm mute">{t('later.life.trainingHours', { hours: hours(training.minutes) })}</p>
    </div>
  );
}

interface MeetingCardProps {
  readonly meeting: MyMeetingPartsFragment;
  readonly onLeave: (meeting: MyMeetingPartsFragment) => void;
}

function MeetingCard({ meeting, onLeave }: MeetingCardProps): ReactElement {
  const { t, format } = useWords();
  return (
    <div className="card">
      <p>
        <b>{meeting.kinds.map((kind) => t(`MeetingKind.${kind}`)).join(t('later.life.and'))}</b>{' '}
        {meeting.mark && <Chip tone={TONES[meeting.mark]}>{t(`AttendanceMark.${meeting.mark}`)}</Chip>}
      </p>
      <p>
        {format.dateTime(meeting.startsAt)}
        <br />
        {meeting.place}
      </p>
      {meeting.reason && <p className="sm mute">{meeting.reason}</p>}
      {meeting.madeUpOn && (
        <p className="sm mute">{t('later.life.madeUp', { day: format.day(meeting.madeUpOn) })}</p>
      )}
      {meeting.mayAskLeave && (
        <button type="button" className="btn btn--plain" onClick={() => onLeave(meeting)}>
          {t('later.life.leave')}
        </button>
      )}
    </div>
  );
}

interface LeaveProps {
  readonly meeting: MyMeetingPartsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 請假 With a reason that the secretary reads. */
function Leave({ meeting, onClose, onDone }: LeaveProps): ReactElement {
  const { t, format } = useWords();
  const [reason, setReason] = useState('');
  const [ask] = useMutation(AskLeaveDocument);
  const { submission, submit } = useSubmit(async (fields: { reason: string }) => {
    const { data } = await ask({ variables: { input: { id: meeting.id, ...fields } } });
    return data?.askLeave as { readonly id: string } | Refused;
  });
  const send = async () => {
    if (!reason.trim()) return;
    const outcome = await submit({ reason: reason.trim() });
    if (outcome.state !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <Ask title={t('later.life.leaveTitle', { when: format.dateTime(meeting.startsAt) })} onClose={onClose}>
      {submission.state === 'refused' && (
        <ErrorSummary title={refusalMessage(submission.refused, t, format)} />
      )}
      {submission.state === 'failed' && <ErrorSummary title={problemMessage(submission.error, t)} />}
      <div className="field">
        <label htmlFor="leave-reason">{t('later.life.reason')}</label>
        <input
          id="leave-reason"
          className="input"
          value={reason}
          maxLength={120}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <button
        type="button"
        className="btn btn--primary"
        disabled={!reason.trim()}
        onClick={() => void send()}
      >
        {t('later.life.leaveGo')}
      </button>
      <button type="button" className="btn btn--plain" onClick={onClose}>
        {t('common.cancel')}
      </button>
    </Ask>
  );
}
