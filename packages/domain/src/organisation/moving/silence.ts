import { addDays, type EnumOf, enumOf, type PlainDate } from '../../base/index.js';

/** How long ago somebody who is away should have been heard of. */
export const SilenceState = enumOf('IN_TOUCH', 'DUE_SOON', 'OVERDUE', 'SILENT');
export type SilenceState = EnumOf<typeof SilenceState>;

/** 失聯預警: so many days after a report was due somebody counts as silent. */
export const SILENT_AFTER_DAYS = 30;
const SOON_DAYS = 7;

/** The same day so many months on; where that month is shorter, its last day. */
export function monthsOn(from: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))
    .toISOString()
    .slice(0, 10) as PlainDate;
}

export interface Silence {
  readonly dueOn: PlainDate;
  readonly state: SilenceState;
}

/** `heardOn`: the last report; before the first, the day on which they left. */
export function silenceOn(heardOn: PlainDate, everyMonths: number, on: PlainDate): Silence {
  const dueOn = monthsOn(heardOn, everyMonths);
  if (on > addDays(dueOn, SILENT_AFTER_DAYS)) return { dueOn, state: 'SILENT' };
  if (on > dueOn) return { dueOn, state: 'OVERDUE' };
  return { dueOn, state: on >= addDays(dueOn, -SOON_DAYS) ? 'DUE_SOON' : 'IN_TOUCH' };
}

/** 流動黨員 Away for half a year or more: who comes back sooner is not one. */
export const MOVING_MONTHS = 6;
export const isLongEnough = (since: PlainDate, until: PlainDate): boolean =>
  until >= monthsOn(since, MOVING_MONTHS);
