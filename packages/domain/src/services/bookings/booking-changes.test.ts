import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../../base/index.js';
import {
  type ChangeFacts,
  movesOpenTo,
  refusalToAccept,
  refusalToCancel,
  refusalToCheckIn,
  refusalToDecide,
  refusalToReschedule,
  refusalToUndoCheckIn,
} from './booking-changes.js';
import { BookingState, nextBookingState } from './booking-state.js';

const at = (time: string) => new Date(`2026-11-${time}:00+08:00`);
const booked: ChangeFacts = {
  now: at('24T19:00'),
  state: 'CONFIRMED',
  checkedInAt: null,
  sessionState: 'SCHEDULED',
  day: plainDate.parse('2026-11-25'),
  startsAt: at('25T11:15'),
  cancelUntil: at('24T20:00'),
  closesAt: at('25T09:30'),
  heldUntil: null,
};
const resident = { isStaff: false };
const staff = { isStaff: true };

it('a resident cancels until the cut-off, staff until the session starts', () => {
  expect(refusalToCancel(booked, resident)).toBeUndefined();
  expect(refusalToCancel({ ...booked, now: booked.cancelUntil }, resident)).toBe('PAST_CANCELLING');
  expect(refusalToCancel({ ...booked, now: booked.cancelUntil }, staff)).toBeUndefined();
  expect(refusalToCancel({ ...booked, now: booked.startsAt }, staff)).toBe('PAST_CANCELLING');
});

it.each([
  ['CHECKED_IN', 'ALREADY_CHECKED_IN'],
  ['COMPLETED', 'PAST_CANCELLING'],
  ['CANCELLED', 'PAST_CANCELLING'],
  ['NO_SHOW', 'PAST_CANCELLING'],
] as const)('cannot cancel what is %s', (state, refusal) => {
  expect(refusalToCancel({ ...booked, state }, staff)).toBe(refusal);
});

it('checks in on the day in China, and on no other', () => {
  expect(refusalToCheckIn({ ...booked, now: at('25T00:00') })).toBeUndefined();
  expect(refusalToCheckIn({ ...booked, now: at('25T23:59') })).toBeUndefined();
  expect(refusalToCheckIn({ ...booked, now: at('24T23:59') })).toBe('NOT_TODAY');
  expect(refusalToCheckIn({ ...booked, now: at('26T00:00') })).toBe('NOT_TODAY');
});

it.each([
  ['CHECKED_IN', 'ALREADY_CHECKED_IN'],
  ['COMPLETED', 'ALREADY_CHECKED_IN'],
  ['CANCELLED', 'BOOKING_NOT_IN_FORCE'],
  ['LAPSED', 'BOOKING_NOT_IN_FORCE'],
  ['WAITLISTED', 'BOOKING_NOT_IN_FORCE'],
  ['NO_SHOW', 'BOOKING_NOT_IN_FORCE'],
] as const)('does not check in what is %s', (state, refusal) => {
  expect(refusalToCheckIn({ ...booked, state, now: at('25T11:20') })).toBe(refusal);
});

it('does not check in to a session that the centre cancelled', () => {
  expect(refusalToCheckIn({ ...booked, sessionState: 'CANCELLED', now: at('25T11:20') })).toBe(
    'SESSION_CANCELLED',
  );
});

it('takes a check-in back within ten minutes', () => {
  const arrived: ChangeFacts = { ...booked, state: 'CHECKED_IN', checkedInAt: at('25T11:20') };
  expect(refusalToUndoCheckIn({ ...arrived, now: at('25T11:29') })).toBeUndefined();
  expect(refusalToUndoCheckIn({ ...arrived, now: at('25T11:30') })).toBe('PAST_UNDOING');
  expect(refusalToUndoCheckIn({ ...booked, now: at('25T11:29') })).toBe('NOT_CHECKED_IN');
});

