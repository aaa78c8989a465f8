import { expect } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDate } from '@linli/domain/base';
import { claimId, monthOf } from '@linli/domain/services/claims';
import { newUuid } from '../../platform/database/index.js';
import { newId, type testApi } from '../../testing/index.js';
import { bookingScenario } from '../bookings/booking.scenario.js';
import type { Claim } from './claim.type.js';

export const PAYER = '郾城區民政局';
const CLAIM = `{ __typename ... on Claim { id state number meals counters totalFen withoutEvidence reason month
  submittedByName answeredByName } ... on Refused { code details } }`;

type Answer = Partial<Claim> & { readonly __typename?: string; readonly code?: string };

/** The words that the tests of claims are written in: meals of last month, eaten or not. */
export function claimScenario(api: ReturnType<typeof testApi>) {
  const { database, ask } = api;
  const { given, today } = bookingScenario(database);
  const sql = (text: string, values: unknown[] = []) =>
    database().query<Record<string, unknown>[]>(text, values);
  const lastMonth = (): string => monthOf(addDays(plainDate.parse(`${monthOf(today())}-01`), -1));
  const dayOf = (nth: number): PlainDate => addDays(plainDate.parse(`${lastMonth()}-01`), nth);

  async function world() {
    const { street, community } = await given.tree();
    const centre = await given.centre({ area: community });
    const staff = given.staff(centre);
    // Whoever checked somebody in is known by name.
    await sql(
      `INSERT INTO account (id, account, name, password_hash, must_change_password) VALUES ($1, $2, $3, 'none', false)`,
      [staff.personId, `s${staff.personId.slice(-12)}`, staff.name],
    );
    await sql(
      `INSERT INTO duty (id, account_id, role, centre_id, valid_from) VALUES ($1, $2, 'CENTRE_STAFF', $3, '2020-01-01')`,
      [newUuid(), staff.personId, centre],
    );
    const rule = newUuid();
    await sql(
      `INSERT INTO subsidy_rule (id, name, payer, subsidy_fen, valid_from, area_id) VALUES ($1, '高齡助餐', $2, 800, '2020-01-01', $3)`,
      [rule, PAYER, community],
    );
    const services: Record<string, string> = {};
    for (const way of ['DINE_IN', 'DELIVERY'] as const) {
      services[way] = await given.service({ centre, meal: 'LUNCH', way });
    }
    return {
      ...{ centre, staff, rule, services },
      cadre: given.worker('TOWN_CADRE', { areaId: street }),
      other: given.worker('TOWN_CADRE', { areaId: street }),
    };
  }
  type World = Awaited<ReturnType<typeof world>>;

  /** A lunch of last month, and how it ended. */
  async function ate(at: World, person: Viewer, { nth = 3, way = 'DINE_IN', came = true, fen = 800 } = {}) {
    const [session, booking] = [newUuid(), newUuid()];
    const starts = new Date(`${dayOf(nth)}T11:15:00+08:00`);
    const ends = new Date(starts.getTime() + 3_600_000);
    const known = await sql('SELECT id FROM session WHERE service_id = $1 AND starts_at = $2', [
      ...[at.services[way], starts],
    ]);
    const id = known[0]?.id ?? session;
    if (!known[0]) {
      await sql(
        `INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at,
           cancel_until, walk_in) VALUES ($1, $2, $3, $4, $5::timestamptz, $6, 500, $5::timestamptz - interval '7 days', $5, $5, true)`,
        [session, at.services[way], at.centre, dayOf(nth), starts, ends],
      );
    }
    const checked = came && way === 'DINE_IN';
    await sql(
      `INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state, ticket_number, full_fen,
         subsidy_fen, rule_id, rule_name, payer, booked_at, checked_in_at, checked_in_by)
       VALUES ($1, $2, $3, $3, 'APP', $4, '1234', 1200, $5, $6, '高齡助餐', $7, $8, $9, $10)`,
      [
        ...[
          booking,
          id,
          person.personId,
          came ? 'COMPLETED' : 'NO_SHOW',
          fen,
          fen > 0 ? at.rule : null,
          PAYER,
        ],
        ...[starts, checked ? starts : null, checked ? at.staff.personId : null],
      ],
    );
    return booking;
  }

  /** The mark of whoever stood at the door. */
  async function marked(at: World, booking: string, outcome: 'DELIVERED' | 'NOBODY_OPENED' | 'REFUSED') {
    const round = newUuid();
    await sql(
      `INSERT INTO delivery_round (id, session_id, number, carrier_id, state, started_at)
       SELECT $1, session_id, 1 + (SELECT count(*) FROM delivery_round other WHERE other.session_id = booking.session_id), $3,
         'OUT', now() FROM booking WHERE id = $2`,
      [round, booking, at.staff.personId],
    );
    await sql('INSERT INTO delivery_stop (booking_id, round_id, position) VALUES ($1, $2, 1)', [
      booking,
      round,
    ]);
    await sql(
      `INSERT INTO delivery_mark (id, booking_id, outcome, at, said_at, corrected, by, by_name, stands)
       VALUES ($1, $2, $3, now(), now(), false, $4, '老魏', true)`,
      [newUuid(), booking, outcome, at.staff.personId],
    );
  }

  const send = async (viewer: Viewer, field: string, input: object): Promise<Answer> => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const { data, errors } = await ask(
      viewer,
      `mutation ($input: ${type}!) { ${field}(input: $input) ${CLAIM} }`,
      {
        input,
      },
    );
    return (errors?.[0]?.extensions ?? data?.[field]) as Answer;
  };
  const when = {
    drafts: (at: World, unlike: object = {}) =>
      send(at.staff, 'draftClaim', {
        ...{ id: newId(claimId), centreId: at.centre, payer: PAYER, month: lastMonth() },
        ...unlike,
      }),
    submits: (at: World, { id }: Answer) => send(at.staff, 'submitClaim', { id }),
    accepts: (viewer: Viewer, { id }: Answer) => send(viewer, 'acceptClaim', { id }),
    returns: (viewer: Viewer, { id }: Answer, reason = '名單與簽到不符') =>
      send(viewer, 'returnClaim', { id, reason }),
    counters: (at: World, { id }: Answer, lineId: string, reason = '重複登記') =>
      send(at.staff, 'counterClaimLine', { claimId: id, lineId, reason }),
  };
  const lines = ({ id }: Answer) =>
    sql('SELECT * FROM claim_line WHERE claim_id = $1 ORDER BY fen DESC, day, id', [id]);
  const stored = ({ id }: Answer) => sql('SELECT * FROM claim WHERE id = $1', [id]);
  return { given, when, world, ate, marked, lines, stored, sql, lastMonth, today, send };
}

/** Every meal that a claim counts has its evidence, and is there once: read from the tables. */
export async function expectSound(sql: (text: string) => Promise<unknown>): Promise<void> {
  expect(
    await sql(`
      SELECT claim_line.id FROM claim_line JOIN claim ON claim.id = claim_id
      WHERE fen > 0 AND claim.state IN ('SUBMITTED', 'ACCEPTED')
        AND NOT EXISTS (SELECT FROM meal_evidence evidence WHERE evidence.booking_id = claim_line.booking_id
          AND evidence.by_id = evidence_by AND evidence.at = evidence_at)
        AND NOT EXISTS (SELECT FROM countered_line WHERE line_id = claim_line.id)`),
  ).toEqual([]);
  expect(
    await sql(`
      SELECT beneficiary_id, day, meal, claim.payer FROM claim_line JOIN claim ON claim.id = claim_id
      WHERE fen > 0 AND claim.state <> 'RETURNED'
      GROUP BY beneficiary_id, day, meal, claim.payer HAVING count(*) > 1`),
  ).toEqual([]);
}
