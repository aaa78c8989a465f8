import { problemMessage, refusalMessage, type Submission } from '@linli/client';
import type { ReactElement } from 'react';
import { useLaterWords } from '../../shell/later-words';
import { CallButton, ErrorSummary } from '../../shell/pieces';

interface Props {
  readonly submission: Submission<unknown>;
  /** What did not happen. */
  readonly title: string;
}

/** Why it was not done; nothing has changed, and the centre can be called. */
export function StandingProblem({ submission, title }: Props): ReactElement | null {
  const { t, format } = useLaterWords();
  if (submission.state !== 'refused' && submission.state !== 'failed') return null;
  return (
    <div className="sec">
      {submission.state === 'refused' ? (
        <ErrorSummary title={title}>{refusalMessage(submission.refused, t, format)}</ErrorSummary>
      ) : (
        <ErrorSummary icon="wifi-off" title={title}>
          {problemMessage(submission.error, t)}
        </ErrorSummary>
      )}
      <div className="btns">
        <CallButton label={t('resident.callCentre')} />
      </div>
    </div>
  );
}
