import { problemMessage, refusalMessage, type Submission } from '@linli/client';
import { type ReactElement, useState } from 'react';
import type { TicketFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { CallButton, ErrorSummary, Note, SubmitButton } from '../../shell/pieces';
import { Link } from '../../shell/router';
import { CancelQuestion, type CancelWords } from '../bookings/cancel-question';
import { useSessionWords } from '../bookings/use-what';
import { mayMove } from '../moving/movable';
import { useAccept } from './use-wait';
import { WhatNext } from './what-next';

interface Props {
  readonly ticket: TicketFragment;
  /** Shown from the phone's own copy: nothing can be changed now. */
  readonly offline: boolean;
}

/** Take the place or let it go; leave the line; take the wish back. One question, in large buttons. */
export function PendingActs({ ticket, offline }: Props): ReactElement {
  const { t } = useLaterWords();
  const [asking, setAsking] = useState(false);
  const { submission, send } = useAccept();
  const words = useLeaveWords(ticket);
  const { state, viewerCan } = ticket;
  const mayAccept = state === 'OFFERED' && viewerCan.includes('CONFIRM') && !offline;
  return (
    <div className="sec">
      <AcceptProblem submission={submission} />
      {mayAccept && submission.state !== 'refused' && (
        <SubmitButton
          busy={submission.state === 'submitting'}
          icon="check"
          onClick={() => void send({ id: ticket.id })}
        >
          {submission.state === 'failed' ? t('common.retry') : t('later.offer.accept')}
        </SubmitButton>
      )}
      {mayMove(ticket) && !offline && (
        <Link className="btn btn--ghost" to={`/bookings/${ticket.id}/move`}>
          {t('later.move.title')}
        </Link>
      )}
      {viewerCan.includes('CANCEL') && !offline && (
        <button className="btn btn--plain" type="button" onClick={() => setAsking(true)}>
          {words.do}
        </button>
      )}
      {state === 'WAITLISTED' && (
        <WhatNext
          steps={[t('later.wait.next.told'), t('later.waiting.next.accept'), t('later.waiting.next.end')]}
        />
      )}
      {state === 'REQUESTED' && (
        <Note tone="info" icon="info" title={t('later.requested.lead')}>
          {t('later.requested.told')}
        </Note>
      )}
      {asking && (
        <CancelQuestion
          ticket={ticket}
          words={words}
          onClose={() => setAsking(false)}
          onCancelled={() => setAsking(false)}
        />
      )}
    </div>
  );
}

function useLeaveWords({ state, session }: TicketFragment): CancelWords {
  const { t } = useLaterWords();
  const { day, what } = useSessionWords();
  const which = state === 'OFFERED' ? 'offer' : state === 'WAITLISTED' ? 'waiting' : 'requested';
  return {
    ask: t(`later.${which}.leaveAsk`, { what: `${day(session)} ${what(session)}` }),
    lead: t(`later.${which}.leaveLead`),
    do: t(`later.${which}.leave`),
    keep: t(`later.${which}.stay`),
    failed: t('later.notLeft'),
  };
}

function AcceptProblem({ submission }: { readonly submission: Submission<unknown> }): ReactElement | null {
  const { t, format } = useLaterWords();
  if (submission.state !== 'refused' && submission.state !== 'failed') return null;
  return (
    <>
      {submission.state === 'refused' ? (
        <ErrorSummary tone="warn" title={refusalMessage(submission.refused, t, format)} />
      ) : (
        <ErrorSummary icon="wifi-off" title={t('later.offer.notYet')}>
          {problemMessage(submission.error, t)}
        </ErrorSummary>
      )}
      <CallButton label={t('resident.callCentre')} />
    </>
  );
}
