import type { Action, OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import type { RatingId, RatingMove, RatingState } from '@linli/domain/organisation/ratings';
import { type Database, statement, type Transaction } from '../../platform/database/index.js';
import { batched, notFound } from '../../platform/graphql/index.js';
import { organisationsReached, reachedOrganisations } from '../members/index.js';
import type {
  Rating,
  RatingAppeal,
  RatingCount,
  RatingPage,
  RatingScore,
  RatingStarHeld,
  RatingStep,
} from './rating.type.js';

// Whoever rated it last says how many points: the district before the town, the town before itself.
const columns = `
  rating.id, rating.organisation_id, organisation.name AS organisation_name, rating.template_id, rating.year,
  rating.state, rating.declared_by, rating.notice_from, rating.notice_until, rating.class, rating.document_number,
  (SELECT sum(score.points)::int FROM rating_score score WHERE score.rating_id = rating.id
   GROUP BY score.round ORDER BY array_position(ARRAY['DISTRICT', 'TOWN', 'SELF'], score.round) LIMIT 1) AS points,
  (SELECT count(*)::int FROM rating_star_held held
   WHERE held.rating_id = rating.id AND held.withdrawn_at IS NULL) AS stars_held,
  (SELECT count(*)::int FROM rating_appeal appeal
   WHERE appeal.rating_id = rating.id AND appeal.upheld IS NULL) AS open_appeals`;
const source = 'rating JOIN organisation ON organisation.id = rating.organisation_id';

const ratingById = statement<{ id: RatingId }, Rating>({
  name: 'rating-by-id',
  text: `SELECT ${columns} FROM ${source} WHERE rating.id = :id`,
});

const lockRating = statement<{ id: RatingId }, never>({
  name: 'lock-rating',
  text: 'SELECT FROM rating WHERE id = :id FOR UPDATE',
});

export async function ratingFor(db: Database, viewer: Viewer, action: Action, id: RatingId): Promise<Rating> {
  const [rating] = await ratingById(db, { id });
  if (!rating) throw notFound('rating');
  await reachedOrganisations(db, viewer, action, [rating.organisationId]);
  return rating;
}

/** The same, to be moved: nobody else takes a step with it until this transaction ends. */
export async function ratingToMove(
  tx: Transaction,
  viewer: Viewer,
  action: Action,
  id: RatingId,
): Promise<Rating> {
  await lockRating(tx, { id });
  return ratingFor(tx, viewer, action, id);
}

interface Asked {
  readonly year: number;
  readonly state: RatingState | null;
  readonly after: RatingId | null;
  readonly first: number;
}

const ratingsOfYear = statement<Asked & { tops: readonly OrganisationId[] }, Rating>({
  name: 'ratings-of-year',
  text: `
    SELECT ${columns} FROM ${source}
    WHERE organisation.lineage && :tops::uuid[] AND rating.year = :year
      AND (:state::text IS NULL OR rating.state = :state::text)
      AND (:after::uuid IS NULL OR rating.id < :after::uuid)
    ORDER BY rating.id DESC LIMIT :first`,
});

export async function ratingsOf(db: Database, viewer: Viewer, asked: Asked): Promise<RatingPage> {
  const tops = await organisationsReached(db, viewer, 'SEE_RATINGS');
  const rows = await ratingsOfYear(db, { ...asked, first: asked.first + 1, tops });
  const ratings = rows.slice(0, asked.first);
  return { ratings, endCursor: rows.length > asked.first ? (ratings.at(-1)?.id ?? null) : null };
}

const counts = statement<{ year: number; tops: readonly OrganisationId[] }, RatingCount>({
  name: 'rating-counts',
  text: `
    SELECT rating.state, rating.class, count(*)::int AS count FROM ${source}
    WHERE organisation.lineage && :tops::uuid[] AND rating.year = :year
    GROUP BY rating.state, rating.class ORDER BY rating.state, rating.class`,
});

export const ratingCounts = async (db: Database, viewer: Viewer, year: number): Promise<RatingCount[]> =>
  counts(db, { year, tops: await organisationsReached(db, viewer, 'SEE_RATINGS') });

const lastStep = statement<{ id: RatingId; sent: string }, { move: RatingMove; by: PersonId; same: boolean }>(
  {
    name: 'last-rating-step',
    text: `
    SELECT move, by, sent = :sent::jsonb AS same FROM rating_step WHERE rating_id = :id ORDER BY id DESC LIMIT 1`,
  },
);

/** Whether this very step, by this very person, is the last that was taken. */
export async function isRepeated(
  tx: Transaction,
  step: {
    readonly id: RatingId;
    readonly move: RatingMove;
    readonly sent: object;
    readonly by: PersonId;
  },
): Promise<boolean> {
  const [last] = await lastStep(tx, { id: step.id, sent: JSON.stringify(step.sent) });
  return last?.move === step.move && last.by === step.by && last.same;
}

const selfRaters = statement<{ id: RatingId; by: PersonId }, { rated: boolean }>({
  name: 'rated-itself',
  text: `
    SELECT declared_by = :by::uuid OR EXISTS (
      SELECT FROM rating_step WHERE rating_id = :id AND move = 'RATE_ITSELF' AND by = :by::uuid) AS rated
    FROM rating WHERE id = :id`,
});

/** Whether this person declared it or gave it its own points. */
export const ratedItself = async (db: Database, id: RatingId, by: PersonId): Promise<boolean> =>
  (await selfRaters(db, { id, by }))[0]?.rated ?? false;

type Of<Row> = Row & { readonly ratingId: RatingId };
const each = <Row>(name: string, text: string) => {
  const rows = statement<{ ids: readonly RatingId[] }, Of<Row>>({ name, text });
  return batched(
    ({ db }, ids: readonly RatingId[]) => rows(db, { ids }),
    (all, id): Row[] => all.filter((row) => row.ratingId === id),
  );
};

export const scoresOf = each<RatingScore>(
  'rating-scores',
  'SELECT rating_id, round, criterion_id, points, note FROM rating_score WHERE rating_id = ANY (:ids)',
);
export const stepsOf = each<RatingStep>(
  'rating-steps',
  'SELECT rating_id, move, at, by_name FROM rating_step WHERE rating_id = ANY (:ids) ORDER BY id',
);
export const starsHeldOf = each<RatingStarHeld>(
  'rating-stars-held',
  `SELECT rating_id, position, withdrawn_at, withdrawn_by_name, reason FROM rating_star_held
   WHERE rating_id = ANY (:ids) ORDER BY position`,
);
export const appealsOf = each<RatingAppeal>(
  'rating-appeals',
  `SELECT rating_id, id, text, at, by_name, upheld, answer, answered_by_name FROM rating_appeal
   WHERE rating_id = ANY (:ids) ORDER BY at, id`,
);
