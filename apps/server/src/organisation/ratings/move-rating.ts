import type { Action, Viewer } from '@linli/domain/access';
import { nextState, plainDateOf } from '@linli/domain/base';
import {
  type RatingMove,
  type RatingRound,
  type RatingState,
  ratingStates,
  type RateItselfInput,
  refusalToRatingMove,
  scoresFit,
} from '@linli/domain/organisation/ratings';
import { Refusal } from '@linli/domain/refusals';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import {
  type Database,
  now,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { isRepeated, ratedItself, ratingFor, ratingToMove } from './rating.queries.js';
import type { Rating } from './rating.type.js';
import { templateById } from './templates.js';

const insertStep = statement<
  { id: string; move: RatingMove; sent: string; by: string; byName: string },
  never
>({
  name: 'insert-rating-step',
  text: `
    INSERT INTO rating_step (rating_id, move, sent, by, by_name) VALUES (:id, :move, :sent::jsonb, :by, :byName)`,
});

const setState = statement<{ id: string; state: RatingState }, never>({
  name: 'set-rating-state',
  text: 'UPDATE rating SET state = :state WHERE id = :id',
});

export interface Step<Input> {
  readonly action: Action;
  readonly move: RatingMove;
  readonly input: Input;
  /** Writes what the step brings, before the state follows; a refusal leaves all as it was. */
  readonly write: (tx: Transaction, rating: Rating) => Promise<Refused | undefined>;
}

/** One step of the cycle: locked, looked at, written, and on record with who took it. The same step again is once. */
export const takeStep = <Input extends { readonly id: Rating['id'] }>(
  db: Database,
  viewer: Viewer,
  { action, move, input, write }: Step<Input>,
): Promise<Rating | Refused> =>
  transaction(db, async (tx) => {
    const rating = await ratingToMove(tx, viewer, action, input.id);
    const by = viewer.personId;
    if (await isRepeated(tx, { id: rating.id, move, sent: input, by })) return rating;
    const refusal = refusalToRatingMove({
      ...{ state: rating.state, move, ratedItself: await ratedItself(tx, rating.id, by) },
    });
    if (refusal) return new Refused(refusal);
    const refused = await write(tx, rating);
    if (refused) return refused;
    return stepTaken(tx, viewer, { rating, action, move, sent: input });
  });

export async function stepTaken(
  tx: Transaction,
  viewer: Viewer,
  {
    rating,
    action,
    move,
    sent,
  }: { readonly rating: Rating; readonly action: Action; readonly move: RatingMove; readonly sent: object },
): Promise<Rating> {
  const { id, organisationId, organisationName, year } = rating;
  const state = nextState<RatingState, RatingMove>(ratingStates, rating.state, move) ?? rating.state;
  // Stars bring their own state, with the class that the table wants beside it.
  if (move !== 'GRANT') await setState(tx, { id, state });
  const [by, byName] = [viewer.personId, viewer.name];
  await insertStep(tx, { id, move, sent: JSON.stringify(sent), by, byName });
  await recordEvent(tx, {
    name: 'ratings.moved',
    subjectId: organisationId,
    payload: { ratingId: id, move },
  });
  const after = await ratingFor(tx, viewer, action, id);
  await recordAudit(tx, {
    actor: actorOf(viewer),
    action: `RATING_${move}`,
    subject: { kind: 'RATING', id, name: `${year} ${organisationName}` },
    detail: { points: after.points, state: after.state },
    places: { ...placesOf(viewer), organisationIds: [organisationId] },
  });
  return after;
}

const writeScores = statement<{ id: string; round: RatingRound; scores: string }, never>({
  name: 'write-rating-scores',
  text: `
    INSERT INTO rating_score (rating_id, round, criterion_id, points, note)
    SELECT :id, :round, "criterionId", points, note
    FROM jsonb_to_recordset(:scores::jsonb) AS given ("criterionId" uuid, points int, note text)
    ON CONFLICT (rating_id, round, criterion_id) DO UPDATE SET points = excluded.points, note = excluded.note`,
});

const ROUNDS = {
  RATE_ITSELF: { round: 'SELF', action: 'DECLARE_RATINGS' },
  REVIEW: { round: 'TOWN', action: 'REVIEW_RATINGS' },
  CONFIRM: { round: 'DISTRICT', action: 'GRANT_RATINGS' },
} as const;

/** 自評, 初評, 複核 All criteria at once; until the next hand takes it, whoever rates itself may do it again. */
export const scoreRating =
  (move: keyof typeof ROUNDS) =>
  (db: Database, viewer: Viewer, input: RateItselfInput): Promise<Rating | Refused> =>
    takeStep(db, viewer, {
      ...{ move, input, action: ROUNDS[move].action },
      async write(tx, { id, templateId }) {
        const { stars } = await templateById(tx, templateId);
        const criteria = stars.flatMap((star) => star.criteria);
        if (!scoresFit(criteria, input.scores)) return new Refused(Refusal.SCORES_DO_NOT_FIT);
        await writeScores(tx, { id, round: ROUNDS[move].round, scores: JSON.stringify(input.scores) });
        return undefined;
      },
    });

export const todayOf = async (tx: Transaction) => plainDateOf(await now(tx));
