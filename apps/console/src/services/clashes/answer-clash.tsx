import { type ReactElement, useState } from 'react';
import { useViewer } from '../../access/viewer';
import { AnswerAllergyClashDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { TextField } from '../../kit/field';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import type { Clash, Settled } from './clash';

interface AnswerClashProps {
  readonly clash: Clash;
  readonly onClose: () => void;
  readonly onDone: (settled: Settled) => void;
}

/** Somebody takes it on their name that the person is told and gets something else. */
export function AnswerClash({ clash, onClose, onDone }: AnswerClashProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const { me } = useViewer();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useCreate(AnswerAllergyClashDocument);
  const { beneficiary, id } = clash.booking;
  const send = async () => {
    setTried(true);
    if (!note.trim()) return;
    const { done } = await act({ bookingId: id, note: note.trim() });
    if (!done) return;
    toast('ok', t('console.clashes.done', { name: beneficiary.name }));
    onDone({ clash, note: done.note, at: done.at, byName: done.byName });
  };
  return (
    <Ask
      icon="triangle-alert"
      title={t('console.clashes.answerTitle', { name: beneficiary.name })}
      word={t('console.clashes.sign')}
      keep={t('console.clashes.later')}
      busy={busy}
      message={message}
      onGo={() => void send()}
      onClose={onClose}
    >
      <p>
        {t('console.clashes.answerText', {
          dishes: clash.dishes.join(t('console.listed')),
          what: clash.allergens.map((key) => t(`Allergen.${key}`)).join(t('console.listed')),
          by: me.name,
        })}
      </p>
      <TextField
        label={t('console.clashes.how')}
        hint={t('console.clashes.howHint')}
        value={note}
        maxLength={200}
        onChange={setNote}
        error={tried && !note.trim() ? t('issue.invalid_type') : undefined}
      />
    </Ask>
  );
}
