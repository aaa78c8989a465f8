import type { ReactElement } from 'react';
import {
  type AccountRowFragment,
  EndDutyDocument,
  type PlaceOfDutyFragment,
  ResetPasswordDocument,
  SetAccountDisabledDocument,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { useWords } from '../../kit/words';
import { dutyInWords } from './duty-words';

export type Asking =
  { readonly what: 'reset' | 'disable' } | { readonly what: 'end'; readonly duty: PlaceOfDutyFragment };

interface AskAboutAccountProps {
  readonly account: AccountRowFragment;
  readonly asking: Asking;
  readonly onClose: () => void;
  /** With the new password, where one was made. */
  readonly onDone: (password?: string) => void;
}

export function AskAboutAccount({ account, asking, onClose, onDone }: AskAboutAccountProps): ReactElement {
  const words = useWords();
  const { t } = words;
  const { what } = asking;
  const form = useForm({ reason: '' }, ({ reason }): { reason?: string } =>
    what !== 'disable' || reason.trim() ? {} : { reason: t('issue.invalid_type') },
  );
  const reset = useAct(ResetPasswordDocument);
  const disable = useAct(SetAccountDisabledDocument);
  const end = useAct(EndDutyDocument);
  const { busy, message } = { reset, disable, end }[what];
  const go = async () => {
    if (!form.check()) return;
    if (what === 'reset') {
      const { done } = await reset.act({ id: account.id });
      if (done) onDone(done.password);
      return;
    }
    const { done } =
      what === 'end'
        ? await end.act({ id: asking.duty.id })
        : await disable.act({ id: account.id, disabled: true, reason: form.values.reason.trim() });
    if (done) onDone();
  };
  const name = what === 'end' ? dutyInWords(words, asking.duty) : account.name;
  return (
    <Ask
      danger
      title={t(`console.accounts.ask.${what}`, { name })}
      word={t(`console.accounts.do.${what}`)}
      keep={t(`console.accounts.keep.${what}`)}
      {...{ busy, message, onClose }}
      onGo={go}
    >
      <p>{t(`console.accounts.says.${what}`)}</p>
      {what === 'disable' && (
        <TextField
          label={t('console.booking.reason')}
          value={form.values.reason}
          error={form.faults.reason}
          onChange={(reason) => form.set({ reason })}
          maxLength={100}
          autoFocus
        />
      )}
    </Ask>
  );
}
