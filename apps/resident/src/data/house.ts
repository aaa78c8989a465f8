import { createLinliClient } from '@linli/client/apollo';
import { storedLocale } from '@linli/client/i18n';
import { createLiveLink } from '@linli/client/live';
import { forgetResident } from '../shell/session';

const face = 'resident' as const;
export const live = createLiveLink({ face, locale: storedLocale });
export const client = createLinliClient({ face, locale: storedLocale, live: live.link });

/** Signed out, here or by the server: nothing of this resident stays in memory or on the phone. */
export async function leave(): Promise<void> {
  await forgetResident();
  await client.clearStore();
  live.restart();
}
