import { registerSW } from 'virtual:pwa-register';
import { offerNewer } from './layout/newer-version';
import { dropOldRounds } from './services/rounds/marks-store';
import { hasRidden } from './services/rounds/rider';

const LOOK_EVERY_MS = 60 * 60_000;

/** With network a page always comes from the house: after a reload it may be the newer one already. */
async function isOld(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src;
  if (own === undefined) return false;
  const answer = await fetch(import.meta.env.BASE_URL, { cache: 'no-cache' });
  return answer.ok && !(await answer.text()).includes(new URL(own).pathname);
}

/** What the console keeps on this device: its own files for the rider's page, and a round only until the day is over. */
export function keepOnThisDevice(): void {
  const takeNewer = registerSW({
    onNeedRefresh: () =>
      void isOld().then(
        (old) => old && offerNewer(() => void takeNewer(true)),
        () => undefined,
      ),
    // A desk is open all day: it does not learn of a newer version by opening pages.
    onRegisteredSW: (_address, registration) => {
      setInterval(() => void registration?.update().catch(() => undefined), LOOK_EVERY_MS);
    },
  });
  if (hasRidden()) void dropOldRounds().catch(() => undefined);
}
