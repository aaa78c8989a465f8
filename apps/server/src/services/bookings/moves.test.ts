import { expect, it } from '@jest/globals';
import { BookingState, movesOpenTo } from '@linli/domain/services/bookings';
import { statement } from '../../platform/database/index.js';
import { select } from '../../platform/straight/index.js';
import { testDatabase } from '../../testing/index.js';
import { bookingById } from './booking.queries.js';
import { bookingScenario, hours, minutes } from './booking.scenario.js';
import { bookingRows, moves } from './booking.shape.js';

const database = testDatabase();
const { given, when } = bookingScenario(database);

const movesAsTold = (face: 'RESIDENT' | 'CONSOLE') => {
  const asking = { face, within: () => 'true' };
  const text = select(`${moves(asking)} AS moves`, bookingRows(asking, 'booking.id = :id'));
  return statement<{ id: string }, { moves: string[] }>({ name: `moves-${face}`, text });
};
const told = { RESIDENT: movesAsTold('RESIDENT'), CONSOLE: movesAsTold('CONSOLE') };

/** Everything that can have become of a booking. */
const lives = Object.values(BookingState).flatMap((state) =>
  [minutes(-1), minutes(-11)].flatMap((at) =>
    [minutes(5), minutes(-5)].map((cancelUntil) => ({ state, at, cancelUntil })),
  ),
);

const soon = minutes(1);

// Two texts of one rule, held together here.
it.each([
  ['today', { startsAt: soon, opensAt: hours(-9), closesAt: soon }, false],
  ['another day', { startsAt: hours(50) }, false],
  ['today at home', { startsAt: soon, opensAt: hours(-9), closesAt: soon }, true],
])('a statement offers the moves that the domain does, %s', async (_day, times, isVisit) => {
  const lan = await given.resident();
  const session = await given.session(times);
  const { id } = await when.hasBooked(lan, session);
  await database().query('UPDATE service SET at_home = $2 WHERE id = $1', [session.serviceId, isVisit]);
  const offered = new Set<string>();
  for (const { state, at, cancelUntil } of lives) {
    const came = state === 'CHECKED_IN' || state === 'COMPLETED';
    const gone = state === 'CANCELLED';
    await when.changes(session, 'cancel_until = $2', [cancelUntil]);
    await database().query(
      'UPDATE booking SET state = $2, checked_in_at = $3, cancelled_at = $4, cancel_reason = $5, held_until = $6, queue_number = 1, decision_reason = $7 WHERE id = $1',
      [id, state, came ? at : null, gone ? at : null, gone ? '有事' : null, cancelUntil, '有事'],
    );
    const booking = await bookingById(database(), lan, id);
    for (const face of ['RESIDENT', 'CONSOLE'] as const) {
      const hands = {
        mayBook: true,
        mayDecide: true,
        mayCancel: true,
        mayCheckIn: !isVisit,
        isStaff: face === 'CONSOLE',
      };
      const expected = movesOpenTo(booking, hands);
      const [row] = await told[face](database(), { id });
      expect({ face, state, at, cancelUntil, ...row }).toEqual({
        ...{ face, state, at, cancelUntil, moves: expected },
      });
      expected.forEach((move) => offered.add(move));
    }
  }
  expect(offered).toContain('CANCEL');
  expect(offered).toContain('CONFIRM');
  expect(offered.has('UNDO_CHECK_IN')).toBe(!isVisit);
  expect(offered).toContain('DECLINE');
  expect(offered.has('CHECK_IN')).toBe(_day === 'today');
});
