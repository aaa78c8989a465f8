import { useNow } from '@linli/client';
import { type FormEvent, type ReactElement, useState } from 'react';
import { CreateAccountDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { Drawer } from '../../kit/overlays';
import { Problem } from '../../kit/problem';
import { useWords } from '../../kit/words';
import { DutyFields, dutyInput, type DutyValues, NEW_DUTY } from './duty-fields';
import { PasswordOnce } from './password-once';

type Values = DutyValues & { account: string; name: string };

export function CreateAccount({
  onClose,
  onCreated,
}: {
  readonly onClose: () => void;
  readonly onCreated: () => void;
}): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const { act, busy, message } = useCreate(CreateAccountDocument);
  const [password, setPassword] = useState<{ readonly account: string; readonly password: string }>();
  const form = useForm<Values>({ ...NEW_DUTY, account: '', name: '' }, ({ account, name, place }) => ({
    ...(/^[a-z0-9][a-z0-9._-]{2,31}$/i.test(account.trim())
      ? {}
      : { account: t('console.accounts.accountWrong') }),
    ...(name.trim() ? {} : { name: t('issue.invalid_type') }),
    ...(place ? {} : { place: t('issue.invalid_type') }),
  }));
  const { values, set, faults } = form;
  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.check()) return;
    const { done } = await act({
      ...dutyInput(values),
      account: values.account.trim(),
      name: values.name.trim(),
    });
    if (!done) return;
    onCreated();
    setPassword({ account: done.account.account, password: done.password });
  };
  if (password) return <PasswordOnce {...password} onClose={onClose} />;
  return (
    <Drawer
      open
      title={t('console.accounts.create')}
      onClose={onClose}
      footer={
        <div className="acts">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" form="account" busy={busy}>
            {t('console.accounts.createDo')}
          </Button>
        </div>
      }
    >
      <form id="account" className="stack" noValidate onSubmit={(event) => void create(event)}>
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
        <Problem message={message} />
      </form>
    </Drawer>
  );
}
