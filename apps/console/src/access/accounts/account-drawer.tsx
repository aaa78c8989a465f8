import { type ReactElement, useState } from 'react';
import { type AccountRowFragment, SetAccountDisabledDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { Drawer } from '../../kit/overlays';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useViewer } from '../viewer';
import { type Asking, AskAboutAccount } from './account-ask';
import { Duties } from './account-duties';
import { PasswordOnce } from './password-once';

interface AccountDrawerProps {
  readonly account: AccountRowFragment;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export function AccountDrawer({ account, onClose, onChanged }: AccountDrawerProps): ReactElement {
  const { me } = useViewer();
  const [asking, setAsking] = useState<Asking>();
  const [password, setPassword] = useState<string>();
  const done = (secret?: string) => {
    setAsking(undefined);
    setPassword(secret);
    onChanged();
  };
  return (
    <Drawer
      open
      title={`${account.name}（${account.account}）`}
      onClose={onClose}
      footer={
        account.id !== me.id && <AccountActs account={account} onAsk={setAsking} onChanged={onChanged} />
      }
    >
      <Duties account={account} onEnd={(duty) => setAsking({ what: 'end', duty })} onChanged={onChanged} />
      {asking && (
        <AskAboutAccount
          account={account}
          asking={asking}
          onClose={() => setAsking(undefined)}
          onDone={done}
        />
      )}
      {password && (
        <PasswordOnce account={account.account} password={password} onClose={() => setPassword(undefined)} />
      )}
    </Drawer>
  );
}

interface AccountActsProps {
  readonly account: AccountRowFragment;
  readonly onAsk: (asking: Asking) => void;
  readonly onChanged: () => void;
}

function AccountActs({ account, onAsk, onChanged }: AccountActsProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const enabling = useAct(SetAccountDisabledDocument);
  const enable = async () => {
    const outcome = await enabling.act({ id: account.id, disabled: false, reason: '' });
    if (outcome.message) toast('bad', outcome.message);
    else onChanged();
  };
  return (
    <div className="acts">
      <Button icon="key-round" onClick={() => onAsk({ what: 'reset' })}>
        {t('console.accounts.reset')}
      </Button>
      {account.disabled ? (
        <Button busy={enabling.busy} onClick={() => void enable()}>
          {t('console.accounts.enable')}
        </Button>
      ) : (
        <Button kind="bad" onClick={() => onAsk({ what: 'disable' })}>
          {t('console.accounts.disable')}
        </Button>
      )}
    </div>
  );
}
