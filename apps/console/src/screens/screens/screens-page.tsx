import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { DeskIcon } from '@linli/ui/desk';
import { type ReactElement, useEffect, useState } from 'react';
import {
  RenameScreenDocument,
  RevokeScreenDocument,
  type ScreenRowFragment,
  ScreensDocument,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { useRead } from '../../kit/fresh';
import { Dialog } from '../../kit/overlays';
import { Page, Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { PairDrawer } from './pair-drawer';

const LOOK_AGAIN_MS = 10_000;

interface Asking {
  readonly act: 'rename' | 'revoke';
  readonly screen: ScreenRowFragment;
}

export default function ScreensPage(): ReactElement {
  const { t } = useWords();
  const read = useRead(ScreensDocument, {});
  const [pairing, setPairing] = useState(false);
  const [asking, setAsking] = useState<Asking>();
  const { again } = read;
  useEffect(() => {
    const timer = setInterval(again, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [again]);
  const done = () => {
    setAsking(undefined);
    again();
  };
  return (
    <Page
      title={t('console.menu.screens')}
      actions={
        <>
          <a className="b1" href="/screen/" target="_blank" rel="noreferrer">
            <DeskIcon name="external-link" />
            {t('console.screens.open')}
          </a>
          <Button kind="primary" icon="plus" onClick={() => setPairing(true)}>
            {t('console.screens.pair')}
          </Button>
        </>
      }
    >
      <Loaded read={read}>
        {({ screens }) => {
          const shown = screens.filter(({ revokedAt }) => revokedAt === null);
          if (shown.length === 0)
            return (
              <Panel>
                <Nothing
                  icon="monitor"
                  title={t('console.screens.none')}
                  action={<Button onClick={() => setPairing(true)}>{t('console.screens.pair')}</Button>}
                >
                  {t('console.screens.noneWhy')}
                </Nothing>
              </Panel>
            );
          return (
            <ul className="tiles">
              {shown.map((screen) => (
                <ScreenTile key={screen.id} screen={screen} onAsk={setAsking} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {pairing && (
        <PairDrawer
          onClose={() => setPairing(false)}
          onPaired={() => {
            setPairing(false);
            again();
          }}
        />
      )}
      {asking?.act === 'rename' && (
        <RenameDialog screen={asking.screen} onClose={() => setAsking(undefined)} onDone={done} />
      )}
      {asking?.act === 'revoke' && (
        <RevokeDialog screen={asking.screen} onClose={() => setAsking(undefined)} onDone={done} />
      )}
    </Page>
  );
}

function ScreenTile({
  screen,
  onAsk,
}: {
  readonly screen: ScreenRowFragment;
  readonly onAsk: (asking: Asking) => void;
}): ReactElement {
  const { t, format } = useWords();
  const now = useNow(30_000);
  const { name, centre, area, online, lastSeenAt, resolution, version, lastError, pairedAt, pairedBy } =
    screen;
  const facts: readonly (readonly [string, string])[] = [
    [t('console.screens.shows'), centre?.name ?? area?.name ?? '—'],
    [t('console.screens.seen'), lastSeenAt ? format.ago(lastSeenAt, now) : '—'],
    [t('console.screens.resolution'), resolution ?? '—'],
    [t('console.screens.version'), version ?? '—'],
    [t('console.screens.paired'), `${format.day(pairedAt)} ${pairedBy}`],
  ];
  return (
    <li className="panel tile">
      <div className="row">
        <b style={{ fontSize: 15 }}>{name}</b>
        <span className="push" />
        <Status tone={online ? 'ok' : 'bad'} {...(online ? {} : { icon: 'wifi-off' as const })}>
          {t(online ? 'console.screens.online' : 'console.screens.offline')}
        </Status>
      </div>
      <dl className="dl">
        {facts.map(([key, value]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {lastError && (
        <p className="note note--bad">
          <DeskIcon name="octagon-alert" />
          <span>{lastError}</span>
        </p>
      )}
      <div className="row">
        <Button
          small
          icon="pencil"
          onClick={() => onAsk({ act: 'rename', screen })}
          aria-label={t('console.screens.renameOf', { name })}
        >
          {t('console.screens.rename')}
        </Button>
        <Button
          small
          kind="bad"
          onClick={() => onAsk({ act: 'revoke', screen })}
          aria-label={t('console.screens.revokeOf', { name })}
        >
          {t('console.screens.revoke')}
        </Button>
      </div>
    </li>
  );
}

interface AskProps {
  readonly screen: ScreenRowFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function RenameDialog({ screen, onClose, onDone }: AskProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(RenameScreenDocument);
  const [name, setName] = useState(screen.name);
  const rename = async () => {
    const { done } = await act({ id: screen.id, name: name.trim() });
    if (done) onDone();
  };
  return (
    <Dialog
      open
      title={t('console.screens.renameOf', { name: screen.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" busy={busy} disabled={!name.trim()} onClick={() => void rename()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          label={t('console.screens.name')}
          value={name}
          onChange={setName}
          maxLength={40}
          autoFocus
        />
        <Problem message={message} />
      </div>
    </Dialog>
  );
}

function RevokeDialog({ screen, onClose, onDone }: AskProps): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(RevokeScreenDocument);
  const revoke = async () => {
    const { done } = await act({ id: screen.id });
    if (done) onDone();
  };
  return (
    <Dialog
      open
      icon="triangle-alert"
      title={t('console.screens.revokeTitle', { name: screen.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="danger" busy={busy} onClick={() => void revoke()}>
            {t('console.screens.revoke')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('console.screens.revokeText')}</p>
        <Problem message={message} />
      </div>
    </Dialog>
  );
}
