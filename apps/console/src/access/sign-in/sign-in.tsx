import { Status } from '@linli/ui';
import { type SyntheticEvent, type ReactElement, useEffect, useState } from 'react';
import { SignInDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { Problem } from '../../kit/problem';
import { useWords } from '../../kit/words';
import { Gate } from './gate';

interface SignInProps {
  readonly demonstration: boolean;
  readonly expired: boolean;
  readonly onEntered: () => Promise<void>;
}

/** Account and password; the one-time password is asked for only where the account has one. */
export function SignIn({ demonstration, expired, onEntered }: SignInProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message, refused } = useAct(SignInDocument);
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [asksTotp, setAsksTotp] = useState(false);
  const [tried, setTried] = useState(false);
  const missing = (text: string) => (tried && !text.trim() ? t('issue.invalid_type') : undefined);
  useEffect(() => {
    document.title = `${t('common.signIn')} · ${t('console.title')}`;
  }, [t]);

  const enter = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!account.trim() || !password || (asksTotp && !totp)) {
      focusFirstFault();
      return;
    }
    const outcome = await act({ account: account.trim(), password, totp: asksTotp && totp ? totp : null });
    if (outcome.refused?.code === 'TOTP_NEEDED') {
      setAsksTotp(true);
      setTried(false);
    }
    if (outcome.refused?.code === 'TOTP_WRONG') setTotp('');
    if (outcome.done) await onEntered();
  };
  const firstAsk = refused?.code === 'TOTP_NEEDED';
  return (
    <Gate demonstration={demonstration}>
      <form noValidate onSubmit={(event) => void enter(event)}>
        <h1 className="vh">{t('common.signIn')}</h1>
        {expired && <Status tone="warn">{t('console.signIn.expired')}</Status>}
        <TextField
          label={t('console.signIn.account')}
          value={account}
          error={missing(account)}
          onChange={setAccount}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus
        />
        <TextField
          label={t('console.signIn.password')}
          value={password}
          error={missing(password)}
          onChange={setPassword}
          type="password"
          name="password"
          autoComplete="current-password"
          required
        />
        {asksTotp && (
          <TextField
            key="totp"
            label={t('console.signIn.totp')}
            hint={t('console.signIn.totpHint')}
            value={totp}
            error={missing(totp)}
            onChange={(text) => setTotp(text.replace(/\D/g, '').slice(0, 6))}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            autoFocus
          />
        )}
        <Problem message={firstAsk ? undefined : message} />
        <Button kind="primary" type="submit" busy={busy}>
          {t('common.signIn')}
        </Button>
      </form>
    </Gate>
  );
}
