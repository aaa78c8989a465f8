import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { DeskIcon } from '@linli/ui/desk';
import { type ReactElement, useEffect, useState } from 'react';
import { type ScreenRowFragment, ScreensDocument } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { PairDrawer } from './pair-drawer';
import { RenameDialog, RevokeDialog } from './screen-dialogs';
import { presenceOf } from './presence';

const LOOK_AGAIN_MS = 10_000;
const LOOK_FOR_NEW_MS = 1500;

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
  const now = useNow(LOOK_AGAIN_MS);
  const waits = read.data?.screens.some((screen) => presenceOf(screen, now) === 'connecting') ?? false;
  useEffect(() => {
    const timer = setInterval(again, waits ? LOOK_FOR_NEW_MS : LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [again, waits]);
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

const LOOKS = {
  online: { tone: 'ok' },
  connecting: { tone: 'info', icon: 'loader-circle' },
  offline: { tone: 'bad', icon: 'wifi-off' },
} as const;

function ScreenTile({
  screen,
  onAsk,
}: {
  readonly screen: ScreenRowFragment;
  readonly onAsk: (asking: Asking) => void;
}): ReactElement {
  const { t, format } = useWords();
  const now = useNow(LOOK_AGAIN_MS);
  const presence = presenceOf(screen, now);
  const { name, centre, area, lastSeenAt, resolution, version, lastError, pairedAt, pairedBy } = screen;
  const facts: readonly (readonly [string, string])[] = [
    [t('console.screens.shows'), centre?.name ?? area?.name ?? '—'],
    [
      t('console.screens.seen'),
      lastSeenAt ? format.ago(lastSeenAt, now) : presence === 'offline' ? t('console.screens.never') : '—',
    ],
    [t('console.screens.resolution'), resolution ?? '—'],
    [t('console.screens.version'), version ?? '—'],
    [t('console.screens.paired'), `${format.day(pairedAt)} ${pairedBy}`],
  ];
  return (
    <li className="panel tile">
      <div className="row">
        <b style={{ fontSize: 15 }}>{name}</b>
        <span className="push" />
        <Status {...LOOKS[presence]}>{t(`console.screens.${presence}`)}</Status>
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
