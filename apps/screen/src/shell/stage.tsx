import { useNow } from '@linli/client';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { driftAt } from '../care/drift';
import { isNight } from '../care/night';
import { type Fit, fitOf } from './fit';

const fitNow = (): Fit => fitOf(window.innerWidth, window.innerHeight);

/** The window's fit, told anew when it changes. */
export function useFit(): Fit {
  const [fit, setFit] = useState(fitNow);
  useEffect(() => {
    const refit = () => setFit(fitNow());
    window.addEventListener('resize', refit);
    return () => window.removeEventListener('resize', refit);
  }, []);
  return fit;
}

interface StageProps {
  /** The figures are old: the picture steps back. */
  readonly isStale?: boolean;
  readonly children: ReactNode;
}

/** A picture of fixed size, scaled to the wall, that wanders a little and shines less at night. */
export function Stage({ isStale = false, children }: StageProps): ReactElement {
  const { shape, scale, left, top } = useFit();
  const now = useNow(10_000);
  const { x, y } = driftAt(now);
  const at = `translate(${String(Math.round(left + x * scale))}px, ${String(Math.round(top + y * scale))}px)`;
  return (
    <div className={`wall${isNight(now) ? ' wall--night' : ''}`}>
      <div
        className={`stage stage--${shape}${isStale ? ' stage--stale' : ''}`}
        style={{ transform: `${at} scale(${String(scale)})` }}
      >
        {children}
      </div>
    </div>
  );
}
