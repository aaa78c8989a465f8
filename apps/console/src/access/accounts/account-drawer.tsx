import { useNow } from '@linli/client';
import { type FormEvent, type ReactElement, useState } from 'react';
import {
  type AccountRowFragment,
  EndDutyDocument,
  GrantDutyDocument,
  type PlaceOfDutyFragment,
  ResetPasswordDocument,
  SetAccountDisabledDocument,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { Dialog, Drawer } from '../../kit/overlays';
import { Problem } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useViewer } from '../viewer';
import { DutyFields, dutyInput, type DutyValues, NEW_DUTY } from './duty-fields';
import { dutyInWords } from './duty-words';
import { PasswordOnce } from './password-once';

interface AccountDrawerProps {
  readonly account: AccountRowFragment;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

type Asking =
  { readonly what: 'reset' | 'disable' } | { readonly what: 'end'; readonly duty: PlaceOfDutyFragment };

export function AccountDrawer({ account, onClose, onChanged }: AccountDrawerProps): ReactElement {
  const { t } = useWords();
  const { me } = useViewer();
  const toast = useToast();
  const [asking, setAsking] = useState<Asking>();
  const [password, setPassword] = useState<string>();
  const enabling = useAct(SetAccountDisabledDocument);
  const enable = async () => {
    const { done, message } = await enabling.act({ id: account.id, disabled: false, reason: '' });
    if (!done) return toast('bad', message ?? '');
    onChanged();
  };
  const own = account.id === me.id;
  return (
    <Drawer
      open
      title={`${account.name}（${account.account}）`}
      onClose={onClose}
      footer={
        !own && (
          <div className="acts">
            <Button icon="key-round" onClick={() => setAsking({ what: 'reset' })}>
              {t('console.accounts.reset')}
            </Button>
            {account.disabled ? (
              <Button busy={enabling.busy} onClick={() => void enable()}>
                {t('console.accounts.enable')}
              </Button>
            ) : (
              <Button kind="bad" onClick={() => setAsking({ what: 'disable' })}>
                {t('console.accounts.disable')}
              </Button>
            )}
          </div>
        )
      }
    >
      <Duties account={account} onEnd={(duty) => setAsking({ what: 'end', duty })} onChanged={onChanged} />
      {asking && (
        <AskDialog
          account={account}
          asking={asking}
          onClose={() => setAsking(undefined)}
          onDone={(secret) => {
            setAsking(undefined);
            setPassword(secret);
            onChanged();
          }}
        />
      )}
      {password && (
        <PasswordOnce account={account.account} password={password} onClose={() => setPassword(undefined)} />
      )}
    </Drawer>
  );
}

function Duties({
  account,
  onEnd,
  onChanged,
}: {
  readonly account: AccountRowFragment;
  readonly onEnd: (duty: PlaceOfDutyFragment) => void;
  readonly onChanged: () => void;
}): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const [adding, setAdding] = useState(false);
  return (
    <div className="stack">
      <h3>{t('console.accounts.duties')}</h3>
      {account.duties.length === 0 && <p className="m">{t('common.none')}</p>}
      {account.duties.map((duty) => (
        <div key={duty.id} className="hit" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
          <span>
            <b>{dutyInWords(words, duty)}</b>
            <small>
              {duty.to
                ? t('console.structure.valid', { from: format.date(duty.from), to: format.date(duty.to) })
                : t('console.structure.validFrom', { from: format.date(duty.from) })}
            </small>
          </span>
          <Button
            small
            onClick={() => onEnd(duty)}
            aria-label={t('console.accounts.endOf', { duty: dutyInWords(words, duty) })}
          >
            {t('console.accounts.end')}
          </Button>
        </div>
      ))}
      {adding ? (
        <GrantForm
          accountId={account.id}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            onChanged();
          }}
        />
      ) : (
        <div>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t('console.accounts.grant')}
          </Button>
        </div>
      )}
    </div>
  );
}

function GrantForm({
  accountId,
  onClose,
  onDone,
}: {
  readonly accountId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const { act, busy, message } = useCreate(GrantDutyDocument);
  const form = useForm<DutyValues>(NEW_DUTY, ({ place }): { place?: string } =>
    place ? {} : { place: t('issue.invalid_type') },
  );
  const grant = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.check()) return;
    const { done } = await act({ ...dutyInput(form.values), accountId });
    if (done) onDone();
  };
  return (
    <form className="dishf" noValidate onSubmit={(event) => void grant(event)}>
      <DutyFields values={form.values} set={form.set} fault={form.faults.place} today={today} />
      <Problem message={message} />
      <div className="acts">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {t('console.accounts.grantDo')}
        </Button>
      </div>
    </form>
  );
}

interface AskDialogProps {
  readonly account: AccountRowFragment;
  readonly asking: Asking;
  readonly onClose: () => void;
  readonly onDone: (password?: string) => void;
}

function AskDialog({ account, asking, onClose, onDone }: AskDialogProps): ReactElement {
  const words = useWords();
  const { t } = words;
  const [reason, setReason] = useState('');
  const reset = useAct(ResetPasswordDocument);
  const disable = useAct(SetAccountDisabledDocument);
  const end = useAct(EndDutyDocument);
  const used = { reset, disable, end }[asking.what];
  const go = async () => {
    if (asking.what === 'reset') {
      const { done } = await reset.act({ id: account.id });
      if (done) onDone(done.password);
      return;
    }
    const { done } =
      asking.what === 'end'
        ? await end.act({ id: asking.duty.id })
        : await disable.act({ id: account.id, disabled: true, reason: reason.trim() });
    if (done) onDone();
  };
  const about = asking.what === 'end' ? dutyInWords(words, asking.duty) : account.name;
  return (
    <Dialog
      open
      icon="triangle-alert"
      title={t(`console.accounts.ask.${asking.what}`, { name: about })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="danger"
            busy={used.busy}
            disabled={asking.what === 'disable' && !reason.trim()}
            onClick={() => void go()}
          >
            {t(`console.accounts.do.${asking.what}`)}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t(`console.accounts.says.${asking.what}`)}</p>
        {asking.what === 'disable' && (
          <TextField
            label={t('console.booking.reason')}
            value={reason}
            onChange={setReason}
            maxLength={100}
            autoFocus
          />
        )}
        <Problem message={used.message} />
      </div>
    </Dialog>
  );
}
