import { newId } from '@linli/client';
import { type ReactElement, useState } from 'react';
import {
  BringBackResourceDocument,
  type CentreResourceFragment,
  type ResourceKind,
  RetireResourceDocument,
  SaveResourceDocument,
  WorkerAccountsDocument,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { ChoiceField, TextField } from '../../kit/field';
import { useRead } from '../../kit/fresh';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';

/** Who does not sign in. */
const NOBODY = 'NOBODY';

interface Closing {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface NameDialogProps extends Closing {
  readonly centreId: string;
  readonly kind: ResourceKind;
  readonly resource?: CentreResourceFragment;
}

/** A new one, or another name of the same: what is booked keeps it. */
export function NameDialog({ centreId, kind, resource, onClose, onDone }: NameDialogProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const [id] = useState(() => resource?.id ?? newId());
  const [name, setName] = useState(resource?.name ?? '');
  const [accountId, setAccountId] = useState(resource?.account?.id ?? NOBODY);
  const accounts = useRead(WorkerAccountsDocument, { centreId }, { skip: kind !== 'PERSON' });
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useAct(SaveResourceDocument);
  const save = async () => {
    setTried(true);
    if (!name.trim()) return;
    const { done } = await act({
      id,
      centreId,
      kind,
      name: name.trim(),
      accountId: accountId === NOBODY ? null : accountId,
    });
    if (!done) return;
    toast('ok', t('console.resources.saved', { name: done.name }));
    onDone();
  };
  return (
    <Ask
      title={
        resource
          ? t('console.resources.renameOf', { name: resource.name })
          : t('console.resources.addOf', { kind: t(`ResourceKind.${kind}`) })
      }
      word={t('common.save')}
      busy={busy}
      message={message}
      onGo={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={t('console.resources.name')}
        hint={t(`console.resources.nameHint.${kind}`)}
        value={name}
        maxLength={40}
        onChange={setName}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save();
        }}
        error={tried && !name.trim() ? t('issue.invalid_type') : undefined}
      />
      {kind === 'PERSON' && (
        <ChoiceField
          label={t('console.resources.account')}
          hint={t('console.resources.accountHint')}
          value={accountId}
          options={[
            { key: NOBODY, label: t('console.resources.accountNone') },
            ...(accounts.data?.workerAccounts ?? []).map((account) => ({
              key: account.id,
              label: account.name,
            })),
          ]}
          onChange={setAccountId}
        />
      )}
    </Ask>
  );
}

interface OfResource extends Closing {
  readonly resource: CentreResourceFragment;
}

export function RetireAsk({ resource, onClose, onDone }: OfResource): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const { id, name } = resource;
  const { act, busy, message } = useAct(RetireResourceDocument);
  const send = async () => {
    const { done } = await act({ id });
    if (!done) return;
    toast('ok', t('console.resources.retiredDone', { name }));
    onDone();
  };
  return (
    <Ask
      danger
      title={t('console.resources.retireOf', { name })}
      word={t('console.resources.retire')}
      busy={busy}
      message={message}
      onGo={() => void send()}
      onClose={onClose}
    >
      <p>{t('console.resources.retireText')}</p>
    </Ask>
  );
}

export function BringBackAsk({ resource, onClose, onDone }: OfResource): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const { id, name } = resource;
  const { act, busy, message } = useAct(BringBackResourceDocument);
  const send = async () => {
    const { done } = await act({ id });
    if (!done) return;
    toast('ok', t('console.resources.broughtBack', { name }));
    onDone();
  };
  return (
    <Ask
      title={t('console.resources.bringBackOf', { name })}
      word={t('console.resources.bringBack')}
      busy={busy}
      message={message}
      onGo={() => void send()}
      onClose={onClose}
    >
      <p>{t('console.resources.bringBackText')}</p>
    </Ask>
  );
}
