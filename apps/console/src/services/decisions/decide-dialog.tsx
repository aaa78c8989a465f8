import { type ReactElement, useState } from 'react';
import type { ToDecideFragment } from '../../gql/graphql';
import { Ask } from '../../kit/ask';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { type Decision, decisions, useDecision } from './decisions';

interface DecideDialogProps {
  readonly booking: ToDecideFragment;
  readonly decision: Decision;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks, says what follows, and shows what the resident will read. */
export function DecideDialog({ booking, decision, onClose, onDone }: DecideDialogProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const { busy, message, send } = useDecision(decision);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { asksWhy, reasons, done: word } = decisions[decision];
  const { beneficiary, session, appeal } = booking;
  const { name } = beneficiary;
  const go = async () => {
    setTried(true);
    if (asksWhy && !reason.trim()) return focusFirstFault();
    const decided = await send(booking.id, reason.trim());
    if (!decided) return;
    toast('ok', t(`console.decisions.${word}`, { name, ticket: decided.ticketNumber }));
    onDone();
  };
  return (
    <Ask
      danger={asksWhy}
      title={t(`console.decisions.${decision}Title`, { name })}
      word={t(`console.decisions.${decision}`)}
      busy={busy}
      message={message}
      onGo={go}
      onClose={onClose}
    >
      <p>
        {format.day(session.day)} {session.title} {format.timeRange(session.startsAt, session.endsAt)}
      </p>
      {appeal && <blockquote className="said">{appeal.reason}</blockquote>}
      <p>{t(`console.decisions.${decision}Text`)}</p>
      {decision !== 'approve' && (
        <TextField
          label={t(asksWhy ? 'console.decisions.reason' : 'console.decisions.reasonOptional')}
          value={reason}
          error={asksWhy && tried && !reason.trim() ? t('issue.invalid_type') : undefined}
          onChange={setReason}
          maxLength={200}
          autoFocus
        />
      )}
      {reasons.length > 0 && (
        <div className="cks" role="group" aria-label={t('console.decisions.reasons')}>
          {reasons.map((key) => (
            <Button key={key} small onClick={() => setReason(t(`console.decisions.reason.${key}`))}>
              {t(`console.decisions.reason.${key}`)}
            </Button>
          ))}
        </div>
      )}
      <Told booking={booking} decision={decision} reason={reason.trim()} />
    </Ask>
  );
}

/** The message as it will be read; or that none goes out. */
function Told({
  booking: { beneficiary, session },
  decision,
  reason,
}: {
  readonly booking: ToDecideFragment;
  readonly decision: Decision;
  readonly reason: string;
}): ReactElement {
  const { t, format } = useWords();
  const { told } = decisions[decision];
  if (!beneficiary.phone) return <p className="note note--warn">{t('console.decisions.notTold')}</p>;
  const when = `${format.day(session.day)} ${format.time(session.startsAt)}`;
  return (
    <p className="hint">
      {t('console.decisions.told', { name: beneficiary.name })}
      {t(`console.decisions.${told}`, {
        ...{ when, service: session.service.name },
        reason: reason || t('console.decisions.toldNoReason'),
      })}
    </p>
  );
}
