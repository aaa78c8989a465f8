import { useNow } from '@linli/client';
import { useEffect } from 'react';

/** Tells each second that the page still paints. */
export function Painted({ onPaint }: { readonly onPaint: () => void }): null {
  const now = useNow();
  useEffect(() => onPaint(), [now, onPaint]);
  return null;
}
