import { expect, it } from '@jest/globals';
import { refusalToBook } from '@linli/domain/services/bookings';
import fc from 'fast-check';
import { Refused } from '../../platform/graphql/index.js';
import { testDatabase } from '../../testing/index.js';
import { sessionsToBook } from './booking.queries.js';
import { bookingScenario, hours } from './booking.scenario.js';

const database = testDatabase();
const { given, when } = bookingScenario(database);

const situations = fc.record({
  opensAt: fc.constantFrom(hours(-24), hours(1)),
  closesAt: fc.constantFrom(hours(-1), hours(12)),
  capacity: fc.constantFrom(1, 2),
  weeklyQuota: fc.constantFrom(0, 1, 2),
  taken: fc.boolean(),
  booked: fc.boolean(),
});

// The statement guards and the domain explains: two texts of one rule, held together here.
it('the page, the statement and the domain say the same of every situation', async () => {
  await fc.assert(
    fc.asyncProperty(situations, async ({ taken, booked, ...session }) => {
      const lunch = await given.session({
        ...session,
        opensAt: hours(-24),
        closesAt: hours(12),
        weeklyQuota: 5,
      });
      const [lan, neighbour] = [given.resident(), given.resident()];
      if (booked) await when.books(lan, lunch);
      if (taken) await when.books(neighbour, lunch);
      const { opensAt, closesAt, weeklyQuota } = session;
      await database().query(
        'UPDATE session SET opens_at = $2, closes_at = $3, weekly_quota = $4 WHERE id = $1',
        [lunch.id, opensAt, closesAt, weeklyQuota],
      );

      const page = { centreId: lunch.centreId, beneficiaryId: lan.personId, first: 1 };
      const [shown] = await sessionsToBook(database(), lan, page);
      const result = await when.books(lan, lunch);

      const places = Number(booked) + Number(taken && !(booked && session.capacity === 1));
      const expected = refusalToBook({
        ...session,
        now: new Date(),
        taken: places,
        alreadyBooked: booked,
        bookedThisWeek: Number(booked),
      });
      expect(shown?.refusal).toBe(expected);
      expect(result instanceof Refused ? result.code : undefined).toBe(expected);
    }),
    { numRuns: 60 },
  );
});
