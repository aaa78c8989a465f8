import { problemMessage, refusalMessage, type Submission } from '@linli/client';
import type { ReactElement } from 'react';
import type { PersonFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { CallButton, ErrorSummary } from '../../shell/pieces';

interface Props {
  readonly submission: Submission<unknown>;
  /** In the order in which they were sent. */
  readonly people: readonly PersonFragment[];
}

/** Nobody was booked: because of whom, and why. */
export function GroupProblem({ submission, people }: Props): ReactElement | null {
  const { t, format } = useLaterWords();
  if (submission.state === 'failed')
    return (
      <ErrorSummary icon="wifi-off" title={t('resident.notBookedYet')}>
        {problemMessage(submission.error, t)} {t('resident.neverTwice')}
      </ErrorSummary>
    );
  if (submission.state !== 'refused') return null;
  const { member } = submission.refused.details;
  const who = typeof member === 'number' ? people[member]?.name : undefined;
  const why = refusalMessage(submission.refused, t, format);
  return (
    <div className="sec">
      <ErrorSummary title={who ? t('later.group.because', { name: who, why }) : why}>
        {t('later.group.nobody')}
      </ErrorSummary>
      <div className="btns">
        <CallButton label={t('resident.callCentre')} />
      </div>
    </div>
  );
}
