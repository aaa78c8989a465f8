import type { ReactElement, SyntheticEvent } from 'react';
import { RenameScreenDocument, RevokeScreenDocument, type ScreenRowFragment } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { useWords } from '../../kit/words';

interface AskProps {
  readonly screen: ScreenRowFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function RenameDialog({ screen, onClose, onDone }: AskProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(RenameScreenDocument);
  const form = useForm({ name: screen.name }, ({ name }): { name?: string } =>
    name.trim() ? {} : { name: t('issue.invalid_type') },
  );
  const rename = async () => {
    if (!form.check()) return;
    const { done } = await act({ id: screen.id, name: form.values.name.trim() });
    if (done) onDone();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void rename();
  };
  return (
    <Ask
      title={t('console.screens.renameOf', { name: screen.name })}
      word={t('common.save')}
      {...{ busy, message, onClose }}
      onGo={rename}
    >
      <form noValidate onSubmit={submit}>
        <TextField
          label={t('console.screens.name')}
          value={form.values.name}
          error={form.faults.name}
          onChange={(name) => form.set({ name })}
          maxLength={40}
          autoFocus
        />
      </form>
    </Ask>
  );
}

export function RevokeDialog({ screen, onClose, onDone }: AskProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(RevokeScreenDocument);
  const revoke = async () => {
    const { done } = await act({ id: screen.id });
    if (done) onDone();
  };
  return (
    <Ask
      danger
      title={t('console.screens.revokeTitle', { name: screen.name })}
      word={t('console.screens.revoke')}
      keep={t('console.screens.keep')}
      {...{ busy, message, onClose }}
      onGo={revoke}
    >
      <p>{t('console.screens.revokeText')}</p>
    </Ask>
  );
}
