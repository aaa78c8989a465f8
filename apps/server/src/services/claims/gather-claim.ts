import type { CentreId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { type ClaimId, firstDayOf, lastDayOfMonth } from '@linli/domain/services/claims';
import { statement, type Transaction } from '../../platform/database/index.js';

interface ToGather {
  readonly id: ClaimId;
  readonly centreId: CentreId;
  readonly payer: string;
  readonly month: string;
}

// What was taken back by hand stays, and what it takes back.
const letGo = statement<{ id: ClaimId }, never>({
  name: 'let-go-of-claim-lines',
  text: `
    WITH kept AS (
      SELECT id FROM claim_line WHERE claim_id = :id AND counters IS NOT NULL AND reason IS NOT NULL
      UNION
      SELECT counters FROM claim_line WHERE claim_id = :id AND counters IS NOT NULL AND reason IS NOT NULL
    ), gone AS (
      SELECT id FROM claim_line WHERE claim_id = :id AND id NOT IN (SELECT id FROM kept)
    ), free AS (
      DELETE FROM claimed_meal USING gone WHERE line_id = gone.id
    ), standing AS (
      DELETE FROM countered_line USING gone WHERE by_line = gone.id
    )
    DELETE FROM claim_line USING gone WHERE claim_line.id = gone.id`,
});

interface Gathering extends Omit<ToGather, 'month'> {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

// Whoever registers a meal first has it: another draft of the same moment goes without.
const takeUp = statement<Gathering, never>({
  name: 'gather-claim-lines',
  text: `
    WITH fit AS MATERIALIZED (
      SELECT DISTINCT ON (beneficiary_id, day, meal) gen_random_uuid() AS id, claimable_meal.* FROM claimable_meal
      WHERE centre_id = :centreId AND payer = :payer AND day BETWEEN :from AND :to
      ORDER BY beneficiary_id, day, meal, evidence_at, booking_id
    ), registered AS (
      INSERT INTO claimed_meal (beneficiary_id, day, meal, payer, line_id)
      SELECT beneficiary_id, day, meal, payer, id FROM fit ORDER BY beneficiary_id, day, meal
      ON CONFLICT DO NOTHING RETURNING line_id
    )
    INSERT INTO claim_line (id, claim_id, booking_id, beneficiary_id, day, meal, way, rule_name, fen, evidence_kind,
                            evidence_at, evidence_by, evidence_by_name)
    SELECT fit.id, :id, booking_id, beneficiary_id, day, meal, way, rule_name, fen, evidence_kind, evidence_at,
      evidence_by, evidence_by_name
    FROM fit JOIN registered ON line_id = fit.id`,
});

// What was accepted and has lost its evidence since.
const takeBack = statement<Omit<ToGather, 'month'>, never>({
  name: 'counter-lines-without-evidence',
  text: `
    WITH lost AS MATERIALIZED (
      SELECT gen_random_uuid() AS counter_id, claim_line.*
      FROM claim_line JOIN claim ON claim.id = claim_line.claim_id
      WHERE claim.centre_id = :centreId AND claim.payer = :payer AND claim.state = 'ACCEPTED'
        AND claim_line.fen > 0
        AND NOT EXISTS (SELECT FROM meal_evidence WHERE meal_evidence.booking_id = claim_line.booking_id)
    ), registered AS (
      INSERT INTO countered_line (line_id, by_line) SELECT id, counter_id FROM lost
      ON CONFLICT DO NOTHING RETURNING by_line
    )
    INSERT INTO claim_line (id, claim_id, booking_id, beneficiary_id, day, meal, way, rule_name, fen, evidence_kind,
                            evidence_at, evidence_by, evidence_by_name, counters)
    SELECT counter_id, :id, booking_id, beneficiary_id, day, meal, way, rule_name, -fen, evidence_kind, evidence_at,
      evidence_by, evidence_by_name, lost.id
    FROM lost JOIN registered ON by_line = counter_id`,
});

/** The lines of a draft as they are now; doing it twice is doing it once. */
export async function gather(tx: Transaction, { id, centreId, payer, month }: ToGather): Promise<void> {
  await letGo(tx, { id });
  await takeUp(tx, { id, centreId, payer, from: firstDayOf(month), to: lastDayOfMonth(month) });
  await takeBack(tx, { id, centreId, payer });
}
