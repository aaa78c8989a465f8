import { z } from 'zod';
import { type EnumOf, enumOf, line, timeOfDay } from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';
import { bookingId, type BookingState, statesServed } from '../bookings/index.js';
import type { ServiceCategory } from '../centres/index.js';

export const dayLogEntryId = z.uuidv7().brand<'DayLogEntryId'>();
export type DayLogEntryId = z.infer<typeof dayLogEntryId>;

/** 進餐, 用藥. */
export const DayLogKind = enumOf('MEAL', 'MEDICINE');
export type DayLogKind = EnumOf<typeof DayLogKind>;

/** How much of a meal: 全部, 大部分, 一半, 一點, 沒吃. */
export const Eaten = enumOf('ALL', 'MOST', 'HALF', 'LITTLE', 'NOTHING');
export type Eaten = EnumOf<typeof Eaten>;

/** What somebody ate or was given on a day at the centre. The client makes the id. */
export const recordDayLogInput = z
  .object({
    id: dayLogEntryId,
    bookingId,
    kind: z.enum(DayLogKind),
    /** The meal or the medicine. */
    what: line(60),
    /** Of a meal alone. */
    eaten: z.enum(Eaten).nullish(),
    /** Of a medicine how much was taken; of a meal what else is to be said. */
    note: line(100).nullish(),
    time: timeOfDay,
  })
  .refine(({ kind, eaten }) => (kind === 'MEAL') === (eaten != null), {
    ...{ path: ['eaten'], message: 'EATEN_OF_MEALS' },
  })
  .refine(({ kind, note }) => kind === 'MEAL' || note != null, { path: ['note'], message: 'DOSE_NEEDED' });
export type RecordDayLogInput = z.infer<typeof recordDayLogInput>;

/** An entry is never changed: who was wrong takes it back with a counter-entry, and writes another one. */
export const counterDayLogInput = z.object({ id: dayLogEntryId, reason: line(200) });
export type CounterDayLogInput = z.infer<typeof counterDayLogInput>;

/** What decides whether a day of somebody has a log. */
export interface DayLogFacts {
  readonly category: ServiceCategory;
  readonly state: BookingState;
  readonly checkedInAt: Date | null;
}

/** Of day care alone, and of who was there. */
export function refusalToKeepLog({ category, state, checkedInAt }: DayLogFacts): Refusal | undefined {
  if (category !== 'DAY_CARE') return Refusal.NOT_DAY_CARE;
  return statesServed.includes(state) && checkedInAt !== null ? undefined : Refusal.NOT_CHECKED_IN;
}

/** Nobody has eaten yet what they will eat, whatever the clock of a tablet says. */
export const refusalToLog = (
  facts: DayLogFacts,
  { at, now }: { readonly at: Date; readonly now: Date },
): Refusal | undefined => refusalToKeepLog(facts) ?? (at > now ? Refusal.LOGGED_IN_FUTURE : undefined);
