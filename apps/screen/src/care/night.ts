const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const OFFSET_MS = 8 * HOUR_MS;

const DUSK = 22;
const DAWN = 6;

const hourInChina = (now: Date): number => ((now.getTime() + OFFSET_MS) % DAY_MS) / HOUR_MS;

/** From 22:00 to 6:00 in China a wall shines less. */
export const isNight = (now: Date): boolean => hourInChina(now) >= DUSK || hourInChina(now) < DAWN;

const RELOAD_AT = 3.5;
const SPREAD_MS = HOUR_MS / 2;

/** The next 03:30 in China, a quarter of an hour more or less, so that not all walls knock at once. */
export function nextReload(now: Date, chance: number): Date {
  const midnight = Math.floor((now.getTime() + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  const shift = RELOAD_AT * HOUR_MS + (chance - 0.5) * SPREAD_MS;
  const tonight = midnight + shift;
  return new Date(tonight > now.getTime() ? tonight : tonight + DAY_MS);
}
