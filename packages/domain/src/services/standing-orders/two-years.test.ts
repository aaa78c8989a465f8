import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type PlainDate, plainDate } from '../../base/index.js';
import { bookingId } from '../bookings/index.js';
import {
  calendarOf,
  daysFrom,
  momentOf,
  planTimetable,
  serviceId,
  sessionWindow,
  statutoryDaysOf,
} from '../centres/index.js';
import { withoutSpan, withSpan } from './spans.js';
import { type KnownDay, sessionToTake, type StandingOrder, UNKNOWN_DAY } from './standing-order.js';

const FIRST = plainDate.parse('2025-01-01');
const DAYS = daysFrom(FIRST, plainDate.parse('2026-12-31'));
const calendar = calendarOf(
  [2025, 2026],
  [...(statutoryDaysOf(2025) ?? []), ...(statutoryDaysOf(2026) ?? [])],
);
const service = serviceId.parse('019ab000-0000-7000-8000-000000000001');
const booking = bookingId.parse('019ab000-0000-7000-8000-000000000009');
const POLICY = { opensDaysAhead: 7, cutOffMinutes: 120, cancelMinutes: 120 };

const KINDS = [
  'CLOSE',
  'REOPEN',
  'TAKE_OUT',
  'PUT_BACK',
  'CANCEL',
  'PAUSE',
  'RESUME',
  'ALLERGY',
  'CURE',
] as const;
/** Something happens in the evening of a day: to one day, or to some from it on. */
interface Happening {
  readonly evening: number;
  readonly kind: (typeof KINDS)[number];
  readonly first: number;
  readonly length: number;
}
interface Life {
  readonly weekdays: readonly number[];
  readonly open: readonly number[];
  readonly followsCalendar: boolean;
  readonly begins: number;
  readonly ends: number | null;
  readonly happenings: readonly Happening[];
}
const index = fc.integer({ min: 0, max: DAYS.length - 1 });
const someWeekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
const happening = fc
  .record({
    evening: index,
    kind: fc.constantFrom(...KINDS),
    // Most of what happens concerns the days that can be booked by then.
    ahead: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 60 })),
    length: fc.integer({ min: 1, max: 21 }),
  })
  .map(({ evening, kind, ahead, length }) => ({ evening, kind, first: evening + ahead, length }));
const life: fc.Arbitrary<Life> = fc.record({
  weekdays: someWeekdays,
  open: someWeekdays,
  followsCalendar: fc.boolean(),
  begins: index,
  ends: fc.option(index),
  happenings: fc.array(happening, { maxLength: 200, size: 'max' }),
});

const range = ({ first, length }: Happening) => ({
  from: addDays(FIRST, first),
  to: addDays(FIRST, first + length - 1),
});

/** The rules of this room, night after night, as the job runs them: what is booked when the two years are over. */
function lived(
  { weekdays, open, followsCalendar, begins, ends, happenings }: Life,
  nightly = 1,
): PlainDate[] {
  let order: StandingOrder = {
    ...{ serviceId: service, weekdays, texture: null, paused: [] },
    validFrom: addDays(FIRST, begins),
    validTo: ends === null ? null : addDays(FIRST, ends),
  };
  const known = new Map<PlainDate, KnownDay>();
  const closedDays = new Set<PlainDate>();
  const allergic = new Set<PlainDate>();
  const set = (day: PlainDate, unlike: Partial<KnownDay>) =>
    known.set(day, { ...(known.get(day) ?? UNKNOWN_DAY), ...unlike });
  const isBooked = (day: PlainDate) => known.get(day)?.bookingState === 'CONFIRMED';
  const NOT_BOOKED = { bookingId: null, bookingState: null };
  const happen: Record<Happening['kind'], (what: Happening) => void> = {
    CLOSE: (what) => {
      const { from: day } = range(what);
      closedDays.add(day);
      if (isBooked(day)) set(day, { ...NOT_BOOKED, refusal: 'SESSION_CANCELLED' });
    },
    REOPEN: (what) => closedDays.delete(range(what).from),
    TAKE_OUT: (what) => set(range(what).from, { takenOut: true, ...NOT_BOOKED }),
    PUT_BACK: (what) => {
      const day = range(what).from;
      set(day, { takenOut: false, ...(isBooked(day) ? {} : NOT_BOOKED) });
    },
    CANCEL: (what) => {
      const day = range(what).from;
      if (isBooked(day)) set(day, { bookingState: 'CANCELLED' });
    },
    PAUSE: (what) => {
      order = { ...order, paused: withSpan(order.paused, range(what)) };
      for (const day of daysFrom(range(what).from, range(what).to)) if (isBooked(day)) set(day, NOT_BOOKED);
    },
    RESUME: (what) => (order = { ...order, paused: withoutSpan(order.paused, range(what)) }),
    ALLERGY: (what) => allergic.add(range(what).from),
    CURE: (what) => allergic.delete(range(what).from),
  };
  const slots = open.map((weekday) => ({
    ...{ weekday, starts: '11:30', ends: '12:30', capacity: 9, validFrom: FIRST, validTo: null },
  }));
  const facts = { slots, openingHours: [], calendar, followsCalendar };

  function night(today: PlainDate): void {
    const now = momentOf(today, '00:10');
    for (const { day, times } of planTimetable({ ...facts, closedDays }, today, addDays(today, 8))) {
      const sessions = times.map(({ starts }) => {
        const startsAt = momentOf(day, starts);
        const { opensAt, closesAt } = sessionWindow(POLICY, { day, startsAt });
        return { serviceId: service, state: 'SCHEDULED' as const, startsAt, opensAt, closesAt };
      });
      const taken = sessionToTake(order, known.get(day) ?? UNKNOWN_DAY, { day, sessions, now });
      if (!taken) continue;
      if (allergic.has(day)) set(day, { refusal: 'ALLERGY_CLASH' });
      else set(day, { bookingId: booking, bookingState: 'CONFIRMED', refusal: null });
    }
  }
  DAYS.forEach((today, n) => {
    for (let run = 0; run < nightly; run += 1) night(today);
    for (const what of happenings.filter(({ evening }) => evening === n)) happen[what.kind](what);
  });
  return DAYS.filter(isBooked);
}

