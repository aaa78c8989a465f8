import type { CentreId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { type ClaimId, type ClaimLineId, firstDayOf, lastDayOfMonth } from '@linli/domain/services/claims';
import { maskedName } from '@linli/domain/organisation/people';
import { homeAddress, joinHome } from '../../organisation/people/index.js';
import { type Database, statement, type Transaction } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { centreFor } from '../centres/index.js';
import type { Claim, ClaimablePayer, ClaimLine, ClaimLinePage } from './claim.type.js';

export type ClaimRow = Claim & { readonly submittedBy: string | null };

const columns = `
  claim.id, claim.centre_id, claim.payer, to_char(claim.month, 'YYYY-MM') AS month, claim.number, claim.state,
  claim.drafted_at, claim.drafted_by_name, claim.submitted_at, claim.submitted_by, claim.submitted_by_name,
  claim.answered_at, claim.answered_by_name, claim.reason, counted.*`;

// A meal that was taken back needs no evidence any more.
const counted = `
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE fen > 0)::int AS meals, count(*) FILTER (WHERE fen < 0)::int AS counters,
      coalesce(sum(fen), 0)::int AS total_fen,
      count(*) FILTER (WHERE fen > 0
        AND NOT EXISTS (SELECT FROM meal_evidence WHERE meal_evidence.booking_id = claim_line.booking_id)
        AND NOT EXISTS (SELECT FROM countered_line WHERE line_id = claim_line.id))::int AS without_evidence
    FROM claim_line WHERE claim_id = claim.id
  ) counted`;

const claimById = statement<{ id: ClaimId }, ClaimRow>({
  name: 'claim-by-id',
  text: `SELECT ${columns} FROM claim ${counted} WHERE claim.id = :id`,
});

const lockClaim = statement<{ id: ClaimId }, object>({
  name: 'lock-claim',
  text: 'SELECT FROM claim WHERE id = :id FOR UPDATE',
});

const claimsOfCentre = statement<{ centreId: CentreId }, ClaimRow>({
  name: 'claims-of-centre',
  text: `
    SELECT ${columns} FROM claim ${counted}
    WHERE claim.centre_id = :centreId
    ORDER BY claim.month DESC, claim.payer, claim.number DESC LIMIT 100`,
});

type Hands = 'MANAGE_CLAIMS' | 'ANSWER_CLAIMS';

/** The claim, when the viewer may do this to it; otherwise there is none. */
export async function claimFor(db: Database, viewer: Viewer, action: Hands, id: ClaimId): Promise<ClaimRow> {
  const [claim] = await claimById(db, { id });
  if (!claim) throw notFound('claim');
  await centreFor(db, viewer, action, claim.centreId);
  return claim;
}

/** The same, to be changed: nobody else gathers, submits or answers it until this transaction ends. */
export async function claimToChange(
  tx: Transaction,
  viewer: Viewer,
  action: Hands,
  id: ClaimId,
): Promise<ClaimRow> {
  await lockClaim(tx, { id });
  return claimFor(tx, viewer, action, id);
}

export async function claimsOf(db: Database, viewer: Viewer, centreId: CentreId): Promise<Claim[]> {
  await centreFor(db, viewer, 'MANAGE_CLAIMS', centreId);
  return claimsOfCentre(db, { centreId });
}

const claimable = statement<{ centreId: CentreId; from: PlainDate; to: PlainDate }, ClaimablePayer>({
  name: 'claimable-payers',
  text: `
    SELECT payer, count(*)::int AS meals, sum(fen)::int AS fen FROM claimable_meal
    WHERE centre_id = :centreId AND day BETWEEN :from AND :to
      AND NOT EXISTS (
        SELECT FROM claimed_meal
        WHERE claimed_meal.beneficiary_id = claimable_meal.beneficiary_id AND claimed_meal.day = claimable_meal.day
          AND claimed_meal.meal = claimable_meal.meal AND claimed_meal.payer = claimable_meal.payer)
    GROUP BY payer ORDER BY payer`,
});

/** What nobody has been asked for yet, by payer. */
export async function claimablePayers(
  db: Database,
  viewer: Viewer,
  { centreId, month }: { readonly centreId: CentreId; readonly month: string },
): Promise<ClaimablePayer[]> {
  await centreFor(db, viewer, 'MANAGE_CLAIMS', centreId);
  return claimable(db, { centreId, from: firstDayOf(month), to: lastDayOfMonth(month) });
}

/** A line as the file has it: with the whole name and where they live. */
export interface FileLine extends ClaimLine {
  readonly fullFen: number;
  readonly building: string;
}

const linesAfter = statement<
  { id: ClaimId; afterDay: PlainDate | null; afterId: ClaimLineId | null; limit: number },
  FileLine
>({
  name: 'claim-lines',
  text: `
    SELECT claim_line.id, resident.name, booking.ticket_number, claim_line.day, claim_line.meal, claim_line.way,
      claim_line.rule_name, claim_line.fen, evidence_kind, evidence_at, evidence_by_name, claim_line.reason,
      booking.full_fen, ${homeAddress} AS building,
      EXISTS (SELECT FROM countered_line WHERE line_id = claim_line.id) AS countered
    FROM claim_line
      JOIN booking ON booking.id = claim_line.booking_id
      JOIN resident ON resident.id = claim_line.beneficiary_id
      ${joinHome}
    WHERE claim_id = :id
      AND (:afterId::uuid IS NULL OR (claim_line.day, claim_line.id) > (:afterDay::date, :afterId::uuid))
    ORDER BY claim_line.day, claim_line.id LIMIT :limit`,
});

const CURSOR = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f-]{36})$/;

/** A page of lines; the cursor is the last one's day and id. */
export async function linesOf(db: Database, id: ClaimId, after: string | null, first: number) {
  const [, day, lineId] = CURSOR.exec(after ?? '') ?? [];
  const lines = await linesAfter(db, {
    ...{ id, limit: first + 1 },
    afterDay: (day ?? null) as PlainDate | null,
    afterId: (lineId ?? null) as ClaimLineId | null,
  });
  const page = lines.slice(0, first);
  const last = page.at(-1);
  return { lines: page, endCursor: lines.length > first && last ? `${last.day} ${last.id}` : null };
}

export async function claimLines(
  db: Database,
  viewer: Viewer,
  { id, after, first }: { readonly id: ClaimId; readonly after: string | null; readonly first: number },
): Promise<ClaimLinePage> {
  await claimFor(db, viewer, 'MANAGE_CLAIMS', id);
  const page = await linesOf(db, id, after, first);
  return { ...page, lines: page.lines.map((line) => ({ ...line, name: maskedName(line.name) })) };
}
