import type { AreaId, CentreId } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read } from './operation.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const today = () => plainDateOf(new Date());

/** A lunch to be brought to somebody who lives in the area; `state` of the round that it is in. */
async function givenDelivery(
  api: ReturnType<typeof testApi>,
  { centre, area, state }: { centre: CentreId; area: AreaId; state?: 'PLANNED' | 'OUT' },
) {
  const sql = (text: string, values: unknown[]) => api.database().query<unknown>(text, values);
  const [service, session, resident, booking, round, carrier] = Array.from({ length: 6 }, newUuid);
  await sql(
    `INSERT INTO service (id, centre_id, category, name, description, place, meal, way, price_fen, opens_days_ahead,
       cut_off_minutes, cancel_minutes, walk_in, follows_calendar)
     VALUES ($1, $2, 'MEAL', '午餐・送餐', '示例', '廚房', 'LUNCH', 'DELIVERY', 1200, 7, 60, 60, true, false)`,
    [service, centre],
  );
  await sql(
    `INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at,
       cancel_until, walk_in)
     SELECT $1, $2, $3, $4, noon, noon + interval '1 hour', 9, noon - interval '7 days', noon, noon, true
     FROM (SELECT ($4::date + time '12:00') AT TIME ZONE 'Asia/Shanghai' AS noon) at`,
    [session, service, centre, today()],
  );
  await sql(
    `INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, '李桂蘭', '1948-01-01', $2)`,
    [resident, area],
  );
  await sql(
    `INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state, ticket_number, texture, full_fen, subsidy_fen)
     VALUES ($1, $2, $3, $3, 'APP', 'CONFIRMED', '2001', 'REGULAR', 1200, 0)`,
    [booking, session, resident],
  );
  await sql(
    `INSERT INTO account (id, account, name, password_hash) VALUES ($1::uuid, 'r' || right($1::uuid::text, 12), '老魏', 'none')`,
    [carrier],
  );
  if (state) {
    await sql(
      `INSERT INTO delivery_round (id, session_id, number, carrier_id, state, started_at)
       VALUES ($1, $2, 1, $3, $4::text, CASE WHEN $4::text = 'OUT' THEN now() END)`,
      [round, session, carrier, state],
    );
    await sql('INSERT INTO delivery_stop VALUES ($1, $2, 1)', [booking, round]);
  }
  return { session, resident, booking, round };
}

async function givenCheck(api: ReturnType<typeof testApi>, at: { centre: CentreId; area: AreaId }) {
  const { resident, booking } = await givenDelivery(api, at);
  const id = newUuid();
  await api.database().query(
    `INSERT INTO welfare_check (id, resident_id, centre_id, booking_id, opened_at, opener_name)
     VALUES ($1, $2, $3, $4, now(), '老魏')`,
    [id, resident, at.centre, booking],
  );
  return { id, resident };
}

