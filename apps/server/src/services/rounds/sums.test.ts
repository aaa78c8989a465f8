import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import type { BookingId } from '@linli/domain/services/bookings';
import type { MealWay } from '@linli/domain/services/centres';
import fc from 'fast-check';
import { readEnvironment } from '../../platform/environment.js';
import { Refused } from '../../platform/graphql/index.js';
import { testApi } from '../../testing/index.js';
import { bookingScenario, minutes, type StandingSession } from '../bookings/booking.scenario.js';
import { closeDay } from '../centres/index.js';
import { sheetOfMeal } from '../meals/index.js';
import { planRounds } from './arrange-rounds.js';
import { deliveryPlans } from './delivery-plan.js';
import type { DeliveryPlan } from './rounds.type.js';

const { database, ask } = testApi();
const { given, when } = bookingScenario(database);
const { dataKey } = readEnvironment({ PORT: '0' });
const WAYS = ['DINE_IN', 'PICK_UP', 'DELIVERY'] as const;
const sql = <Row>(text: string, values: unknown[] = []) => database().query<Row[]>(text, values);

/** A lunch in three ways before its cut-off: few places, and deliveries that are asked for and waited for. */
async function threeWays() {
  const centre = await given.centre();
  const policies = { DINE_IN: {}, PICK_UP: {}, DELIVERY: { waitlist: true, needs_approval: true } };
  const sessions = {} as Record<MealWay, StandingSession>;
  for (const way of WAYS) {
    const service = await given.service({ centre, meal: 'LUNCH', way, policy: policies[way] });
    const times = { startsAt: minutes(3), closesAt: minutes(2), cancelUntil: minutes(2) };
    sessions[way] = await given.arriving({ centre, service, capacity: way === 'DELIVERY' ? 2 : 4, ...times });
  }
  const { day } = sessions.DINE_IN;
  await given.menu({ centreId: centre, day }, [{ name: '番茄炒蛋', allergens: ['EGG'], textures: [] }]);
  const people = await given.residents(6);
  for (const person of people.slice(0, 2)) await when.hasBooked(person, sessions.DELIVERY);
  return { centre, day, sessions, staff: given.staff(centre), people };
}
type Lunch = Awaited<ReturnType<typeof threeWays>>;

