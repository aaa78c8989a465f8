// Days as text (YYYY-MM-DD) in China. The domain's own helpers bring zod along, which the sign-in page must not carry.
const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 60 * 60 * 1000;

export const dayOf = (moment: Date | string): string =>
  new Date(new Date(moment).getTime() + OFFSET_MS).toISOString().slice(0, 10);

/** HH:MM in China. */
export const timeOf = (moment: Date | string): string =>
  new Date(new Date(moment).getTime() + OFFSET_MS).toISOString().slice(11, 16);

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** Minutes of the day from HH:MM. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
