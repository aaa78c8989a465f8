import { type ReactElement, useState } from 'react';
import { type BookingState, CancelBookingDocument, CancelGroupDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import type { Arrival } from './arrivals';

const REASONS = ['ill', 'away', 'mistake'] as const;

/** To give a booking back, to leave a line, to give up what is held: one act, three things. */
const WORDS = {
  WAITLISTED: {
    act: 'console.booking.leave',
    keep: 'console.booking.leaveNot',
    title: 'console.booking.leaveTitle',
    text: 'console.booking.leaveText',
    done: 'console.booking.left',
  },
  OFFERED: {
    act: 'console.booking.giveUp',
    keep: 'console.booking.keep',
    title: 'console.booking.giveUpTitle',
    text: 'console.booking.giveUpText',
    done: 'console.booking.left',
  },
  OTHER: {
    act: 'console.booking.cancel',
    keep: 'console.booking.keep',
    title: 'console.booking.cancelTitle',
    text: 'console.booking.cancelText',
    done: 'console.booking.cancelled',
  },
} as const;

const wordsOf = (state: BookingState | undefined) =>
  WORDS[state === 'WAITLISTED' || state === 'OFFERED' ? state : 'OTHER'];

export const cancelWord = (state: BookingState | undefined) => wordsOf(state).act;

interface CancelDialogProps {
  readonly booking: Arrival;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function CancelDialog({ booking, onClose, onDone }: CancelDialogProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const alone = useAct(CancelBookingDocument);
  const group = useAct(CancelGroupDocument);
  const [all, setAll] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { session, ticketNumber, beneficiary, groupId } = booking;
  const { name } = beneficiary;
  const words = wordsOf(booking.state);
  const cancel = async () => {
    setTried(true);
    if (!reason.trim()) return focusFirstFault();
    const why = reason.trim();
    const { done } =
      all && groupId
        ? await group.act({ id: groupId, reason: why })
        : await alone.act({ id: booking.id, reason: why });
    if (!done) return;
    toast('ok', all ? t('console.booking.groupCancelled') : t(words.done, { name }));
    onDone();
  };
  return (
    <Ask
      danger
      title={t(words.title, { name })}
      word={t(words.act)}
      keep={t(words.keep)}
      busy={alone.busy || group.busy}
      message={alone.message ?? group.message}
      onGo={cancel}
      onClose={onClose}
    >
      <p>
        {[`${format.day(session.day)} ${session.title}`, ticketNumber]
          .filter(Boolean)
          .join(t('console.comma'))}
      </p>
      <TextField
        label={t('console.booking.reason')}
        value={reason}
        error={tried && !reason.trim() ? t('issue.invalid_type') : undefined}
        onChange={setReason}
        maxLength={100}
        autoFocus
      />
      <div className="cks" role="group" aria-label={t('console.booking.usualReasons')}>
        {REASONS.map((key) => (
          <Button key={key} small onClick={() => setReason(t(`console.booking.reason.${key}`))}>
            {t(`console.booking.reason.${key}`)}
          </Button>
        ))}
      </div>
      {groupId && (
        <div className="cks">
          <label className={all ? 'ck on' : 'ck'}>
            <input type="checkbox" checked={all} onChange={() => setAll(!all)} />
            {t('console.booking.wholeGroup')}
          </label>
        </div>
      )}
      <p className="hint">
        {t(words.text)}
        {t(beneficiary.phone ? 'console.booking.isTold' : 'console.booking.isNotTold', { name })}
      </p>
    </Ask>
  );
}