it('offers no move that the states do not have, and none to empty hands', () => {
  const facts = fc.record({
    now: fc.date({ min: at('24T00:00'), max: at('27T00:00'), noInvalidDate: true }),
    state: fc.constantFrom(...Object.values(BookingState)),
    checkedInAt: fc.constantFrom(null, at('25T11:20')),
    heldUntil: fc.constantFrom(null, at('25T09:30')),
    sessionState: fc.constantFrom('SCHEDULED' as const, 'CANCELLED' as const),
  });
  const hands = fc.record({
    mayDecide: fc.boolean(),

    mayBook: fc.boolean(),
    mayCancel: fc.boolean(),
    mayCheckIn: fc.boolean(),
    isStaff: fc.boolean(),
  });
  fc.assert(
    fc.property(facts, hands, (unlike, each) => {
      const moves = movesOpenTo({ ...booked, ...unlike }, each);
      for (const move of moves) expect(nextBookingState(unlike.state, move)).toBeDefined();
      if (!each.mayCancel) expect(moves).not.toContain('CANCEL');
      if (!each.mayCheckIn) expect(moves).not.toContain('CHECK_IN');
      if (!each.mayBook && !each.mayDecide) expect(moves).not.toContain('CONFIRM');
      if (!each.mayDecide) expect(moves).not.toContain('DECLINE');
    }),
  );
});

it('takes an offer while it is held, and only what was offered', () => {
  const offered: ChangeFacts = { ...booked, state: 'OFFERED', heldUntil: at('24T20:00') };
  expect(refusalToAccept(offered)).toBeUndefined();
  expect(refusalToAccept({ ...offered, now: at('24T20:00') })).toBe('OFFER_OVER');
  expect(refusalToAccept({ ...offered, state: 'LAPSED' })).toBe('OFFER_OVER');
  expect(refusalToAccept({ ...offered, state: 'WAITLISTED', heldUntil: null })).toBe('NOT_OFFERED');
  expect(refusalToAccept({ ...offered, state: 'CANCELLED' })).toBe('BOOKING_NOT_IN_FORCE');
  expect(refusalToAccept({ ...offered, sessionState: 'CANCELLED' })).toBe('SESSION_CANCELLED');
});

it.each(['REQUESTED', 'WAITLISTED', 'OFFERED'] as const)('who is only %s leaves until the start', (state) => {
  const late: ChangeFacts = { ...booked, state, now: booked.cancelUntil };
  expect(refusalToCancel(late, resident)).toBeUndefined();
  expect(refusalToCancel({ ...late, now: booked.startsAt }, resident)).toBe('PAST_CANCELLING');
});

it('what is asked for is decided until the cut-off, once', () => {
  const asked: ChangeFacts = { ...booked, state: 'REQUESTED' };
  expect(refusalToDecide(asked)).toBeUndefined();
  expect(refusalToDecide({ ...asked, now: asked.closesAt })).toBe('PAST_CUT_OFF');
  expect(refusalToDecide({ ...asked, sessionState: 'CANCELLED' })).toBe('SESSION_CANCELLED');
  expect(refusalToDecide(booked)).toBe('NOT_REQUESTED');
});

it.each([
  [undefined, {}, {}],
  [undefined, { state: 'REQUESTED' as const }, {}],
  ['ALREADY_CHECKED_IN', { state: 'CHECKED_IN' as const }, {}],
  ['BOOKING_NOT_IN_FORCE', { state: 'CANCELLED' as const }, {}],
  ['BOOKING_NOT_IN_FORCE', { state: 'WAITLISTED' as const }, {}],
  ['PAST_CANCELLING', { now: booked.cancelUntil }, {}],
  [undefined, { now: booked.cancelUntil }, { isStaff: true }],
  ['ALREADY_BOOKED', {}, { isSameSession: true }],
  ['NOT_THE_SAME_KIND', {}, { isSameKind: false }],
])('to move it: %s', (refusal, facts, by) => {
  const plain = { isStaff: false, isSameSession: false, isSameKind: true };
  expect(refusalToReschedule({ ...booked, ...facts }, { ...plain, ...by })).toBe(refusal);
});
