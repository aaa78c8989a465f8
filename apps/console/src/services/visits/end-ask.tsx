import { type ReactElement, useState } from 'react';
import { EndVisitDocument, type VisitFragment, type VisitOutcome } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { TextField } from '../../kit/field';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';

interface EndAskProps {
  readonly visit: VisitFragment;
  readonly outcome: VisitOutcome;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** How it ended, with a word on it; who refused is asked why. */
export function EndAsk({ visit, outcome, onClose, onDone }: EndAskProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useAct(EndVisitDocument);
  const { bookingId, name } = visit;
  const asksWhy = outcome === 'REFUSED';
  const titles = {
    DONE: 'console.visits.doneTitle',
    NOBODY_OPENED: 'console.visits.nobodyTitle',
    REFUSED: 'console.visits.refusedTitle',
  } as const;
  const send = async () => {
    setTried(true);
    if (asksWhy && !note.trim()) return;
    const { done } = await act({ bookingId, outcome, note: note.trim() || null });
    if (!done) return;
    toast('ok', t('console.visits.recorded', { outcome: t(`VisitOutcome.${outcome}`) }));
    onDone();
  };
  return (
    <Ask
      danger={outcome === 'NOBODY_OPENED'}
      title={t(titles[outcome], { name })}
      word={t(`VisitAct.${outcome}`)}
      busy={busy}
      message={message}
      onGo={() => void send()}
      onClose={onClose}
    >
      {outcome === 'NOBODY_OPENED' && <p>{t('console.visits.nobodyText')}</p>}
      <TextField
        label={asksWhy ? t('console.visits.noteWhy') : t('console.visits.note')}
        {...(!asksWhy && { side: t('common.optional') })}
        hint={t('console.visits.noteHint')}
        value={note}
        maxLength={200}
        onChange={setNote}
        error={tried && asksWhy && !note.trim() ? t('issue.invalid_type') : undefined}
      />
    </Ask>
  );
}
