import { expect, it } from '@jest/globals';
import { plainDate } from '../../base/index.js';
import { bookingId } from '../bookings/index.js';
import { serviceId } from '../centres/index.js';
import { withoutSpan, withSpan } from './spans.js';
import {
  type KnownDay,
  lastDayOf,
  refusalToChangeDay,
  sessionToTake,
  type StandingOrder,
  stateOfDay,
  stateOfOrder,
  UNKNOWN_DAY,
} from './standing-order.js';

const date = (text: string) => plainDate.parse(text);
const [usual, other] = ['1', '2'].map((n) => serviceId.parse(`019ab000-0000-7000-8000-00000000000${n}`));
const booking = bookingId.parse('019ab000-0000-7000-8000-000000000009');
if (!usual || !other) throw new Error('no service');

/** Monday to Friday, from the 23rd of November 2026, a Monday. */
const order: StandingOrder = {
  ...{ serviceId: usual, weekdays: [1, 2, 3, 4, 5], texture: null, paused: [] },
  ...{ validFrom: date('2026-11-23'), validTo: date('2026-12-18') },
};
const wednesday = date('2026-11-25');
const at = (time: string) => new Date(`2026-11-${time}:00+08:00`);
const lunch = {
  ...{ serviceId: usual, state: 'SCHEDULED' as const, startsAt: at('25T11:30') },
  ...{ opensAt: at('18T00:00'), closesAt: at('25T09:30') },
};
const look = (unlike: Partial<KnownDay> = {}, now = at('24T00:10'), sessions = [lunch], wish = order) =>
  sessionToTake(wish, { ...UNKNOWN_DAY, ...unlike }, { day: wednesday, sessions, now });

it('takes the first session of the service that takes place, as long as it can be booked', () => {
  const later = { ...lunch, startsAt: at('25T12:30') };
  expect(look({}, at('24T00:10'), [later, lunch])).toBe(lunch);
  expect(look({}, at('24T00:10'), [{ ...lunch, state: 'CANCELLED' as never }, later])).toBe(later);
  expect(look({}, lunch.opensAt)).toBe(lunch);
  expect(look({}, new Date(lunch.opensAt.getTime() - 1))).toBeUndefined();
  expect(look({}, lunch.startsAt)).toBeUndefined();
  expect(look({}, at('24T00:10'), [])).toBeUndefined();
  expect(look({ serviceId: other })).toBeUndefined();
});

it.each<[string, Partial<KnownDay>, Partial<StandingOrder>]>([
  ['it was taken out', { takenOut: true }, {}],
  ['it is booked', { bookingId: booking, bookingState: 'CONFIRMED' }, {}],
  ['the person cancelled the booking', { bookingId: booking, bookingState: 'CANCELLED' }, {}],
  ['it is paused', {}, { paused: [{ from: wednesday, to: wednesday }] }],
  ['the order has not begun', {}, { validFrom: date('2026-11-26') }],
  ['the order has ended', {}, { validTo: date('2026-11-24') }],
  ['it is none of its weekdays', {}, { weekdays: [1, 2, 4, 5, 6, 7] }],
])('books nothing where %s', (_, known, unlike) => {
  expect(look(known, at('24T00:10'), [lunch], { ...order, ...unlike })).toBeUndefined();
});

it('what was refused is tried again until the cut-off; after it a day is tried once, to say so', () => {
  expect(look({ refusal: 'SESSION_FULL' })).toBe(lunch);
  expect(look({ refusal: 'SESSION_FULL' }, lunch.closesAt)).toBeUndefined();
  expect(look({}, lunch.closesAt)).toBe(lunch);
});

