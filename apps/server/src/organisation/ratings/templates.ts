import type { Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { PublishRatingTemplateInput, RatingTemplateId } from '@linli/domain/organisation/ratings';
import { Refusal } from '@linli/domain/refusals';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { batched, notFound, Refused } from '../../platform/graphql/index.js';
import type { RatingTemplate } from './rating.type.js';

const columns = `
  template.*, (
    SELECT jsonb_agg(jsonb_build_object('position', star.position, 'name', star.name, 'passPoints', star.pass_points,
      'criteria', (
        SELECT jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text, 'points', c.points) ORDER BY c.position)
        FROM rating_criterion c WHERE c.template_id = template.id AND c.star = star.position
      )) ORDER BY star.position)
    FROM rating_star star WHERE star.template_id = template.id
  ) AS stars`;

export const ratingTemplates = statement<object, RatingTemplate>({
  name: 'rating-templates',
  text: `SELECT ${columns} FROM rating_template template ORDER BY set_key, version DESC`,
});

const byIds = statement<{ ids: readonly RatingTemplateId[] }, RatingTemplate>({
  name: 'rating-templates-by-id',
  text: `SELECT ${columns} FROM rating_template template WHERE id = ANY (:ids)`,
});

export async function templateById(db: Database, id: RatingTemplateId): Promise<RatingTemplate> {
  const [template] = await byIds(db, { ids: [id] });
  if (!template) throw notFound('rating template');
  return template;
}

const found = batched(
  ({ db }, ids: readonly RatingTemplateId[]) => byIds(db, { ids }),
  (templates, id) => templates.find((template) => template.id === id),
);
export async function templateOf(
  request: Parameters<typeof found>[0],
  id: RatingTemplateId,
): Promise<RatingTemplate> {
  const template = await found(request, id);
  if (!template) throw notFound('rating template');
  return template;
}

/** The version of its set that is in force on the day. */
const inForce = statement<{ id: RatingTemplateId; on: PlainDate }, { inForce: boolean }>({
  name: 'rating-template-in-force',
  text: `
    SELECT id = (SELECT latest.id FROM rating_template latest
      WHERE latest.set_key = template.set_key AND latest.valid_from <= :on::date
      ORDER BY latest.valid_from DESC LIMIT 1) AS in_force
    FROM rating_template template WHERE id = :id`,
});
export const isInForce = async (db: Database, id: RatingTemplateId, on: PlainDate): Promise<boolean> =>
  (await inForce(db, { id, on }))[0]?.inForce ?? false;

type Row = Omit<PublishRatingTemplateInput, 'stars'> & { byName: string };
const insertTemplate = statement<Row, { id: RatingTemplateId }>({
  name: 'insert-rating-template',
  text: `
    INSERT INTO rating_template (id, set_key, version, name, kinds, valid_from, document_number, class_a_from,
      class_b_from, published_by_name)
    SELECT :id, :setKey::text, 1 + coalesce(max(version), 0), :name, :kinds::text[], :validFrom::date, :documentNumber,
      :classAFrom::int, :classBFrom::int, :byName
    FROM rating_template WHERE set_key = :setKey::text
    HAVING coalesce(max(valid_from) < :validFrom::date, true)
    RETURNING id`,
});

const insertStars = statement<{ id: RatingTemplateId; stars: string }, never>({
  name: 'insert-rating-stars',
  text: `
    WITH given AS (
      SELECT n::int AS position, star FROM jsonb_array_elements(:stars::jsonb) WITH ORDINALITY AS each (star, n)
    ), stars AS (
      INSERT INTO rating_star (template_id, position, name, pass_points)
      SELECT :id::uuid, position, star->>'name', (star->>'passPoints')::int FROM given
    )
    INSERT INTO rating_criterion (template_id, star, position, text, points)
    SELECT :id::uuid, position, n::int, criterion->>'text', (criterion->>'points')::int
    FROM given, jsonb_array_elements(star->'criteria') WITH ORDINALITY AS each (criterion, n)`,
});

const lockSets = statement<object, never>({
  name: 'lock-rating-sets',
  text: 'LOCK TABLE rating_template IN SHARE ROW EXCLUSIVE MODE',
});

type Shape = Omit<PublishRatingTemplateInput, 'id' | 'stars' | 'documentNumber' | 'kinds'> &
  Pick<RatingTemplate, 'documentNumber' | 'kinds'> & {
    readonly stars: RatingTemplate['stars'] | PublishRatingTemplateInput['stars'];
  };
const shapeOf = (template: Shape): string =>
  JSON.stringify([
    ...[template.setKey, template.name, template.kinds, template.validFrom, template.documentNumber],
    ...[template.classAFrom, template.classBFrom],
    template.stars.map(({ name, passPoints, criteria }) => [
      ...[name, passPoints],
      criteria.map(({ text, points }) => [text, points]),
    ]),
  ]);

/** A new version of a set of stars, from a day on: later than the version before it. */
export const publishRatingTemplate = (
  db: Database,
  viewer: Viewer,
  { stars, ...input }: PublishRatingTemplateInput,
): Promise<RatingTemplate | Refused> =>
  transaction(db, async (tx) => {
    await lockSets(tx, {});
    const [known] = await byIds(tx, { ids: [input.id] });
    if (known) {
      const isSame = shapeOf(known) === shapeOf({ ...input, stars });
      return isSame ? known : new Refused(Refusal.CONFLICT);
    }
    const [made] = await insertTemplate(tx, { ...input, byName: viewer.name });
    if (!made) return new Refused(Refusal.TEMPLATE_NOT_LATER);
    await insertStars(tx, { id: input.id, stars: JSON.stringify(stars) });
    const { id, name } = input;
    await recordEvent(tx, { name: 'ratings.template-published', subjectId: id, payload: {} });
    const template = await templateById(tx, id);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: 'RATING_TEMPLATE_PUBLISHED',
      subject: { kind: 'RATING_TEMPLATE', id, name },
      detail: { version: template.version, validFrom: input.validFrom, documentNumber: input.documentNumber },
      places: placesOf(viewer),
    });
    return template;
  });
