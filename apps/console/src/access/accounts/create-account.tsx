import { useNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { CreateAccountDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { dayOf } from '../../kit/days';
import { TextField } from '../../kit/field';
import { type Form, useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { useWords } from '../../kit/words';
import { DutyFields, dutyInput, type DutyValues, NEW_DUTY } from './duty-fields';
import { PasswordOnce } from './password-once';

type Values = DutyValues & { account: string; name: string };
const ACCOUNT = /^[a-z0-9][a-z0-9._-]{2,31}$/i;

interface CreateAccountProps {
  readonly onClose: () => void;
  readonly onCreated: () => void;
}

export function CreateAccount({ onClose, onCreated }: CreateAccountProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useCreate(CreateAccountDocument);
  const [password, setPassword] = useState<{ readonly account: string; readonly password: string }>();
  const form = useForm<Values>({ ...NEW_DUTY, account: '', name: '' }, ({ account, name, place }) => ({
    ...(ACCOUNT.test(account.trim()) ? {} : { account: t('console.accounts.accountWrong') }),
    ...(name.trim() ? {} : { name: t('issue.invalid_type') }),
    ...(place ? {} : { place: t('issue.invalid_type') }),
  }));
  const create = async () => {
    if (!form.check()) return;
    const { account, name } = form.values;
    const { done } = await act({ ...dutyInput(form.values), account: account.trim(), name: name.trim() });
    if (!done) return;
    onCreated();
    setPassword({ account: done.account.account, password: done.password });
  };
  if (password) return <PasswordOnce {...password} onClose={onClose} />;
  return (
    <FormDrawer
      id="account"
      title={t('console.accounts.create')}
      word={t('console.accounts.createDo')}
      changed={form.changed}
      {...{ busy, message, onClose }}
      onSend={create}
    >
      <AccountFields form={form} />
    </FormDrawer>
  );
}

function AccountFields({ form: { values, set, faults } }: { readonly form: Form<Values> }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  return (
    <>
      <TextField
        label={t('console.accounts.name')}
        value={values.name}
        error={faults.name}
        onChange={(name) => set({ name })}
        maxLength={40}
        autoComplete="off"
      />
      <TextField
        label={t('console.signIn.account')}
        hint={t('console.accounts.accountHint')}
        value={values.account}
        error={faults.account}
        onChange={(account) => set({ account })}
        maxLength={32}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <DutyFields values={values} set={set} fault={faults.place} today={today} />
    </>
  );
}
