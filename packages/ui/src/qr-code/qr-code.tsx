import { type ReactElement, useEffect, useState } from 'react';
import type { Look } from '../icons/icon.js';

type Encode = typeof import('./modules.js').modulesOf;

// The encoder comes after the first page has been drawn; from then on it is at hand.
let known: Encode | undefined;

function useEncoder(): Encode | undefined {
  const [encode, setEncode] = useState<Encode | undefined>(() => known);
  useEffect(() => {
    if (encode) return;
    let there = true;
    void import('./modules.js').then(({ modulesOf }) => {
      known = modulesOf;
      if (there) setEncode(() => modulesOf);
    });
    return () => {
      there = false;
    };
  }, [encode]);
  return encode;
}

/** `label` says what the code is for, in words: it is all that a screen reader gets. */
export function QrCode({
  text,
  label,
  className,
}: Look & { readonly text: string; readonly label: string }): ReactElement {
  const encode = useEncoder();
  const { size, d } = encode?.(text) ?? { size: 25, d: '' };
  return (
    <svg
      className={className ? `qr ${className}` : 'qr'}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      aria-busy={!encode}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={d} fill="#211C1A" />
    </svg>
  );
}
