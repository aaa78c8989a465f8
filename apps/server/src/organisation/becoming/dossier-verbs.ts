import type { Viewer } from '@linli/domain/access';
import {
  ACTIVIST_STEP,
  CANDIDATE_STEP,
  type ExtendProbationInput,
  mayExtend,
  mayProlong,
  type ProlongApprovalInput,
  type ReviewActivistInput,
  type StopDossierInput,
} from '@linli/domain/organisation/becoming';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { asDossier, shownOf } from './becoming.queries.js';
import type { BecomingDossier } from './becoming.type.js';
import { isLater, kept, noted } from './becoming-verbs.js';

const insertReview = statement<ReviewActivistInput & { by: string }, never>({
  name: 'insert-becoming-review',
  text: `
    INSERT INTO becoming_review (id, dossier_id, reviewed_on, note, recorded_by)
    VALUES (:id, :dossierId, :on, :note, :by)`,
});
const sameReview = statement<ReviewActivistInput, { isSame: boolean }>({
  name: 'same-becoming-review',
  text: `
    SELECT dossier_id = :dossierId AND reviewed_on = :on::date AND note = :note AS is_same
    FROM becoming_review WHERE id = :id`,
});

/** 半年考察. */
export const reviewActivist = (
  db: Database,
  viewer: Viewer,
  input: ReviewActivistInput,
): Promise<BecomingDossier | Refused> =>
  transaction(db, async (tx) => {
    const row = await kept(tx, viewer, input.dossierId);
    const [earlier] = await sameReview(tx, input);
    if (earlier) return earlier.isSame ? shownOf(row) : new Refused('CONFLICT');
    if (row.stoppedOn !== null) return new Refused('BECOMING_STOPPED');
    const since = row.steps[ACTIVIST_STEP - 1]?.on;
    if (since === undefined || row.steps.length >= CANDIDATE_STEP) return new Refused('NOT_AN_ACTIVIST');
    if (await isLater(tx, input.on)) return new Refused('DAY_IN_FUTURE');
    if (input.on < since) return new Refused('BEFORE_LAST_CHANGE', { last: since });
    await insertReview(tx, { ...input, by: viewer.name });
    return noted(tx, viewer, 'ACTIVIST_REVIEWED', { id: input.dossierId, detail: { on: input.on } });
  });

const extend = statement<ExtendProbationInput, never>({
  name: 'extend-probation',
  text: 'UPDATE becoming_dossier SET extended_months = :months WHERE id = :dossierId AND extended_months = 0',
});

/** 延長預備期 Once. */
export const extendProbation = (
  db: Database,
  viewer: Viewer,
  input: ExtendProbationInput,
): Promise<BecomingDossier | Refused> =>
  transaction(db, async (tx) => {
    const row = await kept(tx, viewer, input.dossierId);
    if (row.extendedMonths === input.months) return shownOf(row);
    if (row.stoppedOn !== null) return new Refused('BECOMING_STOPPED');
    if (!mayExtend(asDossier(row))) return new Refused('PROBATION_NOT_EXTENDED');
    await extend(tx, input);
    return noted(tx, viewer, 'PROBATION_EXTENDED', { id: input.dossierId, detail: { months: input.months } });
  });

const prolong = statement<ProlongApprovalInput, never>({
  name: 'prolong-approval',
  text: 'UPDATE becoming_dossier SET prolonged_because = :reason WHERE id = :dossierId AND prolonged_because IS NULL',
});

/** 特殊情況 Six months instead of three, for a reason that stays on record. */
export const prolongApproval = (
  db: Database,
  viewer: Viewer,
  input: ProlongApprovalInput,
): Promise<BecomingDossier | Refused> =>
  transaction(db, async (tx) => {
    const row = await kept(tx, viewer, input.dossierId);
    if (row.prolongedBecause === input.reason) return shownOf(row);
    if (row.stoppedOn !== null) return new Refused('BECOMING_STOPPED');
    if (!mayProlong(asDossier(row))) return new Refused('APPROVAL_NOT_PROLONGED');
    await prolong(tx, input);
    return noted(tx, viewer, 'APPROVAL_PROLONGED', { id: input.dossierId, detail: { reason: input.reason } });
  });

const stop = statement<StopDossierInput, never>({
  name: 'stop-dossier',
  text: 'UPDATE becoming_dossier SET stopped_on = :on, stop_reason = :reason WHERE id = :dossierId',
});

/** 終止 What was recorded stays; leaving the roster is a record of the members. */
export const stopDossier = (
  db: Database,
  viewer: Viewer,
  input: StopDossierInput,
): Promise<BecomingDossier | Refused> =>
  transaction(db, async (tx) => {
    const row = await kept(tx, viewer, input.dossierId);
    if (row.stoppedOn !== null) {
      const isSame = row.stoppedOn === input.on && row.stopReason === input.reason;
      return isSame ? shownOf(row) : new Refused('BECOMING_STOPPED');
    }
    if (await isLater(tx, input.on)) return new Refused('DAY_IN_FUTURE');
    await stop(tx, input);
    return noted(tx, viewer, 'BECOMING_STOPPED', { id: input.dossierId, detail: { on: input.on } });
  });
