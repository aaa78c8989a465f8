import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type PlainDate, plainDate } from '../../base/index.js';
import { calendarOf } from './calendar.js';
import { sessionId } from './centre.js';
import { sessionWindow } from './session-window.js';
import { statutoryDaysOf } from './statutory-days.js';
import { type StandingSession, timetableChanges } from './timetable-changes.js';
import { planTimetable, type Slot, slotProblems, type TimetableFacts } from './timetable.js';

const date = (text: string): PlainDate => plainDate.parse(text);
const calendar = calendarOf([2026], statutoryDaysOf(2026) ?? []);
const MONDAY = date('2026-11-23');
const lunch: Slot = { weekday: 1, starts: '11:30', ends: '12:30', capacity: 80 };
const always = (slot: Slot) => ({ ...slot, validFrom: date('2020-01-01'), validTo: null });
const everyDay = (slot: Slot) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => always({ ...slot, weekday }));
const facts = (unlike: Partial<TimetableFacts> = {}): TimetableFacts => ({
  slots: [always(lunch)],
  openingHours: [],
  closedDays: new Set(),
  calendar,
  followsCalendar: true,
  ...unlike,
});
const planned = (some: TimetableFacts, from: string, to: string) =>
  planTimetable(some, date(from), date(to)).flatMap(({ day, times }) =>
    times.map(({ starts }) => `${day} ${starts}`),
  );

it('a weekly slot yields one session a week, from its first day to its last', () => {
  expect(planned(facts(), '2026-11-23', '2026-12-06')).toEqual(['2026-11-23 11:30', '2026-11-30 11:30']);
  const ends = [{ ...always(lunch), validFrom: date('2026-11-24'), validTo: date('2026-11-30') }];
  expect(planned(facts({ slots: ends }), '2026-11-23', '2026-12-31')).toEqual(['2026-11-30 11:30']);
});

it('rests on statutory holidays, and waits with an unpublished year; a canteen that does not, does not', () => {
  const slots = everyDay(lunch);
  expect(planned(facts({ slots }), '2026-09-30', '2026-10-08')).toEqual([
    '2026-09-30 11:30',
    '2026-10-08 11:30',
  ]);
  expect(planned(facts({ slots }), '2026-12-31', '2027-01-20')).toEqual(['2026-12-31 11:30']);
  expect(planned(facts({ slots, followsCalendar: false }), '2026-12-31', '2027-01-02')).toHaveLength(3);
});

it('says of each day what it is, closed before all else', () => {
  const closedDays = new Set([date('2026-10-01')]);
  const notes = planTimetable(facts({ closedDays }), date('2026-10-01'), date('2026-10-11'));
  expect(notes.map(({ note }) => note)).toEqual([
    'CLOSED',
    ...Array.from({ length: 6 }, () => 'HOLIDAY'),
    'WORKDAY',
    'WORKDAY',
    'MAKE_UP_WORKDAY',
    'REST',
  ]);
  expect(notes[1]?.holiday).toBe('國慶節');
});

it('names the slot that overlaps an earlier one, and the one outside the hours', () => {
  const hours = [{ weekday: 1, opens: '08:00', closes: '18:00' }];
  const early = { ...lunch, starts: '07:30', ends: '08:30' };
  const tuesday = { ...lunch, weekday: 2 };
  const next = { ...lunch, starts: '12:30', ends: '13:00' };
  expect(slotProblems([lunch, next], hours)).toEqual([]);
  expect(slotProblems([lunch, { ...lunch, starts: '12:29', ends: '13:00' }, early, tuesday], hours)).toEqual([
    { slot: 1, code: 'SLOTS_OVERLAP' },
    { slot: 2, code: 'OUTSIDE_OPENING_HOURS' },
    { slot: 3, code: 'OUTSIDE_OPENING_HOURS' },
  ]);
  expect(slotProblems([tuesday, early], [])).toEqual([]);
});

it('a window opens at midnight days ahead, and closes the evening before when the minutes say so', () => {
  const policy = { opensDaysAhead: 7, cutOffMinutes: 15.5 * 60, cancelMinutes: 0 };
  const startsAt = new Date('2026-11-25T11:30:00+08:00');
  expect(sessionWindow(policy, { day: date('2026-11-25'), startsAt })).toEqual({
    opensAt: new Date('2026-11-18T00:00:00+08:00'),
    closesAt: new Date('2026-11-24T20:00:00+08:00'),
    cancelUntil: startsAt,
  });
});

const longAgo = new Date('2020-01-01T00:00:00+08:00');
const standing = (day: PlainDate, slot: Partial<Slot> = {}): StandingSession => ({
  id: sessionId.parse('0190a2c4-5b1e-7000-8000-000000000001'),
  day,
  ...lunch,
  ...slot,
});
const range = { from: MONDAY, to: addDays(MONDAY, 6), now: longAgo };

it('keeps a session whose start stays, whatever its end and capacity become', () => {
  const session = standing(MONDAY, { ends: '13:00', capacity: 40 });
  const { added, removed, kept } = timetableChanges(facts(), [session], range);
  expect({ added, removed }).toEqual({ added: [], removed: [] });
  expect(kept).toMatchObject([{ session, becomes: { starts: '11:30', ends: '12:30', capacity: 80 } }]);
});

