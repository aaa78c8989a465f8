import { useApolloClient } from '@apollo/client/react';
import { useNow } from '@linli/client';
import { type ReactElement, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { resolutionOf } from '../care/resolution';
import { Head } from '../shell/frame';
import { Phrase } from '../shell/phrase';
import { Stage } from '../shell/stage';
import { useWords } from '../shell/words';
import { type PairingView, PairingFlow } from './pairing-flow';
import { pairingServer } from './pairing-server';

interface PairingPageProps {
  readonly version: string;
  readonly onPaired: () => void;
}

export function PairingPage({ version, onPaired }: PairingPageProps): ReactElement {
  const view = usePairing(version, onPaired);
  const { t } = useWords();
  return (
    <Stage>
      <Head name={t('common.productName')} about={t('screen.face')} />
      <main className="body body--pair">
        <section>
          <h1 className="say">{t('screen.pair.title')}</h1>
          <Code code={view.code?.code} />
          <Left view={view} />
        </section>
        <ol className="how">
          {(['screen.pair.step1', 'screen.pair.step2', 'screen.pair.step3'] as const).map((step, i) => (
            <li key={step}>
              <span aria-hidden="true">{i + 1}</span>
              {t(step)}
            </li>
          ))}
        </ol>
      </main>
      <footer className="foot">
        <span>{t('screen.pair.foot')}</span>
        <p>
          {resolutionOf(window).replace('x', ' × ').replace('@', ' @ ')}
          <span>{t('screen.pair.version', { version })}</span>
        </p>
      </footer>
    </Stage>
  );
}

function usePairing(version: string, onPaired: () => void): PairingView {
  const client = useApolloClient();
  const paired = useRef(onPaired);
  useEffect(() => {
    paired.current = onPaired;
  });
  const flow = useMemo(
    () => new PairingFlow(pairingServer(client, version), () => paired.current()),
    [client, version],
  );
  useEffect(() => {
    flow.start();
    return () => flow.stop();
  }, [flow]);
  return useSyncExternalStore(flow.subscribe, flow.view);
}

const HALF = 3;

function Code({ code }: { readonly code: string | undefined }): ReactElement {
  const { t } = useWords();
  const letters = Array.from(code ?? '      ');
  const label =
    code === undefined ? t('screen.pair.asking') : t('screen.pair.code', { code: letters.join(' ') });
  return (
    <div className="code" role="img" aria-label={label} lang="en">
      {letters.map((letter, i) => (
        <span key={i} className={i === HALF ? 'code__second' : undefined}>
          {letter}
        </span>
      ))}
    </div>
  );
}

function Left({ view: { code, trouble } }: { readonly view: PairingView }): ReactElement {
  const now = useNow();
  const { t } = useWords();
  const leftMs = code ? Math.max(0, code.expiresAt - now.getTime()) : 0;
  const share = code ? Math.min(1, leftMs / code.lastsMs) : 0;
  const text = trouble
    ? t(`screen.pair.${trouble}`)
    : code
      ? t('screen.pair.left', { time: clockOf(leftMs) })
      : t('screen.pair.asking');
  return (
    <>
      <div className="count" aria-hidden="true">
        <i style={{ transform: `scaleX(${String(share)})` }} />
      </div>
      <p className="sub sub--pair">
        <Phrase text={text} />
      </p>
    </>
  );
}

const clockOf = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
};
