import { useLiveStatus } from '@linli/client/live';
import { type ReactElement, useEffect, useSyncExternalStore } from 'react';
import { useCare } from '../care/use-care';
import { PairingPage } from '../pairing/pairing-page';
import { SceneNews } from '../scenes/scene-news';
import { SceneWall } from '../scenes/scene-wall';
import type { House } from './house';
import { Notice } from './notice';
import { useWords } from './words';

interface WallProps {
  readonly house: House;
  readonly version: string;
  readonly isPreview: boolean;
}

/** Whatever a wall may show: the way in, its scene, or why there is none. */
export function Wall({ house, version, isPreview }: WallProps): ReactElement {
  const { reader, live, client } = house;
  const state = useSyncExternalStore(reader.subscribe, reader.state);
  const { status } = useLiveStatus();
  const { t } = useWords();
  useEffect(() => {
    reader.start();
    return () => reader.stop();
  }, [reader]);
  const isShown = state.status === 'shown';
  useEffect(() => {
    if (isShown && !isPreview) reader.noteInterrupted(status === 'interrupted');
  }, [reader, status, isShown, isPreview]);
  useCare({ client, reader, version, isOff: isPreview || !isShown });

  if (state.status === 'shown') {
    return (
      <>
        {!isPreview && <SceneNews cursor={state.data.scene.cursor} onNews={reader.read} />}
        <SceneWall data={state.data} answeredAt={state.answeredAt} isFollowed={!isPreview} />
      </>
    );
  }
  if (state.status === 'unpaired' && !isPreview) {
    const enter = () => {
      live.restart();
      void reader.read();
    };
    return <PairingPage version={version} onPaired={enter} />;
  }
  if (state.status === 'unpaired') {
    return <Notice title={t('screen.previewSignIn')} hint={t('screen.previewSignInHint')} />;
  }
  if (state.status === 'gone') return <Notice title={t('screen.gone')} hint={t('screen.goneHint')} />;
  return <Notice title={t('screen.waiting')} hint={t('screen.waitingHint')} />;
}
