import type { Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  classOf,
  type GrantRatingInput,
  noticeIsLongEnough,
  type PublishRatingInput,
  type RatingClass,
  type RatingId,
  refusalToGrantStars,
  type WithdrawStarInput,
} from '@linli/domain/organisation/ratings';
import { Refusal } from '@linli/domain/refusals';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { takeStep, todayOf } from './move-rating.js';
import { ratedItself, ratingFor, ratingToMove } from './rating.queries.js';
import type { Rating } from './rating.type.js';
import { templateById } from './templates.js';

const setNotice = statement<{ id: RatingId; from: PlainDate; until: PlainDate }, never>({
  name: 'set-rating-notice',
  text: 'UPDATE rating SET notice_from = :from, notice_until = :until WHERE id = :id',
});

/** 公示 Seven days at least, both ends included. */
export const publishRating = (db: Database, viewer: Viewer, input: PublishRatingInput) =>
  takeStep(db, viewer, {
    ...{ action: 'GRANT_RATINGS' as const, move: 'PUBLISH' as const, input },
    async write(tx, { id }) {
      const from = await todayOf(tx);
      if (!noticeIsLongEnough(from, input.until)) return new Refused(Refusal.NOTICE_TOO_SHORT);
      await setNotice(tx, { id, from, until: input.until });
      return undefined;
    },
  });

const setGranted = statement<{ id: RatingId; class: RatingClass; documentNumber: string }, never>({
  name: 'grant-rating',
  text: `UPDATE rating SET state = 'GRANTED', class = :class, document_number = :documentNumber WHERE id = :id`,
});

// A star whose criteria reach what it asks for in the district's own points.
const insertStars = statement<{ id: RatingId }, never>({
  name: 'insert-stars-held',
  text: `
    INSERT INTO rating_star_held (rating_id, position)
    SELECT rating.id, star.position
    FROM rating
      JOIN rating_star star ON star.template_id = rating.template_id
      JOIN rating_criterion criterion ON criterion.template_id = star.template_id AND criterion.star = star.position
      JOIN rating_score score ON score.rating_id = rating.id AND score.criterion_id = criterion.id
        AND score.round = 'DISTRICT'
    WHERE rating.id = :id
    GROUP BY rating.id, star.position, star.pass_points
    HAVING sum(score.points) >= star.pass_points`,
});

/** 定級 After the notice: the stars that were reached, and the class for 分類管理. */
export const grantRating = (db: Database, viewer: Viewer, input: GrantRatingInput) =>
  takeStep(db, viewer, {
    ...{ action: 'GRANT_RATINGS' as const, move: 'GRANT' as const, input },
    async write(tx, { id, templateId, noticeUntil, openAppeals, points }) {
      const today = await todayOf(tx);
      const refusal = refusalToGrantStars({ until: noticeUntil ?? today, today, openAppeals });
      if (refusal) return new Refused(refusal);
      const template = await templateById(tx, templateId);
      await insertStars(tx, { id });
      const { documentNumber } = input;
      await setGranted(tx, { id, class: classOf(points ?? 0, template), documentNumber });
      return undefined;
    },
  });

interface Withdrawal extends WithdrawStarInput {
  readonly byName: string;
}
const withdraw = statement<Withdrawal, { position: number }>({
  name: 'withdraw-star',
  text: `
    UPDATE rating_star_held
    SET withdrawn_at = now(), withdrawn_by_name = :byName, reason = :reason, document_number = :documentNumber
    WHERE rating_id = :id AND position = :position AND withdrawn_at IS NULL
    RETURNING position`,
});

const withdrawnSo = statement<WithdrawStarInput, { position: number }>({
  name: 'star-withdrawn-so',
  text: `
    SELECT position FROM rating_star_held
    WHERE rating_id = :id AND position = :position AND reason = :reason AND document_number = :documentNumber`,
});

/** 摘星 With a reason and a document; the star stays in the record as one that was taken. */
export const withdrawStar = (
  db: Database,
  viewer: Viewer,
  input: WithdrawStarInput,
): Promise<Rating | Refused> =>
  transaction(db, async (tx) => {
    const rating = await ratingToMove(tx, viewer, 'GRANT_RATINGS', input.id);
    if ((await withdrawnSo(tx, input)).length > 0) return rating;
    if (await ratedItself(tx, rating.id, viewer.personId)) return new Refused(Refusal.RATING_IS_YOUR_OWN);
    const [taken] = await withdraw(tx, { ...input, byName: viewer.name });
    if (!taken) return new Refused(Refusal.STAR_NOT_HELD);
    const { id, organisationId, organisationName, year } = rating;
    await recordEvent(tx, {
      ...{ name: 'ratings.star-withdrawn', subjectId: organisationId, payload: { ratingId: id } },
    });
    const after = await ratingFor(tx, viewer, 'GRANT_RATINGS', id);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: 'RATING_STAR_WITHDRAWN',
      subject: { kind: 'RATING', id, name: `${year} ${organisationName}` },
      detail: { position: input.position, reason: input.reason, documentNumber: input.documentNumber },
      places: { ...placesOf(viewer), organisationIds: [organisationId] },
    });
    return after;
  });
