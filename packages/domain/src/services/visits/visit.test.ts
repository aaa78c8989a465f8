import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../../base/index.js';
import type { Refusal } from '../../refusals/index.js';
import { BookingState, nextBookingState } from '../bookings/index.js';
import {
  actsOpenTo,
  endVisitInput,
  maskedDoor,
  moveToEnd,
  refusalToEndVisit,
  refusalToSignIn,
  VisitOutcome,
} from './visit.js';

const at = (time: string) => new Date(`2026-11-${time}:00+08:00`);
const visit = {
  now: at('25T09:10'),
  day: plainDate.parse('2026-11-25'),
  state: 'CONFIRMED' as BookingState,
  sessionState: 'SCHEDULED' as const,
  outcome: null as VisitOutcome | null,
  ...{ checkedInAt: null, heldUntil: null, startsAt: at('25T09:00') },
  ...{ cancelUntil: at('25T08:00'), closesAt: at('25T08:00') },
};

// One line: the state, and what each ending meets there; `+` is done.
const TABLE: readonly (readonly [BookingState, ...(Refusal | '+')[]])[] = [
  ['CONFIRMED', 'NOT_CHECKED_IN', '+', '+'],
  ['CHECKED_IN', '+', 'ALREADY_CHECKED_IN', '+'],
  ...(
    ['REQUESTED', 'WAITLISTED', 'OFFERED', 'COMPLETED', 'NO_SHOW', 'CANCELLED', 'DECLINED', 'LAPSED'] as const
  ).map(
    (state) =>
      [state, 'BOOKING_NOT_IN_FORCE', 'BOOKING_NOT_IN_FORCE', 'BOOKING_NOT_IN_FORCE'] as [
        BookingState,
        ...Refusal[],
      ],
  ),
];

it.each(TABLE)('%s: done, nobody opened, refused', (state, ...answers) => {
  const outcomes = Object.values(VisitOutcome);
  expect(outcomes.map((outcome) => refusalToEndVisit({ ...visit, state }, outcome) ?? '+')).toEqual(answers);
});

it('the table speaks of every state, and every ending is a move that the booking has', () => {
  expect(TABLE.map(([state]) => state).toSorted()).toEqual(Object.values(BookingState).toSorted());
  for (const state of Object.values(BookingState)) {
    for (const outcome of Object.values(VisitOutcome)) {
      const move = moveToEnd(outcome, state);
      if (move) expect(nextBookingState(state, move)).toBeDefined();
    }
  }
});

it('what has ended has ended; another day, and a session that the centre cancelled, are no time for it', () => {
  for (const outcome of Object.values(VisitOutcome)) {
    expect(refusalToEndVisit({ ...visit, outcome: 'DONE' }, outcome)).toBe('VISIT_ENDED');
    expect(refusalToEndVisit({ ...visit, now: at('26T00:00') }, outcome)).toBe('NOT_TODAY');
    expect(refusalToEndVisit({ ...visit, sessionState: 'CANCELLED' }, outcome)).toBe('SESSION_CANCELLED');
  }
  expect(refusalToSignIn({ ...visit, outcome: 'NOBODY_OPENED' })).toBe('VISIT_ENDED');
  expect(refusalToSignIn({ ...visit, now: at('24T23:59') })).toBe('NOT_TODAY');
  expect(refusalToSignIn(visit)).toBeUndefined();
});

it('the buttons are the acts that succeed', () => {
  expect(actsOpenTo(visit)).toEqual(['SIGN_IN', 'NOBODY_OPENED', 'REFUSED']);
  expect(actsOpenTo({ ...visit, state: 'CHECKED_IN' })).toEqual(['DONE', 'REFUSED']);
  expect(actsOpenTo({ ...visit, state: 'COMPLETED', outcome: 'DONE' })).toEqual([]);
});

it.each([
  ['2單元401', '2單元4**'],
  ['12號樓 3 單元 1102 室', '12號樓 3 單元 1*** 室'],
  ['東戶', '東*'],
  ['5', '*'],
  ['甲', '甲*'],
])('the door %s is shown as %s', (door, masked) => expect(maskedDoor(door)).toBe(masked));

it('a masked door never shows the whole number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]單元[1-9]\d{2,3}室?$/), (door) => {
      const number = /\d+(?=\D*$)/.exec(door)?.[0] ?? '';
      expect(maskedDoor(door)).not.toContain(number);
      expect(maskedDoor(door)).toHaveLength(door.length);
    }),
  );
});

it('who refused is asked why', () => {
  const bookingId = '019ab000-0000-7000-8000-000000000001';
  const told = (outcome: string, note?: string) => endVisitInput.safeParse({ bookingId, outcome, note });
  expect(told('DONE').success).toBe(true);
  expect(told('REFUSED').success).toBe(false);
  expect(told('REFUSED', '今天不想理').success).toBe(true);
});
