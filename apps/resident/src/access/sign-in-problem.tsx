import { problemMessage, refusalMessage, type Submission } from '@linli/client';
import type { ReactElement } from 'react';
import { ErrorSummary } from '../shell/pieces';
import { useWords } from '../shell/words';

interface Props {
  readonly submission: Submission<unknown>;
  /** What has not happened, when the answer was lost on the way. */
  readonly title: string;
}

export function SignInProblem({ submission, title }: Props): ReactElement | null {
  const { t, format } = useWords();
  if (submission.state === 'refused')
    return <ErrorSummary title={refusalMessage(submission.refused, t, format)} />;
  if (submission.state !== 'failed') return null;
  return <ErrorSummary title={title}>{problemMessage(submission.error, t)}</ErrorSummary>;
}
