import { expect, it } from '@jest/globals';
import { addDays, type PlainDate } from '@linli/domain/base';
import { subsidyRuleId } from '@linli/domain/services/pricing';
import { newUuid } from '../../platform/database/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { endSubsidyRule, priceColumns, proposeSubsidyRule } from '../pricing/index.js';
import { standing, subsidy } from './booking-facts.js';
import { bookingScenario, hours, type StandingSession } from './booking.scenario.js';
import { furnishBookings } from './index.js';

const database = testDatabase();
const { given, today } = bookingScenario(database);
const sql = <Row>(text: string, values: unknown[] = []) => database().query<Row[]>(text, values);

// What each pays of 12 yuan, in yuan, written by hand: under 60, 60-75, 76-84, 85-89, 90 and older.
type Needs = 'NONE' | 'ALONE' | 'LOW' | 'BOTH';
const TABLE: Readonly<Record<'old' | 'new', Record<'own' | 'other', Record<Needs, readonly number[]>>>> = {
  old: {
    own: { NONE: [12, 8, 4, 4, 0], ALONE: [12, 8, 4, 4, 0], LOW: [2, 2, 2, 2, 0], BOTH: [2, 2, 2, 2, 0] },
    other: { NONE: [12, 8, 4, 3, 0], ALONE: [12, 8, 4, 3, 0], LOW: [2, 2, 2, 2, 0], BOTH: [2, 2, 2, 2, 0] },
  },
  new: {
    own: { NONE: [12, 8, 4, 4, 0], ALONE: [10, 6, 2, 2, 0], LOW: [2, 2, 2, 2, 0], BOTH: [0, 0, 0, 0, 0] },
    other: { NONE: [12, 8, 4, 1, 0], ALONE: [10, 6, 2, 0, 0], LOW: [2, 2, 2, 1, 0], BOTH: [0, 0, 0, 0, 0] },
  },
};
const bandOf = (age: number) => [60, 76, 85, 90].filter((from) => age >= from).length;
const NEEDS: readonly Needs[] = ['NONE', 'ALONE', 'LOW', 'BOTH'];

async function rules(): Promise<void> {
  const { otherStreet } = await given.tree();
  const [over, begins] = [addDays(today(), -30), addDays(today(), -29)];
  await given.rule({ name: '60–75 歲', minAge: 60, maxAge: 75, subsidyFen: 400 });
  await given.rule({ name: '76–89 歲', minAge: 76, maxAge: 89, subsidyFen: 800 });
  await given.rule({ name: '90 歲以上', minAge: 90, subsidyFen: 1200 });
  await given.rule({ name: '低保', careNeed: 'LOW_INCOME', subsidyFen: 1000 });
  await given.rule({ name: '高齡', minAge: 85, areaId: otherStreet, subsidyFen: 900, validTo: over });
  await given.rule({ name: '高齡', minAge: 85, areaId: otherStreet, subsidyFen: 1100, validFrom: begins });
  await sql(
    `INSERT INTO subsidy_rule (id, name, payer, care_need, subsidy_fen, valid_from, additive)
     VALUES ($1, '愛心餐', '慈善總會', 'LIVING_ALONE', 200, $2, true)`,
    [newId(subsidyRuleId), begins],
  );
}

/** Ages, needs and streets in every mixture, as of the day of the meal. */
async function tenThousand(
  day: PlainDate,
): Promise<{ id: string; age: number; needs: Needs; street: 'own' | 'other' }[]> {
  const { building, otherBuilding } = await given.tree();
  const people = Array.from({ length: 5000 }, (_, i) => ({
    ...{ id: newUuid(), age: 50 + (i % 55), needs: NEEDS[Math.floor(i / 55) % 4] ?? 'NONE' },
    street: Math.floor(i / 220) % 2 === 0 ? ('own' as const) : ('other' as const),
  }));
  await sql(
    `INSERT INTO resident (id, name, birth_date, building_id)
     SELECT id, '李桂蘭', ($2::date - make_interval(years => age, days => age % 300))::date, CASE street WHEN 'own' THEN $3::uuid ELSE $4::uuid END
     FROM jsonb_to_recordset($1::jsonb) AS person (id uuid, age int, street text)`,
    [JSON.stringify(people), day, building, otherBuilding],
  );
  await sql(
    `INSERT INTO care_need (resident_id, need, valid_from)
     SELECT id, need, '2020-01-01' FROM jsonb_to_recordset($1::jsonb) AS person (id uuid, needs text)
       CROSS JOIN unnest(CASE needs WHEN 'ALONE' THEN '{LIVING_ALONE}' WHEN 'LOW' THEN '{LOW_INCOME}'
         WHEN 'BOTH' THEN '{LIVING_ALONE,LOW_INCOME}' ELSE '{}' END::text[]) need`,
    [JSON.stringify(people)],
  );
  return people;
}

