import { useNow } from '@linli/client';

const DAY_MS = 24 * 60 * 60 * 1000;
const CHINA_MS = 8 * 60 * 60 * 1000;

/** The day in China, as YYYY-MM-DD; `ahead` days later. */
export const dayOf = (moment: Date, ahead = 0): string =>
  new Date(moment.getTime() + CHINA_MS + ahead * DAY_MS).toISOString().slice(0, 10);

/** 0-23 in China. */
export const hourOf = (moment: Date): number => new Date(moment.getTime() + CHINA_MS).getUTCHours();

/** `count` days from `first` on. */
export const daysFrom = (first: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, ahead) => dayOf(new Date(`${first}T00:00:00+08:00`), ahead));

/** Today in China by the server's clock; the page goes on with the day at midnight. */
export const useToday = (): string => dayOf(useNow(60_000));
