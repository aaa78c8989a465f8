import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useWords } from '../../kit/words';
import { qrReader } from './qr-reader';

const LOOK_EVERY_MS = 250;

/** Reads QR codes from the camera until it is taken off the page. */
export function Camera({ onRead }: { readonly onRead: (text: string) => void }): ReactElement {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(onRead);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    latest.current = onRead;
  });
  useEffect(() => {
    let there = true;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = async () => {
      const read = await qrReader();
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const shown = video.current;
      if (!there || !shown) {
        stream.getTracks().forEach((track) => track.stop());
        return;
      }
      shown.srcObject = stream;
      await shown.play();
      const look = async () => {
        const text = await read(shown).catch(() => undefined);
        if (!there) return;
        if (text) latest.current(text);
        timer = setTimeout(() => void look(), LOOK_EVERY_MS);
      };
      await look();
    };
    start().catch(() => there && setFailed(true));
    return () => {
      there = false;
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  if (failed) return <p className="note">{t('console.scan.noCamera')}</p>;
  return <video ref={video} className="cam" muted playsInline aria-label={t('console.scan.camera')} />;
}