it('adds what is new and removes what is gone', () => {
  const session = standing(MONDAY, { starts: '17:00', ends: '18:00' });
  const { added, removed } = timetableChanges(facts(), [session], range);
  expect(added).toMatchObject([{ day: MONDAY, starts: '11:30' }]);
  expect(removed).toEqual([session]);
});

it('leaves alone what has started, and adds nothing beside it or before now', () => {
  const now = new Date('2026-11-23T11:45:00+08:00');
  const session = standing(MONDAY, { starts: '11:15', ends: '12:15' });
  expect(timetableChanges(facts(), [session], { ...range, now })).toMatchObject({ added: [], removed: [] });
  expect(timetableChanges(facts(), [], { ...range, now }).added).toEqual([]);
});

it('on a closed day adds and removes nothing, but forgets what the timetable no longer has', () => {
  const closed = facts({ closedDays: new Set([MONDAY]) });
  const gone = standing(MONDAY, { starts: '17:00', ends: '18:00' });
  expect(timetableChanges(closed, [standing(MONDAY), gone], range)).toMatchObject({
    added: [],
    removed: [],
    kept: [{ session: { starts: '11:30' } }],
    forgotten: [gone],
  });
});

const time = fc.nat(23 * 4 + 3).map((quarter) => {
  const minutes = quarter * 15;
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
});
const span = fc.tuple(time, time).filter(([one, other]) => one !== other);
const weekday = fc.integer({ min: 1, max: 7 });
const day = fc.integer({ min: -20, max: 40 }).map((days) => addDays(MONDAY, days));
const slots = fc
  .record({ weekday, span, capacity: fc.integer({ min: 1, max: 99 }), first: day })
  .map((slot) => ({
    ...always({ weekday: slot.weekday, capacity: slot.capacity, starts: '', ends: '' }),
    starts: slot.span.toSorted()[0] ?? '',
    ends: slot.span.toSorted()[1] ?? '',
    validFrom: slot.first,
  }));
const hours = fc.record({ weekday, span }).map(({ weekday: on, span: times }) => ({
  weekday: on,
  opens: times.toSorted()[0] ?? '',
  closes: times.toSorted()[1] ?? '',
}));
const anyFacts: fc.Arbitrary<TimetableFacts> = fc.record({
  slots: fc.array(slots, { maxLength: 30 }),
  openingHours: fc.array(hours, { maxLength: 10 }),
  closedDays: fc.array(day, { maxLength: 5 }).map((days) => new Set(days)),
  calendar: fc.constant(calendar),
  followsCalendar: fc.boolean(),
});
const to = addDays(MONDAY, 60);

it('never plans two sessions at once, one outside the hours, or one on a closed day', () => {
  fc.assert(
    fc.property(anyFacts, (some) => {
      for (const { day: on, times } of planTimetable(some, MONDAY, to)) {
        if (some.closedDays.has(on)) expect(times).toEqual([]);
        if (some.followsCalendar && on.startsWith('2027')) expect(times).toEqual([]);
        times.forEach(({ starts, ends }, i) => {
          const next = times[i + 1];
          expect(next === undefined || ends <= next.starts).toBe(true);
          const open = some.openingHours.some(({ opens, closes }) => opens <= starts && ends <= closes);
          expect(some.openingHours.length === 0 || open).toBe(true);
        });
      }
    }),
  );
});

it('publishing twice is publishing once, and any timetable leads to any other', () => {
  const sessionsOf = (some: TimetableFacts): StandingSession[] =>
    planTimetable(some, MONDAY, to).flatMap(({ day: on, times }) =>
      times.map((each) => standing(on, { ...each })),
    );
  const plan = { from: MONDAY, to, now: longAgo };
  fc.assert(
    fc.property(anyFacts, anyFacts, (before, after) => {
      const again = timetableChanges(before, sessionsOf(before), plan);
      expect([again.added, again.removed, again.forgotten]).toEqual([[], [], []]);

      const { added, kept } = timetableChanges(after, sessionsOf(before), plan);
      const closed = ({ day: on }: { day: PlainDate }) => after.closedDays.has(on);
      const result = [...added, ...kept.map(({ session, becomes }) => ({ day: session.day, ...becomes }))]
        .filter((session) => !closed(session))
        .map(({ day: on, starts, ends }) => `${on} ${starts} ${ends}`);
      const wish = sessionsOf(after).map((session) => `${session.day} ${session.starts} ${session.ends}`);
      expect(result.toSorted()).toEqual(wish.toSorted());
    }),
  );
});

it('leaves the room time to be made ready between two slots', () => {
  const slots = [
    { weekday: 1, starts: '09:00', ends: '10:00', capacity: 1 },
    { weekday: 1, starts: '10:15', ends: '11:15', capacity: 1 },
    { weekday: 2, starts: '10:00', ends: '11:00', capacity: 1 },
  ];
  expect(slotProblems(slots, [])).toEqual([]);
  expect(slotProblems(slots, [], 15)).toEqual([]);
  expect(slotProblems(slots, [], 16)).toEqual([{ slot: 1, code: 'SLOTS_OVERLAP' }]);
  expect(slotProblems(slots.toReversed(), [], 16)).toEqual([{ slot: 2, code: 'SLOTS_OVERLAP' }]);
});