/** The same told slowly, by each day for itself: no rule of the house is used, holidays are a list of the notices. */
function obvious({ weekdays, open, followsCalendar, begins, ends, happenings }: Life): PlainDate[] {
  const holidays = new Set(
    [2025, 2026].flatMap((year) =>
      (statutoryDaysOf(year) ?? []).flatMap(({ kind, day }) => (kind === 'HOLIDAY' ? [day as string] : [])),
    ),
  );
  return DAYS.filter((day, n) => {
    // The first of January 2025 was a Wednesday.
    const weekday = ((n + 2) % 7) + 1;
    if (n < begins || (ends !== null && n > ends) || !weekdays.includes(weekday)) return false;
    if (!open.includes(weekday) || (followsCalendar && holidays.has(day))) return false;
    const is = { booked: false, cancelled: false, closed: false, out: false, paused: false, allergic: false };
    for (let today = 0; today <= n; today += 1) {
      const free = !is.booked && !is.cancelled && !is.closed && !is.out && !is.paused && !is.allergic;
      if (today >= n - 7 && free) is.booked = true;
      for (const { evening, kind, first, length } of happenings) {
        if (evening !== today) continue;
        const many = kind === 'PAUSE' || kind === 'RESUME';
        if (n < first || n >= first + (many ? length : 1)) continue;
        const says: Partial<typeof is> = {
          CLOSE: { closed: true, booked: false },
          REOPEN: { closed: false },
          TAKE_OUT: { out: true, booked: false, cancelled: false },
          PUT_BACK: { out: false, cancelled: false },
          CANCEL: is.booked ? { cancelled: true, booked: false } : {},
          PAUSE: { paused: true, booked: false },
          RESUME: { paused: false },
          ALLERGY: { allergic: true },
          CURE: { allergic: false },
        }[kind];
        Object.assign(is, says);
      }
    }
    return is.booked;
  });
}

it('two years of a standing order are what each day says for itself', () => {
  const seen = { booked: 0, lives: 0 };
  fc.assert(
    fc.property(life, (one) => {
      const booked = lived(one);
      seen.booked += booked.length;
      seen.lives += Number(one.happenings.length > 10);
      expect(booked).toEqual(obvious(one));
    }),
    { numRuns: 40, seed: 20261123 },
  );
  // It was no empty comparison.
  expect(seen.booked).toBeGreaterThan(1000);
  expect(seen.lives).toBeGreaterThan(20);
});

it('a night that runs twice changes nothing', () => {
  fc.assert(
    fc.property(life, (one) => {
      expect(lived(one, 2)).toEqual(lived(one));
    }),
    { numRuns: 8, seed: 20261123 },
  );
});

it('Monday to Friday lunch of two years: no weekend, no holiday, no make-up Saturday where the canteen is shut', () => {
  const workdays = { weekdays: [1, 2, 3, 4, 5], open: [1, 2, 3, 4, 5, 6, 7], begins: 0, ends: null };
  const booked = lived({ ...workdays, followsCalendar: true, happenings: [] });
  expect(booked).not.toContain('2025-01-01');
  expect(booked).not.toContain('2026-10-01');
  expect(booked).not.toContain('2026-02-14');
  expect(booked).toContain('2026-02-13');
  expect(booked).toHaveLength(obvious({ ...workdays, followsCalendar: true, happenings: [] }).length);
});
