import { expect, it } from '@jest/globals';
import { chosenOf, type Label, roundsOf, stopsOf, tallyOf } from './labels';

const label = (ticketNumber: string, unlike: Partial<Label> = {}): Label => ({
  ...{ number: Number(ticketNumber), of: 4, ticketNumber, name: '王*', way: 'DINE_IN', texture: 'REGULAR' },
  ...{ allergies: [], clashes: [], overridden: false, building: null, isLate: false },
  ...unlike,
});
const LABELS = [
  label('0001'),
  label('0002', { way: 'PICK_UP', isLate: true }),
  label('0003', { way: 'DELIVERY', building: '1 號樓' }),
  label('0004', { way: 'DELIVERY', building: '2 號樓' }),
];
const stop = (ticketNumber: string, cancelled = false) => ({
  bookingId: ticketNumber,
  ticketNumber,
  cancelled,
});
const PLANS = [
  {
    ...{ sessionId: 'a', meal: 'LUNCH' as const },
    rounds: [{ id: 'r', number: 2, stops: [stop('0009', true), stop('0004'), stop('0003')] }],
  },
  { sessionId: 'b', meal: 'DINNER' as const, rounds: [{ id: 's', number: 7, stops: [stop('0003')] }] },
];
const stops = stopsOf(PLANS, 'LUNCH');
const tickets = (labels: readonly Label[]) => labels.map(({ ticketNumber }) => ticketNumber);

it('prints a round in the order of its stops, and all that is brought by building', () => {
  expect(tickets(chosenOf(LABELS, 'DELIVERY', 2, stops))).toEqual(['0004', '0003']);
  expect(tickets(chosenOf(LABELS, 'DELIVERY', undefined, stops))).toEqual(['0003', '0004']);
  expect(chosenOf(LABELS, 'DELIVERY', 7, stops)).toEqual([]);
  expect(stops.get('0004')).toEqual({ round: 2, stop: 1 });
  expect(roundsOf(LABELS, stops)).toEqual([{ round: 2, count: 2 }]);
});

it('prints alone what came after the freeze', () => {
  expect(tickets(chosenOf(LABELS, 'LATE', undefined, stops))).toEqual(['0002']);
  expect(tickets(chosenOf(LABELS, 'ALL', undefined, stops))).toEqual(['0001', '0002', '0003', '0004']);
});

it('counts the labels one by one beside the sheet, and says where they differ', () => {
  const totals = { dineIn: 1, pickUp: 1, delivery: 2, total: 4 };
  expect(tallyOf(LABELS, totals).every(({ agrees }) => agrees)).toBe(true);
  const other = tallyOf(LABELS.slice(1), totals);
  expect(
    other.filter(({ agrees }) => !agrees).map(({ view, labels, sheet }) => [view, labels, sheet]),
  ).toEqual([
    ['DINE_IN', 0, 1],
    ['ALL', 3, 4],
  ]);
});
