import { useMutation } from '@apollo/client/react';
import { problemMessage, refusalMessage, type Refused, type Submission, useSubmit } from '@linli/client';
import { type ReactElement } from 'react';
import { CancelBookingDocument, type TicketFragment } from '../../gql/graphql';
import { Ask } from '../../shell/ask';
import { CallButton, ErrorSummary } from '../../shell/pieces';
import { Unbroken } from '../../shell/unbroken';
import { useWords } from '../../shell/words';
import { useSessionWords } from './use-what';

/** What is asked, where it is not a booking that is given back. */
export interface CancelWords {
  readonly ask: string;
  readonly lead: string;
  readonly do: string;
  readonly keep: string;
  readonly failed: string;
}

interface Props {
  readonly ticket: TicketFragment;
  readonly words?: CancelWords;
  readonly onClose: () => void;
  readonly onCancelled: (ticket: TicketFragment) => void;
}

/** Asks first, and says what happens to the place. */
export function CancelQuestion({ ticket, words, onClose, onCancelled }: Props): ReactElement {
  const { t, format } = useWords();
  const { what, day, hours } = useSessionWords();
  const [cancel] = useMutation(CancelBookingDocument);
  const { submission, submit } = useSubmit(async (): Promise<TicketFragment | Refused> => {
    const input = { id: ticket.id, reason: t('resident.cancel.reason') };
    const { data } = await cancel({ variables: { input } });
    if (!data) throw new Error('No answer.');
    return data.cancelBooking;
  });
  const busy = submission.state === 'submitting';
  const send = async () => {
    const outcome = await submit({ id: ticket.id });
    if (outcome.state === 'done') onCancelled(outcome.result);
  };
  return (
    <Ask
      title={
        words?.ask ?? t('resident.cancel.ask', { what: `${day(ticket.session)} ${what(ticket.session)}` })
      }
      onClose={onClose}
    >
      <p>
        <Unbroken
          text={`${ticket.beneficiary.name} ${format.day(ticket.session.day)} ${hours(ticket.session)}`}
        />
      </p>
      <p className="mute">{words?.lead ?? t('resident.cancel.lead')}</p>
      <CancelProblem submission={submission} failed={words?.failed ?? t('resident.cancel.failed')} />
      <div className="btns">
        <button
          className="btn btn--bad"
          type="button"
          aria-disabled={busy}
          onClick={busy ? undefined : () => void send()}
        >
          {busy
            ? t('common.submitting')
            : submission.state === 'failed'
              ? t('common.retry')
              : (words?.do ?? t('resident.cancel.do'))}
        </button>
        <button className="btn btn--plain" type="button" onClick={onClose}>
          {words?.keep ?? t('resident.cancel.keep')}
        </button>
      </div>
    </Ask>
  );
}

interface ProblemProps {
  readonly submission: Submission<unknown>;
  readonly failed: string;
}

function CancelProblem({ submission, failed }: ProblemProps): ReactElement | null {
  const { t, format } = useWords();
  if (submission.state !== 'refused' && submission.state !== 'failed') return null;
  return (
    <div className="sec">
      {submission.state === 'refused' ? (
        <ErrorSummary title={refusalMessage(submission.refused, t, format)} />
      ) : (
        <ErrorSummary title={failed}>{problemMessage(submission.error, t)}</ErrorSummary>
      )}
      <CallButton label={t('resident.callCentre')} />
    </div>
  );
}
