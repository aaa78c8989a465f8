import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import type { Meal } from '@linli/domain/services/centres';
import {
  priceOf,
  rulesFor,
  sharesOf,
  type SubsidyRuleId,
  subsidyRuleId,
} from '@linli/domain/services/pricing';
import fc from 'fast-check';
import { Refused } from '../../platform/graphql/index.js';
import { atOnce, newId, testDatabase } from '../../testing/index.js';
import { priceOfRow, subsidyRulesOn } from '../pricing/index.js';
import { bookableSessions } from './bookable-sessions.js';
import { type Booking } from './booking.type.js';
import { bookingScenario, bornYearsAgo, hours, minutes, type StandingSession } from './booking.scenario.js';

const database = testDatabase(12);
const { given, when } = bookingScenario(database);
const { when: elsewhere } = bookingScenario(() => database().dataSource.createEntityManager());
const MEALS: readonly Meal[] = ['BREAKFAST', 'LUNCH', 'DINNER'];
const AGE = 78;

const capped = (name: string, subsidyFen: number, dayCapFen: number | null, additive = false) =>
  database().query<object[]>(
    `INSERT INTO subsidy_rule (id, name, payer, min_age, subsidy_fen, day_cap_fen, additive, valid_from)
     VALUES ($1, $2, $2, 60, $3, $4, $5, '2020-01-01')`,
    [newId(subsidyRuleId), name, subsidyFen, dayCapFen, additive],
  );
const noRules = () => database().query('TRUNCATE subsidy_rule CASCADE');

/** Three meals of tomorrow, each fetched, so that nobody is at two at once. */
async function meals(priceFen = 1200): Promise<StandingSession[]> {
  const centre = await given.centre();
  const startsAt = hours(30);
  return Promise.all(
    MEALS.map(async (meal, i) => {
      const service = await given.service({
        centre,
        meal,
        way: 'PICK_UP',
        priceFen: priceFen - 300 * Number(i === 0),
      });
      return given.session({ centre, service, capacity: 60, startsAt, closesAt: minutes(60) });
    }),
  );
}
const elder = () => given.resident({ birthDate: bornYearsAgo(AGE) });
/** By rule, what it gives the person on that day for meals that have an effect. */
async function givenTo({ personId }: Viewer): Promise<Map<SubsidyRuleId, number>> {
  const rows = await database().query<{ id: SubsidyRuleId; fen: number }[]>(
    `SELECT line.rule_id AS id, sum(fen)::int AS fen FROM booking_subsidy line JOIN booking ON booking.id = booking_id
     WHERE beneficiary_id = $1 AND state NOT IN ('CANCELLED', 'DECLINED', 'LAPSED') GROUP BY 1`,
    [personId],
  );
  return new Map(rows.map(({ id, fen }) => [id, fen]));
}
const booked = (result: Booking | Refused): Booking => {
  if (result instanceof Refused) throw new Error(result.code);
  return result;
};

it('random days: the page, the booking and the domain price each meal by what the others have left of the cap', async () => {
  const step = fc.record({ meal: fc.nat(2), act: fc.constantFrom('BOOK', 'BOOK', 'CANCEL') });
  let limited = 0;
  for (const rules of [
    [
      ['高齡', 500, 700, false],
      ['街道', 300, null, false],
    ],
    [
      ['高齡', 500, 500, false],
      ['愛心餐', 400, 600, true],
    ],
  ] as const) {
    await noRules();
    for (const [name, fen, cap, additive] of rules) await capped(name, fen, cap, additive);
    const three = await meals();
    const [first] = three;
    if (!first) throw new Error('no meals');
    const known = await subsidyRulesOn(database(), first.day);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 9 }), async (steps) => {
        const lan = await elder();
        const standing = new Map<number, Booking>();
        for (const { meal, act } of steps) {
          const [session, own] = [three[meal], standing.get(meal)];
          if (!session) throw new Error('no such meal');
          if (act === 'CANCEL' && own) {
            booked(await when.cancels(lan, own));
            standing.delete(meal);
          }
          if (act === 'CANCEL' || own) continue;
          const eater = {
            day: session.day,
            age: AGE,
            needs: [],
            homeLineage: [],
            givenFen: await givenTo(lan),
          };
          const fullFen = meal === 0 ? 900 : 1200;
          const expected = priceOf(fullFen, rulesFor(known, eater));
          if (
            expected.subsidyFen <
            priceOf(fullFen, rulesFor(known, { ...eater, givenFen: new Map() })).subsidyFen
          )
            limited += 1;
          const page = {
            centreId: session.centreId,
            beneficiaryId: lan.personId,
            from: session.day,
            to: session.day,
          };
          const lines = await bookableSessions(database(), lan, page);
          expect(lines.find((line) => line.session.id === session.id)?.price).toEqual(expected);
          const booking = await when.hasBooked(lan, session);
          expect(priceOfRow(booking)).toEqual(expected);
          const parts = await database().query<{ rule_id: string; fen: number }[]>(
            'SELECT rule_id, fen FROM booking_subsidy WHERE booking_id = $1 ORDER BY rule_id',
            [booking.id],
          );
          expect(parts).toEqual(
            sharesOf(fullFen, rulesFor(known, eater))
              .map(({ rule, fen }) => ({ rule_id: rule.id, fen }))
              .toSorted((one, other) => (one.rule_id < other.rule_id ? -1 : 1)),
          );
          standing.set(meal, booking);
        }
        const given = await givenTo(lan);
        for (const { id, dayCapFen } of known)
          expect(given.get(id) ?? 0).toBeLessThanOrEqual(dayCapFen ?? Infinity);
      }),
      { numRuns: 8, seed: 20261124, endOnFailure: true },
    );
  }
  expect(limited).toBeGreaterThan(10);
}, 60_000);

/** Breakfast, lunch and dinner of one person, booked on three servers at the same moment. */
async function threeAtOnce(): Promise<number> {
  const [lan, three] = [await elder(), await meals()];
  const results = await atOnce(
    database(),
    3,
    (tx) =>
      tx.query('SELECT FROM session_places WHERE session_id = ANY ($1) FOR UPDATE', [
        three.map(({ id }) => id),
      ]),
    three.map((session) => () => elsewhere.books(lan, session)),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  return [...(await givenTo(lan)).values()].reduce((sum, fen) => sum + fen, 0);
}

it.each([false, true])(
  'three meals booked at the same moment get no more than the cap (additive: %s)',
  async (additive) => {
    await noRules();
    await capped('高齡', 400, 600, additive);
    for (let i = 0; i < 3; i += 1) expect(await threeAtOnce()).toBe(600);
  },
);

it('control: without the look afterwards they get more', async () => {
  await noRules();
  await capped('高齡', 400, 600);
  await database().query('ALTER TABLE booking DISABLE TRIGGER share_subsidy');
  expect(await threeAtOnce()).toBe(1200);
  await database().query('ALTER TABLE booking ENABLE TRIGGER share_subsidy');
});

it('a meal that is moved to another way of the same day keeps its subsidy', async () => {
  await noRules();
  await capped('高齡', 400, 400);
  const [lan, [, lunch, dinner]] = [await elder(), await meals()];
  if (!lunch || !dinner) throw new Error('no meals');
  const first = await when.hasBooked(lan, lunch);
  expect(priceOfRow(first).payFen).toBe(800);
  expect(priceOfRow(booked(await when.moves(lan, first, dinner))).payFen).toBe(800);
});