const step = fc.record({
  who: fc.nat(5),
  way: fc.constantFrom(...WAYS, 'DELIVERY' as const),
  what: fc.constantFrom(
    ...([
      'BOOK',
      'BOOK',
      'COUNTER',
      'WAIT',
      'ACCEPT',
      'APPROVE',
      'DECLINE',
      'MOVE',
      'MOVE',
      'CANCEL',
      'CANCEL',
    ] as const),
    ...(['CHECK_IN', 'UNDO', 'NEEDS', 'FREEZE', 'PLAN'] as const),
  ),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const asking = ({ staff }: Lunch) => ({ viewer: staff, dataKey });
async function plan(lunch: Lunch): Promise<DeliveryPlan> {
  const [only] = await deliveryPlans(database(), asking(lunch), { centreId: lunch.centre, day: lunch.day });
  if (!only) throw new Error('there is no delivery');
  return only;
}
async function ownOf({ personId }: Viewer, { centre }: Lunch): Promise<{ id: BookingId } | undefined> {
  const [own] = await sql<{ id: BookingId }>(
    `SELECT booking.id FROM booking JOIN session ON session.id = session_id
     WHERE centre_id = $1 AND beneficiary_id = $2 AND booking.state NOT IN ('CANCELLED', 'DECLINED', 'LAPSED')
     ORDER BY booked_at DESC LIMIT 1`,
    [centre, personId],
  );
  return own;
}

/** One thing happens; whether it may, the house says. */
async function happens({ who, way, what }: Step, lunch: Lunch): Promise<boolean> {
  const { staff, sessions, people } = lunch;
  const person = people[who];
  if (!person) return false;
  const [session, own] = [sessions[way], await ownOf(person, lunch)];
  const forThem = { beneficiaryId: person.personId, channel: 'COUNTER', allowAllergens: true } as const;
  const acts: Record<Step['what'], () => Promise<unknown>> = {
    BOOK: () => when.books(person, session),
    COUNTER: () => when.books(staff, session, forThem),
    WAIT: () => when.waits(person, sessions.DELIVERY),
    ACCEPT: async () => own && when.accepts(person, own),
    APPROVE: async () => own && when.approves(staff, own),
    DECLINE: async () => own && when.declines(staff, own),
    MOVE: async () => own && when.moves(staff, own, session),
    CANCEL: async () => own && when.cancels(staff, own),
    CHECK_IN: async () => own && when.checksIn(staff, own),
    UNDO: async () => own && when.undoes(staff, own),
    NEEDS: () =>
      sql('UPDATE resident SET allergies = $2, texture = $3 WHERE id = $1', [
        ...[person.personId, who % 2 ? ['EGG'] : [], who % 3 ? 'SOFT' : 'LIQUID'],
      ]),
    // Whoever opens the sheet next freezes it.
    FREEZE: async () => {
      await when.changes(session, `closes_at = now() - interval '1 second'`);
      // No offer is held beyond the cut-off.
      await sql('UPDATE booking SET held_until = now() WHERE session_id = $1 AND held_until > now()', [
        session.id,
      ]);
    },
    PLAN: async () => {
      const { version } = await plan(lunch);
      await planRounds(database(), asking(lunch), { sessionId: sessions.DELIVERY.id, version });
      expect((await plan(lunch)).unassigned).toEqual([]);
    },
  };
  const result = await acts[what]();
  return result !== undefined && !(result instanceof Refused);
}

async function labelsOf({ staff, centre, day }: Lunch) {
  const labels = `query ($centre: ID!, $day: Date!) { mealLabels(centreId: $centre, day: $day, meal: LUNCH) {
    ticketNumber way texture } }`;
  const { data } = await ask(staff, labels, { centre, day });
  return data?.mealLabels as { ticketNumber: string; way: MealWay; texture: string }[];
}

/** The kitchen's sheet, the labels, the stops and the orders, each as its own people see it. */
async function expectOneSum(lunch: Lunch): Promise<number> {
  const at = { centreId: lunch.centre, day: lunch.day, meal: 'LUNCH' as const };
  const sheet = await sheetOfMeal(database(), lunch.staff, at);
  const labels = await labelsOf(lunch);
  const { rounds, unassigned } = await plan(lunch);
  const stops = [...rounds.flatMap((round) => round.stops), ...unassigned].filter(
    ({ cancelled }) => !cancelled,
  );
  const orders = await sql<{ ticket: string; way: MealWay; texture: string }>(
    `SELECT ticket_number AS ticket, way, coalesce(booking.texture, resident.texture) AS texture
     FROM booking JOIN resident ON resident.id = beneficiary_id
       JOIN session ON session.id = session_id JOIN service ON service.id = service_id
     WHERE session.centre_id = $1 AND booking.state IN ('CONFIRMED', 'CHECKED_IN', 'COMPLETED', 'NO_SHOW')`,
    [lunch.centre],
  );
  const of = (way: MealWay) => orders.filter((order) => order.way === way).length;
  const ticket = (rows: readonly { ticketNumber: string }[]) =>
    rows.map((row) => row.ticketNumber).toSorted();

  const { dineIn, pickUp, delivery, total } = sheet.totals;
  expect(sheet.agrees).toBe(true);
  expect([dineIn, pickUp, delivery, total]).toEqual([
    of('DINE_IN'),
    of('PICK_UP'),
    of('DELIVERY'),
    orders.length,
  ]);
  expect(
    labels.map(({ ticketNumber, way, texture }) => `${ticketNumber} ${way} ${texture}`).toSorted(),
  ).toEqual(orders.map(({ ticket: number, way, texture }) => `${number} ${way} ${texture}`).toSorted());
  expect(ticket(stops)).toEqual(ticket(labels.filter(({ way }) => way === 'DELIVERY')));
  return orders.length;
}

it('kitchen sheet = labels = stops = orders, after whatever order, change or cancellation, before the cut-off and after', async () => {
  const done: Partial<Record<Step['what'], number>> = {};
  let meals = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 30, size: 'max' }), async (steps) => {
      const lunch = await threeWays();
      for (const each of steps) {
        if (await happens(each, lunch)) done[each.what] = (done[each.what] ?? 0) + 1;
        meals += await expectOneSum(lunch);
      }
      await closeDay(database(), lunch.staff, { centreId: lunch.centre, day: lunch.day, reason: '停電' });
      expect(await expectOneSum(lunch)).toBe(
        (
          await sql<object>(
            `SELECT FROM booking JOIN session ON session.id = session_id WHERE centre_id = $1 AND booking.state = 'CHECKED_IN'`,
            [lunch.centre],
          )
        ).length,
      );
    }),
    { numRuns: 10, seed: 20261124, endOnFailure: true },
  );
  expect(meals).toBeGreaterThan(400);
  for (const what of ['BOOK', 'COUNTER', 'WAIT', 'MOVE', 'CANCEL', 'CHECK_IN', 'APPROVE'] as const) {
    expect([what, (done[what] ?? 0) > 1]).toEqual([what, true]);
  }
}, 120_000);
