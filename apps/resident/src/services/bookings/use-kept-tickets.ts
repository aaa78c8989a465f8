import { serverNow } from '@linli/client';
import { useEffect, useState } from 'react';
import { residentId } from '../../shell/session';
import { useSignal } from '../../shell/signal';
import type { KeptTickets } from './ticket-store';

/** What this phone kept; `undefined` while it is being looked up, `null` when there is nothing. */
export function useKeptTickets(wanted: boolean): KeptTickets | null | undefined {
  const id = useSignal(residentId);
  const [kept, setKept] = useState<KeptTickets | null>();
  useEffect(() => {
    if (!wanted || !id) return;
    let there = true;
    void lookUp(id).then((found) => {
      if (there) setKept(found ?? null);
    });
    return () => {
      there = false;
    };
  }, [wanted, id]);
  return kept;
}

async function lookUp(id: string): Promise<KeptTickets | undefined> {
  const shelf = await import('./ticket-store').catch(() => undefined);
  return shelf?.keptTickets(id, serverNow().getTime());
}
