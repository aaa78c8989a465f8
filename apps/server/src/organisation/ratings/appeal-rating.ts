import type { PersonId, Viewer } from '@linli/domain/access';
import type {
  AnswerRatingAppealInput,
  AppealRatingInput,
  RatingAppealId,
  RatingId,
} from '@linli/domain/organisation/ratings';
import { Refusal } from '@linli/domain/refusals';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { stepTaken, todayOf } from './move-rating.js';
import { ratingFor, ratingToMove } from './rating.queries.js';
import type { Rating } from './rating.type.js';

interface Row {
  readonly ratingId: RatingId;
  readonly text: string;
  readonly by: PersonId;
  readonly upheld: boolean | null;
  readonly answer: string | null;
}
const appealById = statement<{ id: RatingAppealId }, Row>({
  name: 'rating-appeal',
  text: 'SELECT rating_id, text, by, upheld, answer FROM rating_appeal WHERE id = :id',
});

const insertAppeal = statement<AppealRatingInput & { by: PersonId; byName: string }, never>({
  name: 'insert-rating-appeal',
  text: `
    INSERT INTO rating_appeal (id, rating_id, text, by, by_name) VALUES (:id, :ratingId, :text, :by, :byName)`,
});

const audit = (
  tx: Transaction,
  viewer: Viewer,
  { id, organisationId, organisationName, year }: Rating,
  { action, detail }: { readonly action: string; readonly detail: Readonly<Record<string, string>> },
): Promise<void> =>
  recordAudit(tx, {
    ...{ actor: actorOf(viewer), action, detail },
    subject: { kind: 'RATING', id, name: `${year} ${organisationName}` },
    places: { ...placesOf(viewer), organisationIds: [organisationId] },
  });

/** Against what is published, until the last day of the notice. */
export const appealRating = (
  db: Database,
  viewer: Viewer,
  input: AppealRatingInput,
): Promise<Rating | Refused> =>
  transaction(db, async (tx) => {
    const rating = await ratingToMove(tx, viewer, 'DECLARE_RATINGS', input.ratingId);
    const [known] = await appealById(tx, { id: input.id });
    if (known)
      return known.ratingId === rating.id && known.text === input.text && known.by === viewer.personId
        ? rating
        : new Refused(Refusal.CONFLICT);
    const { state, noticeUntil } = rating;
    if (state !== 'PUBLISHED') return new Refused(Refusal.RATING_NOT_AT_THIS_STEP);
    if (noticeUntil !== null && (await todayOf(tx)) > noticeUntil) return new Refused(Refusal.NOTICE_OVER);
    await insertAppeal(tx, { ...input, by: viewer.personId, byName: viewer.name });
    await recordEvent(tx, {
      ...{ name: 'ratings.appealed', subjectId: rating.organisationId, payload: { ratingId: rating.id } },
    });
    const after = await ratingFor(tx, viewer, 'DECLARE_RATINGS', rating.id);
    await audit(tx, viewer, after, { action: 'RATING_APPEALED', detail: { text: input.text } });
    return after;
  });

const setAnswer = statement<AnswerRatingAppealInput & { byName: string }, never>({
  name: 'answer-rating-appeal',
  text: `
    UPDATE rating_appeal SET upheld = :upheld, answer = :answer, answered_at = now(), answered_by_name = :byName
    WHERE id = :id`,
});

/** Upheld: the district looks again and publishes again. Not upheld: it stays as it is published. */
export const answerRatingAppeal = (
  db: Database,
  viewer: Viewer,
  input: AnswerRatingAppealInput,
): Promise<Rating | Refused> =>
  transaction(db, async (tx) => {
    const [before] = await appealById(tx, { id: input.id });
    if (!before) throw notFound('rating appeal');
    const rating = await ratingToMove(tx, viewer, 'GRANT_RATINGS', before.ratingId);
    const [appeal = before] = await appealById(tx, { id: input.id });
    if (appeal.upheld === input.upheld && appeal.answer === input.answer) return rating;
    if (appeal.upheld !== null) return new Refused(Refusal.APPEAL_ANSWERED);
    if (appeal.by === viewer.personId) return new Refused(Refusal.RATING_IS_YOUR_OWN);
    await setAnswer(tx, { ...input, byName: viewer.name });
    // Of several appeals the first that is upheld sends it back.
    if (input.upheld && rating.state === 'PUBLISHED') {
      return stepTaken(tx, viewer, {
        ...{ rating, action: 'GRANT_RATINGS' as const, move: 'UPHOLD_APPEAL' as const, sent: input },
      });
    }
    await recordEvent(tx, {
      name: 'ratings.appeal-answered',
      subjectId: rating.organisationId,
      payload: { ratingId: rating.id },
    });
    const after = await ratingFor(tx, viewer, 'GRANT_RATINGS', rating.id);
    await audit(tx, viewer, after, { action: 'RATING_APPEAL_ANSWERED', detail: { answer: input.answer } });
    return after;
  });
