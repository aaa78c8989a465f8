import { problemMessage, refusalMessage, type Submission } from '@linli/client';
import type { ReactElement } from 'react';
import { Link } from '../../shell/router';
import { CallButton, ErrorSummary } from '../../shell/pieces';
import { useLaterWords } from '../../shell/later-words';

/** Somebody was faster, or the time has passed: nothing is wrong with what was typed. */
const OVERTAKEN = ['SESSION_FULL', 'PAST_CUT_OFF', 'SESSION_OVER', 'SESSION_CANCELLED', 'CENTRE_CLOSED'];

interface Props {
  readonly submission: Submission<unknown>;
  /** Where another time can be chosen. */
  readonly otherTimes: string;
  /** Where one waits for a place, when it is full by now. */
  readonly wait?: string | undefined;
}

/** Why it was not booked, and what one can do instead. It takes the focus. */
export function BookingProblem({ submission, otherTimes, wait }: Props): ReactElement | null {
  const { t, format } = useLaterWords();
  if (submission.state === 'failed') {
    return (
      <div className="sec">
        <ErrorSummary icon="wifi-off" title={t('resident.notBookedYet')}>
          {problemMessage(submission.error, t)} {t('resident.neverTwice')}
        </ErrorSummary>
        <div className="btns">
          <CallButton label={t('resident.bookByPhone')} />
        </div>
      </div>
    );
  }
  if (submission.state !== 'refused') return null;
  const { code } = submission.refused;
  return (
    <div className="sec">
      <ErrorSummary
        tone={OVERTAKEN.includes(code) ? 'warn' : 'bad'}
        icon={code === 'SESSION_FULL' ? 'users' : 'octagon-alert'}
        title={refusalMessage(submission.refused, t, format)}
      >
        {code === 'ALREADY_BOOKED' ? (
          <Link to="/bookings">{t('resident.myBookings')}</Link>
        ) : (
          t('resident.nothingBooked')
        )}
      </ErrorSummary>
      <div className="btns">
        {wait && (
          <Link className="btn" to={wait}>
            {t('later.wait.join')}
          </Link>
        )}
        <Link className={wait ? 'btn btn--ghost' : 'btn'} to={otherTimes}>
          {t('resident.otherTimes')}
        </Link>
        <CallButton label={t('resident.callCentre')} />
      </div>
    </div>
  );
}
