import type { AreaId, CentreId } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read } from './operation.scenario.js';
import { CADRES, row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const today = () => plainDateOf(new Date());
const ESTATES = ['BRANCH_SECRETARY', 'GRID_LEAD', 'BUILDING_LEAD'];
const OWN_CENTRE = 'yes none none none';
/** Another worker's visit is nobody's but the desk's. */
const DESKS = row(CADRES, 'yes yes none none', {
  ...{ CENTRE_STAFF: OWN_CENTRE, HOME_WORKER: 'none none none none' },
});

/** Going to people's homes, as in `place-table`: own, subtree, sibling, parent. */
export const visitTable = {
  homeVisits: row(CADRES, 'yes yes none none', { CENTRE_STAFF: OWN_CENTRE, HOME_WORKER: OWN_CENTRE }),
  nextVisits: DESKS,
  signInVisit: DESKS,
  endVisit: DESKS,
  bookNextVisit: DESKS,
  visitAddress: row([...CADRES, ...ESTATES], 'yes yes none none', {
    ...{ CENTRE_STAFF: 'none none none none', RESIDENT: 'none none none none' },
  }),
};

/** Somebody in the area is visited today by a person who does not sign in; and there is a window of tomorrow. */
async function givenVisit(
  api: ReturnType<typeof testApi>,
  { centre, area, state = 'CONFIRMED' }: { centre: CentreId; area: AreaId; state?: string },
) {
  const sql = (text: string, values: unknown[]) => api.database().query<unknown>(text, values);
  const [service, session, tomorrow, resident, booking, worker] = Array.from({ length: 6 }, newUuid);
  await sql(
    `INSERT INTO service (id, centre_id, category, name, description, place, price_fen, opens_days_ahead,
       cut_off_minutes, cancel_minutes, walk_in, follows_calendar, at_home)
     VALUES ($1, $2, 'HAIRCUT', '上門理髮', '示例', '家中', 500, 7, 60, 60, true, false, true)`,
    [service, centre],
  );
  await sql(`INSERT INTO resource (id, centre_id, kind, name) VALUES ($1, $2, 'PERSON', $1::uuid::text)`, [
    worker,
    centre,
  ]);
  await sql('INSERT INTO service_resource (service_id, resource_id, centre_id) VALUES ($1, $2, $3)', [
    ...[service, worker, centre],
  ]);
  for (const [id, days] of [
    [session, 0],
    [tomorrow, 1],
  ]) {
    await sql(
      `INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at,
         cancel_until, walk_in)
       SELECT $1, $2, $3, day, noon, noon + interval '2 hours', 9, noon - interval '7 days', noon, noon, true
       FROM (SELECT $4::date + $5::int AS day) that,
         LATERAL (SELECT (day + time '20:00') AT TIME ZONE 'Asia/Shanghai' AS noon) at`,
      [id, service, centre, today(), days],
    );
  }
  await sql(
    `INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, '李桂蘭', '1948-01-01', $2)`,
    [resident, area],
  );
  await sql(`INSERT INTO home_door (resident_id, cipher) VALUES ($1, '\\x00')`, [resident]);
  await sql(
    `WITH place AS (UPDATE session_places SET taken = 1, checked_in = CASE WHEN $4 = 'CHECKED_IN' THEN 1 ELSE 0 END
       WHERE session_id = $2)
     INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state, ticket_number, full_fen,
       subsidy_fen, checked_in_at)
     VALUES ($1, $2, $3, $3, 'APP', $4, '2001', 500, 0, CASE WHEN $4 = 'CHECKED_IN' THEN now() END)`,
    [booking, session, resident, state],
  );
  return { session, tomorrow, resident, booking };
}

export function visitOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  return {
    homeVisits: read(({ viewer, centre }) =>
      Promise.resolve(() =>
        ask(
          viewer,
          'query ($centre: ID!, $day: Date!) { homeVisits(centreId: $centre, day: $day) { name } }',
          { centre, day: today() },
        ),
      ),
    ),
    nextVisits: read(async ({ viewer, ...at }) => {
      const { booking } = await givenVisit(api, at);
      return () =>
        ask(viewer, 'query ($id: ID!) { nextVisits(bookingId: $id) { placesLeft } }', { id: booking });
    }),
    async signInVisit({ viewer, ...at }) {
      const { booking } = await givenVisit(api, at);
      return () => mutate(viewer, 'signInVisit', { bookingId: booking });
    },
    async endVisit({ viewer, ...at }) {
      const { booking } = await givenVisit(api, { ...at, state: 'CHECKED_IN' });
      return () => mutate(viewer, 'endVisit', { bookingId: booking, outcome: 'DONE' });
    },
    async bookNextVisit({ viewer, ...at }) {
      const { booking, tomorrow } = await givenVisit(api, { ...at, state: 'CHECKED_IN' });
      return () => mutate(viewer, 'bookNextVisit', { id: newUuid(), after: booking, sessionId: tomorrow });
    },
    visitAddress: read(async ({ viewer, ...at }) => {
      const { resident } = await givenVisit(api, at);
      await api.database().query('DELETE FROM home_door WHERE resident_id = $1', [resident]);
      return () =>
        ask(viewer, 'query ($id: ID!) { visitAddress(beneficiaryId: $id) { door } }', {
          id: resident,
        });
    }),
  };
}
