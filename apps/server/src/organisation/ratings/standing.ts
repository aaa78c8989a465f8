import type { OrganisationId, Viewer } from '@linli/domain/access';
import type {
  ModelSiteId,
  NameModelSiteInput,
  RecordStandardCheckInput,
  StandardCheckId,
} from '@linli/domain/organisation/ratings';
import { StandardItem } from '@linli/domain/organisation/ratings';
import { Refusal } from '@linli/domain/refusals';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { type Database, secondLook, statement, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { organisationsReached, reachedOrganisations } from '../members/index.js';
import { today } from '../structure/index.js';
import { todayOf } from './move-rating.js';
import type { ModelSite, StandardCheck } from './standing.type.js';

interface Tops {
  readonly tops: readonly OrganisationId[];
}
type CheckRow = Omit<StandardCheck, 'missing'>;

const checkColumns = `c.id, c.organisation_id, organisation.name AS organisation_name, c.checked_on, c.met, c.by_name`;
const latestChecks = statement<Tops, CheckRow>({
  name: 'standard-checks',
  text: `
    SELECT * FROM (
      SELECT DISTINCT ON (c.organisation_id) ${checkColumns}
      FROM standard_check c JOIN organisation ON organisation.id = c.organisation_id
      WHERE organisation.lineage && :tops::uuid[]
      ORDER BY c.organisation_id, c.checked_on DESC, c.recorded_at DESC
    ) latest
    ORDER BY cardinality(met), organisation_name, id LIMIT 500`,
});
const checkById = statement<{ id: StandardCheckId }, CheckRow>({
  name: 'standard-check',
  text: `
    SELECT ${checkColumns} FROM standard_check c JOIN organisation ON organisation.id = c.organisation_id
    WHERE c.id = :id`,
});

const withMissing = (check: CheckRow): StandardCheck => ({
  ...check,
  missing: Object.values(StandardItem).filter((item) => !check.met.includes(item)),
});

/** The last look at each organisation within reach, those that lack most first. */
export async function standardChecks(db: Database, viewer: Viewer): Promise<StandardCheck[]> {
  const tops = await organisationsReached(db, viewer, 'SEE_RATINGS');
  return (await latestChecks(db, { tops })).map(withMissing);
}

const insertCheck = statement<RecordStandardCheckInput & { byName: string }, never>({
  name: 'insert-standard-check',
  text: `
    INSERT INTO standard_check (id, organisation_id, checked_on, met, by_name)
    VALUES (:id, :organisationId, :checkedOn, :met::text[], :byName)`,
});

const sameItems = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join();

/** 標準化 What the town found on a day: a record of its own, never a change of the one before. */
export const recordStandardCheck = (
  db: Database,
  viewer: Viewer,
  given: RecordStandardCheckInput,
): Promise<StandardCheck | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const input = { ...given, met: [...new Set(given.met)] };
      const { id, organisationId, checkedOn, met } = input;
      const names = await reachedOrganisations(tx, viewer, 'REVIEW_RATINGS', [organisationId]);
      const [known] = await checkById(tx, { id });
      if (known) {
        const { organisationId: of, checkedOn: on } = known;
        const isSame = of === organisationId && on === checkedOn && sameItems(known.met, met);
        return isSame ? withMissing(known) : new Refused(Refusal.CONFLICT);
      }
      if (checkedOn > (await todayOf(tx))) return new Refused(Refusal.CHECKED_IN_FUTURE);
      await insertCheck(tx, { ...input, byName: viewer.name });
      const [check] = (await checkById(tx, { id })) as [CheckRow];
      await recordAudit(tx, {
        actor: actorOf(viewer),
        action: 'STANDARD_CHECK_RECORDED',
        subject: { kind: 'ORGANISATION', id: organisationId, name: names.get(organisationId) ?? null },
        detail: { checkedOn, met: met.length },
        places: { ...placesOf(viewer), organisationIds: [organisationId] },
      });
      return withMissing(check);
    }),
  );

const siteColumns = `
  site.id, site.organisation_id, organisation.name AS organisation_name, site.title, site.valid_from,
  site.valid_until, site.document_number, site.valid_until < ${today} AS expired`;
const sitesWithin = statement<Tops, ModelSite>({
  name: 'model-sites',
  text: `
    SELECT ${siteColumns} FROM model_site site JOIN organisation ON organisation.id = site.organisation_id
    WHERE organisation.lineage && :tops::uuid[]
    ORDER BY site.valid_until DESC, site.id LIMIT 500`,
});
const siteById = statement<{ id: ModelSiteId }, ModelSite>({
  name: 'model-site',
  text: `
    SELECT ${siteColumns} FROM model_site site JOIN organisation ON organisation.id = site.organisation_id
    WHERE site.id = :id`,
});

/** 標桿示範點 Those that last longest first; what is over stays, and says so. */
export const modelSites = async (db: Database, viewer: Viewer): Promise<ModelSite[]> =>
  sitesWithin(db, { tops: await organisationsReached(db, viewer, 'SEE_RATINGS') });

const insertSite = statement<NameModelSiteInput & { byName: string }, never>({
  name: 'insert-model-site',
  text: `
    INSERT INTO model_site (id, organisation_id, title, valid_from, valid_until, document_number, by_name)
    VALUES (:id, :organisationId, :title, :validFrom, :validUntil, :documentNumber, :byName)`,
});

export const nameModelSite = (
  db: Database,
  viewer: Viewer,
  input: NameModelSiteInput,
): Promise<ModelSite | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const { id, organisationId, title, documentNumber } = input;
      const names = await reachedOrganisations(tx, viewer, 'GRANT_RATINGS', [organisationId]);
      const [known] = await siteById(tx, { id });
      if (known) {
        const keys = ['organisationId', 'title', 'validFrom', 'validUntil', 'documentNumber'] as const;
        return keys.every((key) => known[key] === input[key]) ? known : new Refused(Refusal.CONFLICT);
      }
      await insertSite(tx, { ...input, byName: viewer.name });
      const [site] = (await siteById(tx, { id })) as [ModelSite];
      await recordAudit(tx, {
        actor: actorOf(viewer),
        action: 'MODEL_SITE_NAMED',
        subject: { kind: 'ORGANISATION', id: organisationId, name: names.get(organisationId) ?? null },
        detail: { title, documentNumber, validUntil: input.validUntil },
        places: { ...placesOf(viewer), organisationIds: [organisationId] },
      });
      return site;
    }),
  );
