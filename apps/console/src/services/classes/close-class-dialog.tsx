import { type ReactElement, useState } from 'react';
import { CloseSeriesDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useClassWords } from './class-words';
import { membersOf, type Roll } from './roll';

interface CloseClassDialogProps {
  readonly roll: Roll;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 停班 Whom it hits and what they are told, before it is done. */
export function CloseClassDialog({ roll, onClose, onDone }: CloseClassDialogProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const words = useClassWords();
  const { act, busy, message } = useAct(CloseSeriesDocument);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { series } = roll;
  const people = membersOf(roll).filter(({ run }) => !run?.leftAt).length;
  const close = async () => {
    setTried(true);
    if (!reason.trim()) return focusFirstFault();
    const { done } = await act({ id: series.id, reason: reason.trim() });
    if (!done) return;
    toast('ok', t('console.classes.closeDone', { name: series.name }));
    onDone();
  };
  return (
    <Ask
      danger
      title={t('console.classes.closeTitle', { name: series.name })}
      word={t('console.classes.close')}
      keep={t('console.classes.closeNot')}
      busy={busy}
      message={message}
      onGo={close}
      onClose={onClose}
    >
      <p className={people > 0 ? 'note note--bad' : undefined}>
        {t('console.classes.closeHits', { left: words.left(series).length, people })}
      </p>
      <TextField
        label={t('console.classes.closeReason')}
        hint={t('console.classes.closeReasonHint')}
        value={reason}
        error={tried && !reason.trim() ? t('issue.invalid_type') : undefined}
        onChange={setReason}
        maxLength={100}
        autoFocus
      />
    </Ask>
  );
}
