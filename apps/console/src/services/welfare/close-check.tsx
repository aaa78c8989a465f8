import { type ReactElement, useState } from 'react';
import { type CheckFragment, CloseWelfareCheckDocument, type WelfareOutcome } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { ChoiceField, TextField } from '../../kit/field';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';

const OUTCOMES: readonly WelfareOutcome[] = ['SAFE_AT_HOME', 'SAFE_ELSEWHERE', 'TAKEN_TO_HOSPITAL'];

interface CloseCheckProps {
  readonly check: CheckFragment;
  readonly onClose: () => void;
  readonly again: () => void;
}

/** Only who has seen the person, or knows who has, ends it, and signs for it. */
export function CloseCheck({ check, onClose, again }: CloseCheckProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const [outcome, setOutcome] = useState<WelfareOutcome | ''>('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useAct(CloseWelfareCheckDocument);
  const send = async () => {
    setTried(true);
    if (!outcome || !note.trim()) return;
    const { done } = await act({ id: check.id, outcome, note: note.trim() });
    if (!done) return;
    toast('ok', t('console.welfare.done', { name: check.resident.name }));
    onClose();
    again();
  };
  return (
    <Ask
      title={t('console.welfare.closeTitle', { name: check.resident.name })}
      word={t('console.welfare.close')}
      keep={t('console.welfare.keep')}
      busy={busy}
      message={message}
      onGo={() => void send()}
      onClose={onClose}
    >
      <ChoiceField
        label={t('console.welfare.outcome')}
        value={outcome}
        options={OUTCOMES.map((key) => ({ key, label: t(`WelfareOutcome.${key}`) }))}
        onChange={setOutcome}
        error={tried && !outcome ? t('console.welfare.chooseOutcome') : undefined}
      />
      <TextField
        label={t('console.welfare.note')}
        value={note}
        maxLength={200}
        onChange={setNote}
        hint={t('console.welfare.noteHint')}
        error={tried && !note.trim() ? t('console.welfare.writeNote') : undefined}
      />
    </Ask>
  );
}
