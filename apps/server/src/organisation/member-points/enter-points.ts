import type { Viewer } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import {
  type EnterPointsInput,
  refusalToReview,
  type ReviewPointsInput,
} from '@linli/domain/organisation/member-points';
import { noticeIsLongEnough } from '@linli/domain/organisation/ratings';
import { Refusal } from '@linli/domain/refusals';
import { type Database, now, secondLook, statement, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { reachedOrganisations, rostersOn } from '../members/index.js';
import { notePoints } from './note-points.js';
import { pointEntryFor } from './points.queries.js';
import type { PointEntry } from './points.type.js';

const known = statement<EnterPointsInput, { same: boolean }>({
  name: 'points-as-entered',
  text: `
    SELECT (organisation_id, resident_id, item_id, done_on, evidence) =
      (:organisationId::uuid, :residentId::uuid, :itemId::uuid, :on::date, :evidence::text) AND counters IS NULL AS same
    FROM point_entry WHERE id = :id`,
});

// The version whose day has come by then and that no later one had replaced.
const inForceOn = statement<Pick<EnterPointsInput, 'itemId' | 'on'>, { points: number }>({
  name: 'point-item-in-force',
  text: `
    SELECT points FROM point_item WHERE id = :itemId AND rules_id = (
      SELECT id FROM point_rules WHERE valid_from <= :on::date ORDER BY valid_from DESC LIMIT 1)`,
});

const insert = statement<EnterPointsInput & { points: number; by: string; byName: string }, never>({
  name: 'enter-points',
  text: `
    INSERT INTO point_entry (id, organisation_id, resident_id, item_id, points, done_on, evidence, entered_by, entered_by_name)
    VALUES (:id, :organisationId, :residentId, :itemId, :points, :on, :evidence, :by, :byName)`,
});

/** 記分 For a member of that day, by the rules of that day, with evidence. The same again is the same. */
export const enterPoints = (
  db: Database,
  viewer: Viewer,
  input: EnterPointsInput,
): Promise<PointEntry | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const { id, organisationId, residentId, on, itemId } = input;
      await reachedOrganisations(tx, viewer, 'KEEP_LIFE', [organisationId]);
      const [earlier] = await known(tx, input);
      if (earlier) return earlier.same ? pointEntryFor(tx, viewer, id) : new Refused(Refusal.CONFLICT);
      if (on > plainDateOf(await now(tx))) return new Refused(Refusal.POINTS_IN_FUTURE);
      const roster = await rostersOn(tx, { asked: [{ organisationId, on }], knownAt: null });
      if (!roster.some((member) => member.residentId === residentId))
        return new Refused(Refusal.NO_MEMBER_THAT_DAY);
      const [item] = await inForceOn(tx, { itemId, on });
      if (!item) return new Refused(Refusal.POINT_RULE_NOT_IN_FORCE);
      await insert(tx, { ...input, points: item.points, by: viewer.personId, byName: viewer.name });
      const entry = await pointEntryFor(tx, viewer, id);
      await notePoints(tx, viewer, entry, 'POINTS_ENTERED', { on });
      return entry;
    }),
  );

const review = statement<
  Pick<ReviewPointsInput, 'id'> & {
    state: string;
    note: string | null;
    until: string | null;
    by: string;
    byName: string;
  },
  never
>({
  name: 'review-points',
  text: `
    UPDATE point_entry SET state = :state, note = :note, reviewed_at = now(), reviewed_by = :by,
      reviewed_by_name = :byName, notice_until = :until::date,
      notice_from = CASE WHEN :until::date IS NOT NULL THEN (now() AT TIME ZONE 'Asia/Shanghai')::date END
    WHERE id = :id`,
});

/** 審核 By another hand than the one that entered it: published for seven days at least, or sent back. Twice is once. */
export const reviewPoints = (
  db: Database,
  viewer: Viewer,
  { id, approved, until, note }: ReviewPointsInput,
): Promise<PointEntry | Refused> =>
  transaction(db, async (tx) => {
    const entry = await pointEntryFor(tx, viewer, id);
    const state = approved ? 'PUBLISHED' : 'RETURNED';
    if (entry.state === state && entry.reviewedByName === viewer.name) return entry;
    const refusal = refusalToReview(entry, entry.isOwn);
    if (refusal) return new Refused(refusal);
    if (approved && (!until || !noticeIsLongEnough(plainDateOf(await now(tx)), until)))
      return new Refused(Refusal.NOTICE_TOO_SHORT);
    await review(tx, {
      ...{ id, state, note: note ?? null, until: approved ? (until ?? null) : null },
      ...{ by: viewer.personId, byName: viewer.name },
    });
    const after = await pointEntryFor(tx, viewer, id);
    await notePoints(tx, viewer, after, approved ? 'POINTS_PUBLISHED' : 'POINTS_RETURNED');
    return after;
  });