/** What is brought to the door, and who looks after the one who did not open it. */
export function deliveryOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  return {
    deliveryPlans: read(({ viewer, centre }) =>
      Promise.resolve(() =>
        ask(
          viewer,
          'query ($centre: ID!, $day: Date!) { deliveryPlans(centreId: $centre, day: $day) { version } }',
          { centre, day: today() },
        ),
      ),
    ),
    carriers: read(({ viewer, centre }) =>
      Promise.resolve(() =>
        ask(viewer, 'query ($centre: ID!) { carriers(centreId: $centre) { id } }', { centre }),
      ),
    ),
    async planRounds({ viewer, ...at }) {
      const { session } = await givenDelivery(api, at);
      return () => mutate(viewer, 'planRounds', { sessionId: session, version: 0 });
    },
    async arrangeRounds({ viewer, ...at }) {
      const { session, booking } = await givenDelivery(api, at);
      const rounds = [{ id: newUuid(), bookingIds: [booking] }];
      return () => mutate(viewer, 'arrangeRounds', { sessionId: session, version: 0, rounds });
    },
    async startRound({ viewer, ...at }) {
      const { round } = await givenDelivery(api, { ...at, state: 'PLANNED' });
      await api.database().query(
        `INSERT INTO meal_release (id, centre_id, day, meal, by_id, by_name) VALUES ($1, $2, $3, 'LUNCH', $1, '邱師傅')
         ON CONFLICT DO NOTHING`,
        [newUuid(), at.centre, today()],
      );
      return () => mutate(viewer, 'startRound', { id: round });
    },
    async endRound({ viewer, ...at }) {
      const { round, booking } = await givenDelivery(api, { ...at, state: 'OUT' });
      await api.database().query(
        `INSERT INTO delivery_mark (id, booking_id, outcome, at, said_at, corrected, by, by_name, stands)
         VALUES ($1, $2, 'DELIVERED', now(), now(), false, $1, '老魏', true)`,
        [newUuid(), booking],
      );
      return () => mutate(viewer, 'endRound', { id: round });
    },
    async syncMarks({ viewer, ...at }) {
      const { round, booking } = await givenDelivery(api, { ...at, state: 'OUT' });
      const mark = { id: newUuid(), bookingId: booking, outcome: 'DELIVERED', at: new Date() };
      return () => mutate(viewer, 'syncMarks', { roundId: round, sentAt: new Date(), marks: [mark] });
    },
    welfareChecks: read(async ({ viewer, ...at }) => {
      const { id } = await givenCheck(api, at);
      return async () => {
        const reply = await ask(viewer, '{ welfareChecks(open: true) { id } }', {});
        const shown = (reply.value ?? []) as { id: string }[];
        const isThere = shown.some((check) => check.id === id);
        return reply.answer === 'yes' && !isThere ? { ...reply, outcome: 'empty' } : reply;
      };
    }),
    async recordWelfareStep({ viewer, ...at }) {
      const { id } = await givenCheck(api, at);
      const step = { id: newUuid(), checkId: id, kind: 'CALL', result: 'NOT_REACHED' };
      return () => mutate(viewer, 'recordWelfareStep', step);
    },
    async closeWelfareCheck({ viewer, ...at }) {
      const { id } = await givenCheck(api, at);
      const seen = { id, outcome: 'SAFE_AT_HOME', note: '在家' };
      return () => mutate(viewer, 'closeWelfareCheck', seen);
    },
    /** Changes the trail alone, and that only where a number is known. */
    revealWelfareNumber: read(async ({ viewer, ...at }) => {
      const { id } = await givenCheck(api, at);
      return () => mutate(viewer, 'revealWelfareNumber', { checkId: id, of: 'CALL' });
    }),
    emergencyContacts: read(async ({ viewer, ...at }) => {
      const { resident } = await givenDelivery(api, at);
      return () =>
        ask(viewer, 'query ($id: ID!) { emergencyContacts(residentId: $id) { contacts { rank } } }', {
          id: resident,
        });
    }),
    async saveEmergencyContacts({ viewer, ...at }) {
      const { resident } = await givenDelivery(api, at);
      const contacts = [{ id: newUuid(), name: '王曉敏', relation: 'CHILD', phone: '13900000001' }];
      return () => mutate(viewer, 'saveEmergencyContacts', { residentId: resident, contacts });
    },
    homeDoor: read(async ({ viewer, ...at }) => {
      const { resident } = await givenDelivery(api, at);
      return () => ask(viewer, 'query ($id: ID!) { homeDoor(residentId: $id) { door } }', { id: resident });
    }),
    async saveHomeDoor({ viewer, ...at }) {
      const { resident } = await givenDelivery(api, at);
      return () => mutate(viewer, 'saveHomeDoor', { residentId: resident, door: '401' });
    },
    placeArea({ viewer, area }) {
      return Promise.resolve(() =>
        mutate(viewer, 'placeArea', { areaId: area, latitude: 33.58 + Math.random() / 100, longitude: 114 }),
      );
    },
    areaPositions: read(({ viewer, area }) =>
      Promise.resolve(() =>
        ask(viewer, 'query ($id: ID!) { areaPositions(areaId: $id) { areaId } }', { id: area }),
      ),
    ),
  };
}
