import { type ReactElement, useState } from 'react';
import { Ask } from '../../kit/ask';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { type Asked, isGroup, untold } from './asked';
import { type Decision, decisions, useDecision } from './decisions';

interface DecideDialogProps {
  readonly asked: Asked;
  readonly decision: Decision;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks, says what follows, and shows what the resident will read. */
export function DecideDialog({ asked, decision, onClose, onDone }: DecideDialogProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const { busy, message, send } = useDecision(decision);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { asksWhy, reasons, done: word } = decisions[decision];
  const { bookings } = asked;
  const [{ beneficiary, session, appeal }] = bookings;
  const several = severalOf(asked, decision);
  const count = bookings.length;
  const name = isGroup(asked)
    ? t('console.decisions.nameAmong', { name: beneficiary.name, count })
    : beneficiary.name;
  const go = async () => {
    setTried(true);
    if (asksWhy && !reason.trim()) return focusFirstFault();
    const decided = await send(
      bookings.map(({ id }) => id),
      reason.trim(),
    );
    if (!decided) return;
    const said = { name, count, ticket: decided.ticketNumber };
    toast('ok', several ? t(`console.decisions.${several}Done`, said) : t(`console.decisions.${word}`, said));
    onDone();
  };
  return (
    <Ask
      danger={asksWhy}
      title={t(`console.decisions.${several ?? decision}Title`, { name, count })}
      word={t(`console.decisions.${decision}`)}
      busy={busy}
      message={message}
      onGo={go}
      onClose={onClose}
    >
      <p>
        {isGroup(asked) || !several
          ? format.day(session.day)
          : bookings.map((each) => format.day(each.session.day)).join(t('common.listComma'))}{' '}
        {session.title} {format.timeRange(session.startsAt, session.endsAt)}
      </p>
      {isGroup(asked) && <p>{bookings.map((each) => each.beneficiary.name).join(t('common.listComma'))}</p>}
      {appeal && <blockquote className="said">{appeal.reason}</blockquote>}
      <p>{t(`console.decisions.${several ?? decision}Text`)}</p>
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
      <Told asked={asked} decision={decision} reason={reason.trim()} />
    </Ask>
  );
}

type Several = 'approveAll' | 'declineAll';

/** All in one act, where there is more than one to decide about. */
function severalOf({ bookings }: Asked, decision: Decision): Several | undefined {
  if (bookings.length === 1) return undefined;
  return ({ approve: 'approveAll', decline: 'declineAll' } as const)[decision as 'approve' | 'decline'];
}

/** The message as it will be read; or to whom none goes out. */
function Told({
  asked,
  decision,
  reason,
}: {
  readonly asked: Asked;
  readonly decision: Decision;
  readonly reason: string;
}): ReactElement {
  const { t, format } = useWords();
  const { bookings } = asked;
  const [{ beneficiary, session }] = bookings;
  const { told } = decisions[decision];
  const missed = untold(asked);
  const several = isGroup(asked) ? undefined : severalOf(asked, decision);
  const said = {
    ...{ when: `${format.day(session.day)} ${format.time(session.startsAt)}`, service: session.service.name },
    ...{ count: bookings.length, to: format.day(bookings.at(-1)?.session.day ?? session.day) },
    reason: reason || t('console.decisions.toldNoReason'),
  };
  const text = several ? t(`console.decisions.${several}Told`, said) : t(`console.decisions.${told}`, said);
  if (!isGroup(asked) && missed.length > 0)
    return <p className="note note--warn">{t('console.decisions.notTold')}</p>;
  return (
    <>
      {missed.length < bookings.length && (
        <p className="hint">
          {isGroup(asked)
            ? t('console.decisions.toldEach')
            : t('console.decisions.told', { name: beneficiary.name })}
          {text}
        </p>
      )}
      {missed.length > 0 && (
        <p className="note note--warn">
          {t('console.decisions.notToldOf', { names: missed.join(t('common.listComma')) })}
        </p>
      )}
    </>
  );
}
