import type { CentreId } from '@linli/domain/access';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read } from './operation.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const MONTH = '2026-01';
let minutes = 0;

/** A claim of one meal that was eaten in January, in the state that is asked for. */
function givenClaim(api: ReturnType<typeof testApi>) {
  const sql = (text: string, values: unknown[]) => api.database().query<unknown>(text, values);
  return async (centre: CentreId, state: 'DRAFT' | 'SUBMITTED') => {
    const [service, session, lan, booking, claim, line] = [1, 2, 3, 4, 5, 6].map(() => newUuid());
    const at = new Date(Date.parse('2026-01-05T11:00:00+08:00') + (minutes += 1) * 60_000);
    await sql(
      `INSERT INTO service (id, centre_id, category, name, description, place, meal, way, price_fen, opens_days_ahead,
         cut_off_minutes, cancel_minutes, walk_in, follows_calendar)
       VALUES ($1, $2, 'MEAL', '午餐', '示例', '一樓', 'LUNCH', 'DINE_IN', 1200, 7, 60, 60, true, false)`,
      [service, centre],
    );
    await sql(
      `INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at,
         cancel_until, walk_in)
       VALUES ($1, $2, $3, '2026-01-05', $4::timestamptz, $4::timestamptz + interval '1 hour', 10, $4, $4, $4, true)`,
      [session, service, centre, at],
    );
    await sql(
      `INSERT INTO resident (id, name, birth_date, building_id)
       SELECT $1, '李桂蘭', '1948-01-01', area_id FROM centre WHERE id = $2`,
      [lan, centre],
    );
    await sql(
      `INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state, ticket_number, full_fen,
         subsidy_fen, checked_in_at, checked_in_by)
       VALUES ($1, $2, $3, $3, 'APP', 'COMPLETED', '1001', 1200, 0, $4, $3)`,
      [booking, session, lan, at],
    );
    await sql(
      `INSERT INTO claim (id, centre_id, payer, month, number, drafted_by_name) VALUES ($1::uuid, $2, $1::uuid::text, '2026-01-01', 1, '甲')`,
      [claim, centre],
    );
    await sql(
      `INSERT INTO claim_line (id, claim_id, booking_id, beneficiary_id, day, meal, way, rule_name, fen, evidence_kind,
         evidence_at, evidence_by, evidence_by_name)
       VALUES ($1, $2, $3, $4, '2026-01-05', 'LUNCH', 'DINE_IN', '高齡', 800, 'CHECK_IN', $5, $4, '甲')`,
      [line, claim, booking, lan, at],
    );
    if (state === 'SUBMITTED') {
      await sql(`UPDATE claim SET state = $2, submitted_at = now(), submitted_by = $1 WHERE id = $1`, [
        claim,
        state,
      ]);
    }
    return { claim, line };
  };
}

/** What is done about claims: by the centre and who looks after it, and by who pays. */
export function claimOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const claimAt = givenClaim(api);
  const ofOne = (field: string, selection: string): Operation =>
    read(async ({ viewer, centre }) => {
      const { claim } = await claimAt(centre, 'DRAFT');
      return () => ask(viewer, `query ($id: ID!) { ${field} ${selection} }`, { id: claim });
    });
  const move =
    (field: string, state: 'DRAFT' | 'SUBMITTED', more: object = {}): Operation =>
    async ({ viewer, centre }) => {
      const { claim } = await claimAt(centre, state);
      return () => mutate(viewer, field, { id: claim, ...more });
    };
  return {
    claims: read(({ viewer, centre }) =>
      Promise.resolve(() => ask(viewer, 'query ($id: ID!) { claims(centreId: $id) { id } }', { id: centre })),
    ),
    claim: ofOne('claim(id: $id)', '{ meals }'),
    claimLines: ofOne('claimLines(id: $id, first: 5)', '{ lines { name } }'),
    claimablePayers: read(({ viewer, centre }) => {
      const document = `query ($id: ID!) { claimablePayers(centreId: $id, month: "${MONTH}") { payer } }`;
      return Promise.resolve(() => ask(viewer, document, { id: centre }));
    }),
    draftClaim: ({ viewer, centre }) => {
      const id = newUuid();
      const input = { id, centreId: centre, payer: id, month: MONTH };
      return Promise.resolve(() => mutate(viewer, 'draftClaim', input));
    },
    async counterClaimLine({ viewer, centre }) {
      const { claim, line } = await claimAt(centre, 'DRAFT');
      return () => mutate(viewer, 'counterClaimLine', { claimId: claim, lineId: line, reason: '重複' });
    },
    submitClaim: move('submitClaim', 'DRAFT'),
    acceptClaim: move('acceptClaim', 'SUBMITTED'),
    returnClaim: move('returnClaim', 'SUBMITTED', { reason: '不符' }),
  };
}
