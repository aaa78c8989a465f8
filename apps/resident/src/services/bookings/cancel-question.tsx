import { useMutation } from '@apollo/client/react';
import { problemMessage, refusalMessage, type Refused, type Submission, useSubmit } from '@linli/client';
import { type ReactElement } from 'react';
import { CancelBookingDocument, type TicketFragment } from '../../gql/graphql';
import { Ask } from '../../shell/ask';
import { CallButton, ErrorSummary } from '../../shell/pieces';
import { Unbroken } from '../../shell/unbroken';
import { useWords } from '../../shell/words';
import { useSessionWords } from './use-what';

interface Props {
  readonly ticket: TicketFragment;
  readonly onClose: () => void;
  readonly onCancelled: (ticket: TicketFragment) => void;
}

/** Asks first, and says what happens to the place. */
export function CancelQuestion({ ticket, onClose, onCancelled }: Props): ReactElement {
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
      title={t('resident.cancel.ask', { what: `${day(ticket.session)} ${what(ticket.session)}` })}
      onClose={onClose}
    >
      <p>
        <Unbroken
          text={`${ticket.beneficiary.name} ${format.day(ticket.session.day)} ${hours(ticket.session)}`}
        />
      </p>
      <p className="mute">{t('resident.cancel.lead')}</p>
      <CancelProblem submission={submission} />
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
              : t('resident.cancel.do')}
        </button>
        <button className="btn btn--plain" type="button" onClick={onClose}>
          {t('resident.cancel.keep')}
        </button>
      </div>
    </Ask>
  );
}

function CancelProblem({ submission }: { readonly submission: Submission<unknown> }): ReactElement | null {
  const { t, format } = useWords();
  if (submission.state !== 'refused' && submission.state !== 'failed') return null;
  return (
    <div className="sec">
      {submission.state === 'refused' ? (
        <ErrorSummary title={refusalMessage(submission.refused, t, format)} />
      ) : (
        <ErrorSummary title={t('resident.cancel.failed')}>{problemMessage(submission.error, t)}</ErrorSummary>
      )}
      <CallButton label={t('resident.callCentre')} />
    </div>
  );
}
