import type { OrganisationId, Viewer } from '@linli/domain/access';
import type { DeclareRatingInput, RatingId, RatingTemplateId } from '@linli/domain/organisation/ratings';
import type { OrganisationKind } from '@linli/domain/organisation/structure';
import { Refusal } from '@linli/domain/refusals';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { type Database, secondLook, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { reachedOrganisations } from '../members/index.js';
import { todayOf } from './move-rating.js';
import { ratingFor } from './rating.queries.js';
import type { Rating } from './rating.type.js';
import { isInForce, templateById } from './templates.js';

const existing = statement<
  { id: RatingId },
  { organisationId: OrganisationId; templateId: RatingTemplateId; year: number }
>({
  name: 'rating-of-wish',
  text: 'SELECT organisation_id, template_id, year FROM rating WHERE id = :id',
});

const kindOf = statement<{ id: OrganisationId }, { kind: OrganisationKind }>({
  name: 'kind-to-rate',
  text: 'SELECT kind FROM organisation WHERE id = :id',
});

const insertRating = statement<DeclareRatingInput & { by: string }, { id: RatingId }>({
  name: 'insert-rating',
  text: `
    INSERT INTO rating (id, organisation_id, template_id, year, declared_by)
    VALUES (:id, :organisationId, :templateId, :year, :by)
    ON CONFLICT (organisation_id, year) DO NOTHING RETURNING id`,
});

/** 申報 An organisation asks to be rated in a year, by the version in force of a set that is for its kind. */
export const declareRating = (
  db: Database,
  viewer: Viewer,
  input: DeclareRatingInput,
): Promise<Rating | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const { id, organisationId, templateId, year } = input;
      const names = await reachedOrganisations(tx, viewer, 'DECLARE_RATINGS', [organisationId]);
      const template = await templateById(tx, templateId);
      const [known] = await existing(tx, { id });
      if (known) {
        const isSame =
          known.organisationId === organisationId && known.templateId === templateId && known.year === year;
        return isSame ? ratingFor(tx, viewer, 'DECLARE_RATINGS', id) : new Refused(Refusal.CONFLICT);
      }
      const [organisation] = await kindOf(tx, { id: organisationId });
      if (!organisation || !template.kinds.includes(organisation.kind))
        return new Refused(Refusal.TEMPLATE_DOES_NOT_FIT);
      if (!(await isInForce(tx, templateId, await todayOf(tx))))
        return new Refused(Refusal.TEMPLATE_NOT_IN_FORCE);
      const [made] = await insertRating(tx, { ...input, by: viewer.personId });
      if (!made) return new Refused(Refusal.RATED_ALREADY);
      await recordEvent(tx, {
        ...{ name: 'ratings.declared', subjectId: organisationId, payload: { ratingId: id } },
      });
      const rating = await ratingFor(tx, viewer, 'DECLARE_RATINGS', id);
      await recordAudit(tx, {
        actor: actorOf(viewer),
        action: 'RATING_DECLARED',
        subject: { kind: 'RATING', id, name: `${year} ${names.get(organisationId) ?? ''}` },
        detail: { template: template.name, version: template.version },
        places: { ...placesOf(viewer), organisationIds: [organisationId] },
      });
      return rating;
    }),
  );
