import { QrCode, Status } from '@linli/ui';
import { type FormEvent, type ReactElement, useState } from 'react';
import {
  ConfirmTotpDocument,
  StartTotpDocument,
  StopTotpDocument,
  type ViewerFragment,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';

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
  const [secret, setSecret] = useState<{ readonly secret: string; readonly uri: string }>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!secret) {
      const { done } = await start.act({ password });
      if (done) setSecret(done);
      return;
    }
    const { done } = await confirm.act({ code });
    if (!done) return;
    toast('ok', t('console.totp.started'));
    onChanged(done);
    onClose();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {!secret && (
        <TextField
          label={t('console.password.current')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          required
          autoFocus
        />
      )}
      {secret && (
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
            onChange={(text) => setCode(text.replace(/\D/g, '').slice(0, 6))}
            required
            autoFocus
          />
        </>
      )}
      <Problem message={start.message ?? confirm.message} />
      <div className="row">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          kind="primary"
          type="submit"
          busy={start.busy || confirm.busy}
          disabled={secret ? code.length !== 6 : !password}
        >
          {t(secret ? 'console.totp.confirm' : 'console.totp.next')}
        </Button>
      </div>
    </form>
  );
}

function Stop({ onClose, onChanged }: StepProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(StopTotpDocument);
  const [password, setPassword] = useState('');
  const stop = async (event: FormEvent) => {
    event.preventDefault();
    const { done } = await act({ password });
    if (!done) return;
    onChanged(done);
    onClose();
  };
  return (
    <form className="stack" onSubmit={(event) => void stop(event)}>
      <TextField
        label={t('console.password.current')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        required
        autoFocus
      />
      <Problem message={message} />
      <div className="row">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button kind="danger" type="submit" busy={busy} disabled={!password}>
          {t('console.totp.stop')}
        </Button>
      </div>
    </form>
  );
}