async function lunch(daysAgo: number): Promise<StandingSession> {
  const service = await given.service({ meal: 'LUNCH', way: 'DINE_IN', priceFen: 1200 });
  const startsAt = hours(-24 * daysAgo);
  return given.session({ service, capacity: 5000, startsAt, opensAt: hours(-24 * daysAgo - 48) });
}

const booked = (session: StandingSession) =>
  sql<{ id: string; pay: number; full: number; ok: boolean }>(
    `SELECT beneficiary_id AS id, full_fen AS full, full_fen - subsidy_fen AS pay, subsidy_fen =
       coalesce((SELECT sum(fen) FROM booking_subsidy WHERE booking_id = booking.id), 0) AS ok
     FROM booking WHERE session_id = $1`,
    [session.id],
  );
const books = async () =>
  (
    await sql<{ all: string; count: number }>(
      `SELECT count(*)::int, md5(string_agg(concat_ws(' ', booking.id, full_fen, booking.subsidy_fen, booking.rule_name, booking.payer, line.fen, line.rule_id), ';'
       ORDER BY booking.id, line.rule_id)) AS all
     FROM booking LEFT JOIN booking_subsidy line ON line.booking_id = booking.id`,
    )
  )[0];
/** Priced once more by the rules that are known now. */
const differing = ({ id }: StandingSession) =>
  sql(
    `SELECT FROM (
       SELECT booking.*, ${priceColumns('service.price_fen').replaceAll(' AS ', ' AS again_')}
       FROM booking
         JOIN LATERAL (
           SELECT resident.id AS beneficiary_id, birth_date, coalesce(home.lineage, '{}') AS home_lineage
           FROM resident LEFT JOIN area home ON home.id = resident.building_id WHERE resident.id = booking.beneficiary_id
         ) who ON true
         JOIN session ON session.id = booking.session_id
         JOIN service ON service.id = session.service_id
         ${standing} ${subsidy}
       WHERE session.id = $1
     ) priced WHERE (full_fen, subsidy_fen, rule_name, payer) IS DISTINCT FROM (again_full_fen, again_subsidy_fen, again_rule_name, again_payer)`,
    [id],
  );

it('10,000 residents pay what the table says, and whatever is proposed and ended later, old months stay as they were', async () => {
  await rules();
  const meals = [];
  for (const [column, daysAgo] of [
    ['old', 60],
    ['new', 10],
  ] as const) {
    const session = await lunch(daysAgo);
    const people = await tenThousand(session.day);
    const bookings = people.map(({ id }) => ({
      ...{
        id: newUuid(),
        sessionId: session.id,
        beneficiaryId: id,
        bookerId: id,
        channel: 'APP',
        state: 'COMPLETED',
      },
      ...{
        texture: null,
        bookedAt: hours(-24 * daysAgo - 3),
        checkedInAt: null,
        cancelledAt: null,
        cancelReason: null,
      },
    }));
    expect(await furnishBookings(database(), bookings)).toBe(people.length);
    const paid = new Map((await booked(session)).map((row) => [row.id, row]));
    const wrong = people.filter(({ id, age, needs, street }) => {
      const row = paid.get(id);
      return (
        row?.full !== 1200 || !row.ok || row.pay !== 100 * (TABLE[column][street][needs][bandOf(age)] ?? NaN)
      );
    });
    expect(wrong).toEqual([]);
    meals.push(session);
  }
  const before = await books();
  expect(before?.count).toBeGreaterThan(10_000);

  const { district, otherStreet } = await given.tree();
  const cadre = given.worker('DISTRICT_CADRE', { areaId: district });
  const known = await sql<{ id: string }>('SELECT id FROM subsidy_rule WHERE valid_to IS NULL');
  for (const { id } of known) {
    await endSubsidyRule(database(), cadre, {
      id: subsidyRuleId.parse(id),
      lastDay: today(),
      reason: '新辦法',
    });
  }
  for (const [i, areaId] of [district, otherStreet].entries()) {
    await proposeSubsidyRule(database(), cadre, {
      ...{ id: newId(subsidyRuleId), name: `新辦法 ${String(i)}`, payer: '區', areaId, subsidyFen: 1200 },
      ...{ additive: i > 0, paysNobodyOpened: false, validFrom: addDays(today(), 1) },
    });
  }
  const [now] = await sql<{ ended: number; new: number }>(
    `SELECT count(*) FILTER (WHERE valid_to = $1)::int AS ended, count(*) FILTER (WHERE valid_from > $1)::int AS new FROM subsidy_rule`,
    [today()],
  );
  expect(now).toEqual({ ended: known.length, new: 2 });
  for (const session of meals) expect(await differing(session)).toEqual([]);
  await sql('UPDATE service SET price_fen = 5000');
  expect(await books()).toEqual(before);
  // Control: the look that finds no difference does find one.
  for (const session of meals) expect((await differing(session)).length).toBe(5000);
}, 60_000);
