import { type ReactElement, useState } from 'react';
import { CounterClaimLineDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { TextField } from '../../kit/field';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import type { Claim, Line } from './claim-rules';

interface CounterAskProps {
  readonly line: Line;
  /** The draft that it is taken back in; 'NONE': one has to be gathered first. */
  readonly draft: Claim | 'NONE';
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 沖減 Takes a meal back that should not have been claimed. */
export function CounterAsk({ line, draft, onClose, onDone }: CounterAskProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useAct(CounterClaimLineDocument);
  const amount = format.money(line.fen, { exact: true });
  const send = async () => {
    setTried(true);
    if (draft === 'NONE' || !reason.trim()) return;
    const { done } = await act({ claimId: draft.id, lineId: line.id, reason: reason.trim() });
    if (!done) return;
    toast('ok', t('console.claims.counterDone', { name: line.name, amount }));
    onDone();
  };
  return (
    <Ask
      danger
      title={t('console.claims.counterTitle', { name: line.name, day: format.day(line.day) })}
      word={t('console.claims.counterDo')}
      keep={t('console.claims.counterNot')}
      disabled={draft === 'NONE'}
      busy={busy}
      message={message}
      onGo={() => void send()}
      onClose={onClose}
    >
      {draft === 'NONE' ? (
        <p className="note note--info">{t('console.claims.counterNeedsDraft')}</p>
      ) : (
        <>
          <p>{t('console.claims.counterText', { amount, month: draft.month })}</p>
          <TextField
            label={t('console.substitute.reason')}
            value={reason}
            maxLength={200}
            onChange={setReason}
            error={tried && !reason.trim() ? t('issue.invalid_type') : undefined}
          />
        </>
      )}
    </Ask>
  );
}
