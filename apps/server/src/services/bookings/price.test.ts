import { expect, it } from '@jest/globals';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import type { CareNeed } from '@linli/domain/organisation/people';
import { bookingId } from '@linli/domain/services/bookings';
import { priceOf, rulesFor, sharesOf } from '@linli/domain/services/pricing';
import { Refused } from '../../platform/graphql/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { priceOfRow, subsidyRulesOn } from '../pricing/index.js';
import { bookableSessions } from './bookable-sessions.js';
import { bookingById } from './booking.queries.js';
import { bookingScenario, bornYearsAgo, hours } from './booking.scenario.js';

const database = testDatabase();
const { given, when, today } = bookingScenario(database);

async function pricedLunch() {
  const { street, otherStreet } = await given.tree();
  const centre = await given.centre();
  const service = await given.service({ centre, meal: 'LUNCH', way: 'DINE_IN', priceFen: 1000 });
  await given.rule({ name: '60–75 歲', minAge: 60, maxAge: 75, subsidyFen: 400 });
  await given.rule({ name: '76–89 歲', minAge: 76, maxAge: 89, subsidyFen: 700 });
  await given.rule({ name: '低保', careNeed: 'LOW_INCOME', subsidyFen: 900 });
  await given.rule({ name: '90 歲以上', minAge: 90, subsidyFen: 1200 });
  await given.rule({ name: '別的街道', areaId: otherStreet, subsidyFen: 999 });
  await given.rule({ name: '本街道高齡', areaId: street, minAge: 85, subsidyFen: 800 });
  await given.rule({ name: '到今天為止', subsidyFen: 1000, validTo: today() });
  return given.session({ centre, service, capacity: 100 });
}

it('the price on the page and on the booking is the one of the domain, and stays when the rules change', async () => {
  const lunch = await pricedLunch();
  const rules = await subsidyRulesOn(database(), lunch.day);
  expect(rules).toHaveLength(6);
  const { district, street, community, building } = await given.tree();
  const person = (age: number, ...needs: CareNeed[]) => ({ age, needs });
  const persons = [
    ...[person(59), person(60), person(75), person(76), person(86)],
    ...[person(60, 'LOW_INCOME'), person(95, 'LOW_INCOME')],
  ];

  const made = [];
  for (const { age, needs } of persons) {
    const lan = await given.resident({ birthDate: bornYearsAgo(age), needs });
    const eater = { day: lunch.day, age, needs, homeLineage: [district, street, community, building] };
    const expected = priceOf(1000, rulesFor(rules, eater));
    const page = { centreId: lunch.centreId, beneficiaryId: lan.personId, from: lunch.day, to: lunch.day };
    const [shown] = await bookableSessions(database(), lan, page);
    expect(shown?.price).toEqual(expected);
    const booking = await when.hasBooked(lan, lunch);
    expect(priceOfRow(booking)).toEqual(expected);
    made.push({ lan, booking, expected });
  }
  expect(made.map(({ expected }) => expected.payFen)).toEqual([1000, 600, 600, 300, 200, 100, 0]);

  await database().query(`UPDATE subsidy_rule SET valid_to = $1 WHERE valid_to IS NULL`, [today()]);
  await database().query('UPDATE service SET price_fen = 5000 WHERE id = $1', [lunch.serviceId]);
  for (const { lan, booking, expected } of made) {
    expect(priceOfRow(await bookingById(database(), lan, booking.id))).toEqual(expected);
  }
});

it('age counts on the day of the session, not on the day of booking', async () => {
  const startsAt = hours(48);
  const session = await given.session({ startsAt, service: await given.service({ minAge: 60 }) });
  const sixtyOn = (daysAfter: number) => {
    const day = plainDateOf(new Date(startsAt.getTime() + daysAfter * 24 * 3_600_000));
    const birthday = day.slice(5) === '02-29' ? '03-01' : day.slice(5);
    return `${String(Number(day.slice(0, 4)) - 60)}-${birthday}` as PlainDate;
  };

  const tooYoung = await when.books(await given.resident({ birthDate: sixtyOn(2) }), session);
  expect(tooYoung).toBeInstanceOf(Refused);
  expect(tooYoung).toMatchObject({ code: 'NOT_ELIGIBLE', details: { bound: 'AGE', minAge: 60 } });
  await when.hasBooked(await given.resident({ birthDate: sixtyOn(-1) }), session);
});

it('rules that add up: the page, the booking and the domain say the same, and each payer has its part', async () => {
  const { street, district, community, building } = await given.tree();
  const centre = await given.centre();
  const service = await given.service({ centre, meal: 'LUNCH', way: 'DINE_IN', priceFen: 1000 });
  const lunch = await given.session({ centre, service, capacity: 100 });
  const extra = (payer: string, subsidyFen: number, careNeed: CareNeed) =>
    database().query<object[]>(
      `INSERT INTO subsidy_rule (id, name, payer, care_need, area_id, subsidy_fen, valid_from, additive)
       VALUES ($1, $2, $3, $4, $5, $6, '2020-01-01', true)`,
      [newId(bookingId), `${payer}加補`, payer, careNeed, street, subsidyFen],
    );
  await given.rule({ name: '60 歲以上', minAge: 60, subsidyFen: 500, areaId: street });
  await extra('慈善總會', 300, 'LIVING_ALONE');
  await extra('企業認捐', 400, 'LOW_INCOME');
  const rules = await subsidyRulesOn(database(), lunch.day);
  const shares: number[][] = [];
  for (const [age, ...needs] of [
    [60, 'LIVING_ALONE'],
    [60, 'LIVING_ALONE', 'LOW_INCOME'],
    [40, 'LIVING_ALONE', 'LOW_INCOME'],
    [40],
    [70],
  ] as [number, ...CareNeed[]][]) {
    const lan = await given.resident({ birthDate: bornYearsAgo(age), needs });
    const eater = { day: lunch.day, age, needs, homeLineage: [district, street, community, building] };
    const expected = priceOf(1000, rulesFor(rules, eater));
    const page = { centreId: centre, beneficiaryId: lan.personId, from: lunch.day, to: lunch.day };
    expect((await bookableSessions(database(), lan, page))[0]?.price).toEqual(expected);
    const booking = await when.hasBooked(lan, lunch);
    expect(priceOfRow(booking)).toEqual(expected);
    const parts = await database().query<{ fen: number; payer: string }[]>(
      'SELECT fen, payer FROM booking_subsidy WHERE booking_id = $1 ORDER BY fen DESC, payer',
      [booking.id],
    );
    expect(parts.map(({ fen }) => fen)).toEqual(
      sharesOf(1000, rulesFor(rules, eater))
        .map(({ fen }) => fen)
        .toSorted((one, other) => other - one),
    );
    shares.push(parts.map(({ fen }) => fen));
  }
  expect(shares).toEqual([[500, 300], [500, 400, 100], [400, 300], [], [500]]);
});
