import { expect, it } from '@jest/globals';
import { session } from '../../testing/bookings';
import { leftUntil, linesOf, whyNobody } from './lines';

const now = new Date();
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
const of = (number: number, part: Record<string, unknown>, waitlist = true) => {
  const plain = session(number, { startsAt: inMinutes(120), closesAt: inMinutes(60), ...part });
  const { policy } = plain.service;
  return { ...plain, service: { ...plain.service, policy: { ...policy, waitlist } } };
};

it('the views hold what can be waited for, by time; what is over, called off or has no line is not there', () => {
  const free = of(1, { startsAt: inMinutes(300) });
  const full = of(2, { placesLeft: 0 });
  const waiting = of(3, { placesLeft: 0, waiting: 2, startsAt: inMinutes(90) });
  const begun = of(4, { placesLeft: 0, waiting: 1, startsAt: inMinutes(-1) });
  const off = of(5, { placesLeft: 0, state: 'CANCELLED' });
  const without = of(6, { placesLeft: 0 }, false);
  const stillWaited = of(7, { placesLeft: 0, waiting: 1, startsAt: inMinutes(400) }, false);

  const views = linesOf([free, full, waiting, begun, off, without, stillWaited], now);

  const numbers = (rows: readonly { id: string }[]) => rows.map(({ id }) => Number(id.slice(-2)));
  expect(numbers(views.all)).toEqual([3, 2, 1, 7]);
  expect(numbers(views.full)).toEqual([3, 2, 7]);
  expect(numbers(views.waiting)).toEqual([3, 7]);
});

it('an empty line says why, and whether one can be added', () => {
  expect(whyNobody(of(1, { placesLeft: 0 }), now)).toBe('waits');
  expect(whyNobody(of(1, { placesLeft: 3 }), now)).toBe('free');
  expect(whyNobody(of(1, { placesLeft: 0 }, false), now)).toBe('none');
  expect(whyNobody(of(1, { placesLeft: 0, closesAt: inMinutes(0) }), now)).toBe('closed');
});

it('what is held is counted down to the second, and then is over', () => {
  const until = '2026-11-24T10:00:00Z';
  const at = (time: string) => leftUntil(until, new Date(`2026-11-24T${time}Z`));
  expect(at('08:57:57')).toBe('1:02:03');
  expect(at('09:50:30')).toBe('09:30');
  expect(at('09:59:59.500')).toBe('00:01');
  expect(at('10:00:00')).toBeUndefined();
});
