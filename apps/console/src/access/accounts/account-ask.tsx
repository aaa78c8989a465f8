import { type ReactElement, useState } from 'react';
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
  const [reason, setReason] = useState('');
  const reset = useAct(ResetPasswordDocument);
  const disable = useAct(SetAccountDisabledDocument);
  const end = useAct(EndDutyDocument);
  const { busy, message } = { reset, disable, end }[what];
  const go = async () => {
    if (what === 'reset') {
      const { done } = await reset.act({ id: account.id });
      if (done) onDone(done.password);
      return;
    }
    const { done } =
      what === 'end'
        ? await end.act({ id: asking.duty.id })
        : await disable.act({ id: account.id, disabled: true, reason: reason.trim() });
    if (done) onDone();
  };
  const name = what === 'end' ? dutyInWords(words, asking.duty) : account.name;
  const lacksReason = what === 'disable' && !reason.trim();
  return (
    <Ask
      danger
      title={t(`console.accounts.ask.${what}`, { name })}
      word={t(`console.accounts.do.${what}`)}
      {...{ busy, message, onClose }}
      disabled={lacksReason}
      onGo={go}
    >
      <p>{t(`console.accounts.says.${what}`)}</p>
      {what === 'disable' && (
        <TextField
          label={t('console.booking.reason')}
          value={reason}
          onChange={setReason}
          maxLength={100}
          autoFocus
        />
      )}
    </Ask>
  );
}
