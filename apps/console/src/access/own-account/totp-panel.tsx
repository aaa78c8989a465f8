import { QrCode, Status } from '@linli/ui';
import { type SyntheticEvent, type ReactElement, useState } from 'react';
import {
  ConfirmTotpDocument,
  StartTotpDocument,
  StopTotpDocument,
  type ViewerFragment,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';

const DIGITS = 6;

interface TotpPanelProps {
  readonly me: ViewerFragment;
  readonly onChanged: (me: ViewerFragment) => void;
}

/** A second key in the telephone: password, then the QR code, then six digits to show that it works. */
export function TotpPanel({ me, onChanged }: TotpPanelProps): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title={t('console.accounts.totp')}
      side={
        <Status tone={me.totpOn ? 'ok' : 'mute'}>
          {t(me.totpOn ? 'console.accounts.totpOn' : 'console.accounts.totpOff')}
        </Status>
      }
    >
      <div className="f">
        <p className="m">{t('console.totp.why')}</p>
        {!open && (
          <div>
            <Button kind={me.totpOn ? 'bad' : 'primary'} onClick={() => setOpen(true)}>
              {t(me.totpOn ? 'console.totp.stop' : 'console.totp.start')}
            </Button>
          </div>
        )}
        {open &&
          (me.totpOn ? (
            <Stop onClose={() => setOpen(false)} onChanged={onChanged} />
          ) : (
            <Enrol onClose={() => setOpen(false)} onChanged={onChanged} />
          ))}
      </div>
    </Panel>
  );
}

interface StepProps {
  readonly onClose: () => void;
  readonly onChanged: (me: ViewerFragment) => void;
}

function Enrol({ onClose, onChanged }: StepProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const start = useAct(StartTotpDocument);
  const confirm = useAct(ConfirmTotpDocument);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [secret, setSecret] = useState<Secret>();
  const [tried, setTried] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (secret ? code.length !== DIGITS : !password) {
      focusFirstFault();
      return;
    }
    if (!secret) {
      setTried(false);
      setSecret((await start.act({ password })).done);
      return;
    }
    const { done } = await confirm.act({ code });
    if (!done) return;
    toast('ok', t('console.totp.started'));
    onChanged(done);
    onClose();
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      {secret ? (
        <SecretFields secret={secret} code={code} tried={tried} onCode={setCode} />
      ) : (
        <PasswordField value={password} tried={tried} onChange={setPassword} />
      )}
      <Problem message={start.message ?? confirm.message} />
      <div className="row">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" busy={start.busy || confirm.busy}>
          {t(secret ? 'console.totp.confirm' : 'console.totp.next')}
        </Button>
      </div>
    </form>
  );
}

interface Secret {
  readonly secret: string;
  readonly uri: string;
}

interface SecretFieldsProps {
  readonly secret: Secret;
  readonly code: string;
  readonly tried: boolean;
  readonly onCode: (code: string) => void;
}

function SecretFields({ secret, code, tried, onCode }: SecretFieldsProps): ReactElement {
  const { t } = useWords();
  return (
    <>
      <p>{t('console.totp.scan')}</p>
      <div style={{ width: 180 }}>
        <QrCode text={secret.uri} label={t('console.totp.qr')} />
      </div>
      <p className="hint">{t('console.totp.byHand')}</p>
      <p className="secret">{secret.secret}</p>
      <TextField
        label={t('console.totp.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        error={tried && code.length !== DIGITS ? t('console.totp.digits', { count: DIGITS }) : undefined}
        onChange={(text) => onCode(text.replace(/\D/g, '').slice(0, DIGITS))}
        required
        autoFocus
      />
    </>
  );
}

interface PasswordFieldProps {
  readonly value: string;
  readonly tried: boolean;
  readonly onChange: (password: string) => void;
}

function PasswordField({ tried, ...props }: PasswordFieldProps): ReactElement {
  const { t } = useWords();
  return (
    <TextField
      {...props}
      label={t('console.password.current')}
      error={tried && !props.value ? t('issue.invalid_type') : undefined}
      type="password"
      autoComplete="current-password"
      required
      autoFocus
    />
  );
}

function Stop({ onClose, onChanged }: StepProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(StopTotpDocument);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const stop = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!password) {
      focusFirstFault();
      return;
    }
    const { done } = await act({ password });
    if (!done) return;
    onChanged(done);
    onClose();
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void stop(event)}>
      <PasswordField value={password} tried={tried} onChange={setPassword} />
      <Problem message={message} />
      <div className="row">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button kind="danger" type="submit" busy={busy}>
          {t('console.totp.stop')}
        </Button>
      </div>
    </form>
  );
}
