import { type ReactElement, useState } from 'react';
import { Ask } from '../../kit/ask';
import { TextField } from '../../kit/field';
import { useWords } from '../../kit/words';

interface ReasonAskProps {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly word: string;
  readonly maxLength: number;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly message: string | undefined;
  readonly onGo: (reason: string) => unknown;
  readonly onClose: () => void;
}

/** An act that wants a sentence with it. */
export function ReasonAsk({ title, text, label, word, maxLength, ...ask }: ReasonAskProps): ReactElement {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (reason.trim()) void ask.onGo(reason.trim());
  };
  return (
    <Ask {...ask} title={title} word={word} keep={t('console.life.leave')} onGo={send}>
      <p>{text}</p>
      <TextField
        label={label}
        value={reason}
        maxLength={maxLength}
        onChange={setReason}
        error={tried && !reason.trim() ? t('issue.invalid_type') : undefined}
      />
    </Ask>
  );
}
