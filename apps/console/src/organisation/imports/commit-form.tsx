import { type ReactElement, type SyntheticEvent, useState } from 'react';
import { CommitImportDocument, type ImportChangeKind } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { Problem } from '../../kit/problem';
import { useWords } from '../../kit/words';
import type { Preview, Result } from './import-types';

interface CommitFormProps {
  readonly preview: Preview;
  readonly counts: Readonly<Record<ImportChangeKind, number>>;
  readonly onCommitted: (result: Result) => void;
}

/** Under which document it is done; then once more what it will do. */
export function CommitForm({ preview, counts, onCommitted }: CommitFormProps): ReactElement {
  const { t, format } = useWords();
  const { act, busy, message } = useAct(CommitImportDocument);
  const form = useForm({ documentNumber: '' }, ({ documentNumber }): { documentNumber?: string } =>
    documentNumber.trim() ? {} : { documentNumber: t('issue.invalid_type') },
  );
  const [asking, setAsking] = useState(false);
  const ask = (event: SyntheticEvent) => {
    event.preventDefault();
    if (form.check()) setAsking(true);
  };
  const commit = async () => {
    const { done } = await act({ id: preview.id, documentNumber: form.values.documentNumber.trim() });
    setAsking(false);
    if (done) onCommitted(done);
  };
  const said = { opened: counts.OPENED, closed: counts.CLOSED, renamed: counts.RENAMED, moved: counts.MOVED };
  return (
    <form className="diff" style={{ alignItems: 'start' }} noValidate onSubmit={ask}>
      <div style={{ width: 320 }}>
        <TextField
          label={t('console.change.document')}
          hint={t('console.change.documentHint')}
          value={form.values.documentNumber}
          error={form.faults.documentNumber}
          onChange={(documentNumber) => form.set({ documentNumber })}
          maxLength={60}
        />
      </div>
      <div className="diff__do">
        <Button kind="primary" type="submit" busy={busy}>
          {t('console.import.commit')}
        </Button>
        <span className="m">{t('console.import.expires', { time: format.time(preview.expiresAt) })}</span>
      </div>
      <Problem message={message} />
      {asking && (
        <Ask
          title={t('console.import.commitTitle')}
          word={t('console.import.commitDo')}
          keep={t('console.import.notYet')}
          busy={busy}
          onClose={() => setAsking(false)}
          onGo={commit}
        >
          <p>{t('console.import.counts', said)}</p>
          <p className="hint">{t('console.import.whole')}</p>
        </Ask>
      )}
    </form>
  );
}
