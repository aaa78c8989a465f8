import { expect, it } from '@jest/globals';
import { arrival, person, session } from '../../testing/bookings';
import { attendanceOn, type Entry, markOf, membersOf, type Roll } from './roll';

const dates = [1, 2, 3].map((number) => session(number, { day: `2026-12-0${String(number)}` }));
const run = (id: string, seriesId: string, unlike: object = {}): Entry['run'] =>
  ({
    __typename: 'BookingRun',
    ...{ id, seriesId, places: 3, leftAt: null, leaveReason: null },
    ...unlike,
  }) as Entry['run'];
const entry = (
  who: number,
  date: Entry['session'],
  of: Entry['run'],
  state: Entry['state'] = 'CONFIRMED',
): Entry => ({
  ...arrival(who * 10 + dates.indexOf(date), `學員${String(who)}`, { state, session: date }),
  beneficiary: person(who, `學員${String(who)}`),
  run: of,
});
const rollOf = (bookings: Entry[]): Roll =>
  ({ cursor: '1', series: { id: 'mine' }, dates, bookings }) as unknown as Roll;
const [first, second, third] = dates as [Entry['session'], Entry['session'], Entry['session']];

it('a member has a mark on each date; what was given back and not taken elsewhere can be made up', () => {
  const mine = run('run-1', 'mine');
  const away = entry(1, second, mine, 'CANCELLED');
  const roll = rollOf([entry(1, first, mine, 'COMPLETED'), away, entry(1, third, mine)]);
  const [member] = membersOf(roll);
  expect(roll.dates.map((date) => markOf(member?.on.get(date.id), date))).toEqual(['HERE', 'AWAY', 'DUE']);
  expect(member?.toMakeUp).toBe(1);
  const elsewhere = entry(1, session(9), mine);
  const [after] = membersOf({ ...roll, bookings: [...roll.bookings, elsewhere] });
  expect(after).toMatchObject({ toMakeUp: 0, elsewhere: [{ session: { id: elsewhere.session.id } }] });
});

it('a date that was given back and taken again stands; one that the centre called off is nobody’s leave', () => {
  const mine = run('run-1', 'mine');
  const again = entry(1, first, mine);
  const [member] = membersOf(rollOf([entry(1, first, mine, 'CANCELLED'), again]));
  expect(member?.on.get(first.id)).toBe(again);
  expect(markOf(entry(1, first, mine, 'CANCELLED'), { state: 'CANCELLED' })).toBe('OFF');
});

it('members come first, then who makes a date up, then who has left; each date counts who came of those expected', () => {
  const left = run('run-2', 'mine', { leftAt: '2026-12-01T00:00:00Z' });
  const guest = run('run-3', 'other');
  const roll = rollOf([
    entry(2, first, left, 'COMPLETED'),
    entry(3, first, guest, 'CHECKED_IN'),
    entry(3, second, guest, 'CANCELLED'),
    entry(1, first, run('run-1', 'mine'), 'NO_SHOW'),
  ]);
  const members = membersOf(roll);
  expect(members.map(({ key, isGuest, toMakeUp }) => [key, isGuest, toMakeUp])).toEqual([
    ['run-1', false, 2],
    ['run-3', true, 0],
    ['run-2', false, 0],
  ]);
  expect(attendanceOn(members, roll.dates[0] as never)).toEqual({ here: 2, expected: 3 });
  // A guest who gave it back is no guest.
  expect(membersOf(rollOf([entry(3, second, guest, 'CANCELLED')]))).toEqual([]);
});
