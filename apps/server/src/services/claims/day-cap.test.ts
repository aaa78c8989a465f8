import { expect, it } from '@jest/globals';
import { addDays, plainDate } from '@linli/domain/base';
import { newUuid } from '../../platform/database/index.js';
import { testApi } from '../../testing/index.js';
import type { StandingSession } from '../bookings/booking.scenario.js';
import { furnishBookings } from '../bookings/index.js';
import { claimScenario, expectSound, PAYER } from './claims.scenario.js';

const api = testApi();
const { given, when, world, lines, sql, lastMonth } = claimScenario(api);

it('what is claimed of a day is what was given: no more than the cap, each meal with its part', async () => {
  const at = await world();
  await sql('TRUNCATE subsidy_rule CASCADE');
  await sql(
    `INSERT INTO subsidy_rule (id, name, payer, subsidy_fen, day_cap_fen, valid_from) VALUES ($1, '高齡助餐', $2, 500, 800, '2020-01-01')`,
    [newUuid(), PAYER],
  );
  const people = await given.residents(5);
  const day = addDays(plainDate.parse(`${lastMonth()}-01`), 4);
  const meals: StandingSession[] = [];
  for (const [i, meal] of (['BREAKFAST', 'LUNCH', 'DINNER'] as const).entries()) {
    const service = await given.service({ centre: at.centre, meal, way: 'DINE_IN' });
    const startsAt = new Date(`${day}T${String(7 + 5 * i).padStart(2, '0')}:00:00+08:00`);
    meals.push(
      await given.session({
        centre: at.centre,
        service,
        startsAt,
        opensAt: new Date(startsAt.getTime() - 1e9),
      }),
    );
  }
  // All at once, as they come from an older system.
  const bookings = people.flatMap(({ personId }) =>
    meals.map(({ id }, i) => ({
      ...{
        id: newUuid(),
        sessionId: id,
        beneficiaryId: personId,
        bookerId: personId,
        channel: 'APP',
        state: 'COMPLETED',
      },
      ...{
        texture: null,
        bookedAt: new Date(`${day}T06:0${String(i)}:00+08:00`),
        cancelledAt: null,
        cancelReason: null,
      },
      ...{ checkedInAt: new Date(`${day}T19:00:00+08:00`), checkedInBy: at.staff.personId },
    })),
  );
  expect(await furnishBookings(api.database(), bookings)).toBe(15);

  const draft = await when.drafts(at);
  expect(draft).toMatchObject({ meals: 10, totalFen: 5 * 800, withoutEvidence: 0 });
  const rows = await lines(draft);
  expect(rows.map(({ meal, fen }) => `${String(meal)} ${String(fen)}`).toSorted()).toEqual([
    ...Array<string>(5).fill('BREAKFAST 500'),
    ...Array<string>(5).fill('LUNCH 300'),
  ]);
  await when.submits(at, draft);
  await expectSound(sql);
});