const planned = {
  day: wednesday,
  note: 'WORKDAY' as const,
  times: [{ starts: '11:30', ends: '12:30', capacity: 9 }],
};
const none = { ...planned, times: [] };
it.each<[string, Partial<KnownDay>, Partial<StandingOrder>, Parameters<typeof stateOfDay>[2]]>([
  ['PLANNED', {}, {}, planned],
  ['REFUSED', { refusal: 'ALLERGY_CLASH' }, {}, planned],
  ['BOOKED', { bookingId: booking, bookingState: 'CONFIRMED' }, {}, planned],
  ['BOOKED', { bookingId: booking, bookingState: 'NO_SHOW' }, { validTo: date('2026-11-23') }, none],
  ['TAKEN_OUT', { bookingId: booking, bookingState: 'CANCELLED' }, {}, planned],
  ['REFUSED', { bookingId: booking, bookingState: 'DECLINED' }, {}, planned],
  ['TAKEN_OUT', { takenOut: true }, { paused: [{ from: wednesday, to: wednesday }] }, none],
  ['PAUSED', { refusal: 'SESSION_FULL' }, { paused: [{ from: wednesday, to: wednesday }] }, planned],
  ['CLOSED', { refusal: 'SESSION_CANCELLED' }, {}, { ...none, note: 'CLOSED' }],
  ['HOLIDAY', {}, {}, { ...none, note: 'HOLIDAY' }],
  ['UNPUBLISHED', {}, {}, { ...none, note: 'UNPUBLISHED' }],
  ['NO_SESSION', {}, {}, none],
  // Who does not follow the calendar has lunch on a holiday too.
  ['PLANNED', {}, {}, { ...planned, note: 'HOLIDAY' }],
])('a day is %s', (state, known, unlike, plan) => {
  expect(stateOfDay({ ...order, ...unlike }, { ...UNKNOWN_DAY, ...known }, plan)).toBe(state);
});

it('a day that is none of the order has no state', () => {
  expect(stateOfDay(order, UNKNOWN_DAY, { ...planned, day: date('2026-11-28') })).toBeUndefined();
});

it('an order comes, stands, is paused and ends', () => {
  expect(stateOfOrder(order, date('2026-11-22'))).toBe('COMING');
  expect(stateOfOrder(order, date('2026-11-23'))).toBe('STANDING');
  expect(stateOfOrder({ ...order, paused: [{ from: wednesday, to: wednesday }] }, wednesday)).toBe('PAUSED');
  expect(stateOfOrder(order, date('2026-12-18'))).toBe('STANDING');
  expect(stateOfOrder(order, date('2026-12-19'))).toBe('ENDED');
  expect(stateOfOrder({ ...order, validTo: date('2026-11-22') }, date('2026-11-20'))).toBe('ENDED');
});

it('changes days to come of an order that stands, and says why not', () => {
  const today = date('2026-11-24');
  expect(refusalToChangeDay(order, { day: today, today })).toBeUndefined();
  expect(refusalToChangeDay(order, { day: date('2026-11-23'), today })).toBe('SESSION_OVER');
  expect(refusalToChangeDay(order, { day: date('2026-11-29'), today })).toBe('NOT_A_DAY_OF_ORDER');
  expect(refusalToChangeDay(order, { day: wednesday, today: date('2026-12-19') })).toBe('ORDER_ENDED');
});

it('ends at the earliest yesterday, and never later than it was to', () => {
  const today = date('2026-11-24');
  const endsOn = (lastDay: string, validTo: string | null = '2026-12-18') =>
    lastDayOf({ validTo: validTo === null ? null : date(validTo) }, { lastDay: date(lastDay), today });
  expect(endsOn('2026-11-30')).toBe('2026-11-30');
  expect(endsOn('2026-11-01')).toBe('2026-11-23');
  expect(endsOn('2027-01-01')).toBe('2026-12-18');
  expect(endsOn('2027-01-01', null)).toBe('2027-01-01');
  expect(endsOn('2026-11-30', '2026-11-10')).toBe('2026-11-10');
});

it('pauses join where they touch, and resuming cuts out of them', () => {
  const span = (from: string, to: string) => ({ from: date(`2026-12-${from}`), to: date(`2026-12-${to}`) });
  const two = withSpan(withSpan([], span('20', '24')), span('01', '05'));
  expect(two).toEqual([span('01', '05'), span('20', '24')]);
  expect(withSpan(two, span('06', '19'))).toEqual([span('01', '24')]);
  expect(withSpan(two, span('02', '03'))).toEqual(two);
  expect(withoutSpan(two, span('03', '20'))).toEqual([span('01', '02'), span('21', '24')]);
  expect(withoutSpan(two, span('06', '19'))).toEqual(two);
});
