import { createLinliClient, fetchedLater } from '@linli/client/apollo';
import { storedLocale } from '@linli/client/i18n';
import { forgetResident } from '../shell/session';

const face = 'resident' as const;
// The socket is for what changes later: a page shows without it.
const loadLive = async () => (await import('./live')).live;
export const client = createLinliClient({
  face,
  locale: storedLocale,
  live: fetchedLater(async () => (await loadLive()).link),
});

/** Signed out, here or by the server: nothing of this resident stays in memory or on the phone. */
export async function leave(): Promise<void> {
  await forgetResident();
  await client.clearStore();
  void loadLive().then(
    (live) => live.restart(),
    () => undefined,
  );
}
