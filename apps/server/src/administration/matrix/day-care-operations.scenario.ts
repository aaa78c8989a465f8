import type { AreaId, CentreId } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read } from './operation.scenario.js';
import { CADRES, row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const DESKS = row(CADRES, 'yes yes none none', { CENTRE_STAFF: 'yes none none none' });

/** The log of somebody's day, as in `place-table`: own, subtree, sibling, parent. */
export const dayCareTable = { dayLog: DESKS, recordDayLog: DESKS, counterDayLog: DESKS };

/** Somebody of the area who came to day care today. */
async function givenDay(
  api: ReturnType<typeof testApi>,
  { centre, area }: { centre: CentreId; area: AreaId },
): Promise<string> {
  const sql = (text: string, values: unknown[]) => api.database().query<unknown>(text, values);
  const [service, session, resident, booking] = Array.from({ length: 4 }, newUuid);
  await sql(
    `INSERT INTO service (id, centre_id, category, name, description, place, price_fen, opens_days_ahead,
       cut_off_minutes, cancel_minutes, walk_in, follows_calendar)
     VALUES ($1, $2, 'DAY_CARE', '日間照料', '示例', '一樓', 500, 7, 60, 60, true, false)`,
    [service, centre],
  );
  await sql(
    `INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at,
       cancel_until, walk_in)
     SELECT $1, $2, $3, $4::date, noon, noon + interval '2 hours', 9, noon - interval '7 days', noon, noon, true
     FROM (SELECT ($4::date + time '20:00') AT TIME ZONE 'Asia/Shanghai' AS noon) at`,
    [session, service, centre, plainDateOf(new Date())],
  );
  await sql(
    `INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, '李桂蘭', '1948-01-01', $2)`,
    [resident, area],
  );
  await sql(
    `WITH place AS (UPDATE session_places SET taken = 1, checked_in = 1 WHERE session_id = $2)
     INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state, ticket_number, full_fen,
       subsidy_fen, checked_in_at)
     VALUES ($1, $2, $3, $3, 'APP', 'CHECKED_IN', '2001', 500, 0, now())`,
    [booking, session, resident],
  );
  return booking ?? '';
}

export function dayCareOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  return {
    dayLog: read(async ({ viewer, ...at }) => {
      const id = await givenDay(api, at);
      return () => ask(viewer, 'query ($id: ID!) { dayLog(bookingId: $id) { bookingId } }', { id });
    }),
    async recordDayLog({ viewer, ...at }) {
      const bookingId = await givenDay(api, at);
      const input = { id: newUuid(), bookingId, kind: 'MEAL', what: '午餐', eaten: 'ALL', time: '00:00' };
      return () => mutate(viewer, 'recordDayLog', input);
    },
    async counterDayLog({ viewer, ...at }) {
      const booking = await givenDay(api, at);
      const id = newUuid();
      await api.database().query(
        `INSERT INTO day_log_entry (id, booking_id, kind, what, eaten, at, recorded_by, recorder_name)
         VALUES ($1, $2, 'MEAL', '午餐', 'ALL', now(), $1, '周秀芬')`,
        [id, booking],
      );
      return () => mutate(viewer, 'counterDayLog', { id, reason: '記錯了人' });
    },
  };
}
