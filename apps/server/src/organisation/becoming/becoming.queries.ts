import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { type Dossier, type DossierId, nextStep } from '@linli/domain/organisation/becoming';
import { recordRead } from '../../access/audit/index.js';
import { behindWall, type Database, statement } from '../../platform/database/index.js';
import { organisationsReached, reachedOrganisations } from '../members/index.js';
import { today } from '../structure/index.js';
import type { BecomingDossier, StepTaken } from './becoming.type.js';

interface Row {
  readonly id: DossierId;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly residentId: PersonId;
  readonly name: string;
  readonly steps: StepTaken[];
  readonly reviewDays: readonly PlainDate[];
  readonly extendedMonths: number;
  readonly stoppedOn: PlainDate | null;
  readonly stopReason: string | null;
  readonly today: PlainDate;
}

const rows = `
  SELECT d.id, d.organisation_id, organisation.name AS organisation_name, d.resident_id, resident.name,
    d.extended_months, d.stopped_on, d.stop_reason, ${today} AS today,
    (SELECT jsonb_agg(jsonb_build_object('number', step, 'on', taken_on, 'recordedBy', recorded_by) ORDER BY step)
     FROM becoming_step s WHERE s.dossier_id = d.id) AS steps,
    coalesce((SELECT jsonb_agg(reviewed_on ORDER BY reviewed_on)
     FROM becoming_review r WHERE r.dossier_id = d.id), '[]') AS review_days
  FROM becoming_dossier d JOIN organisation ON organisation.id = d.organisation_id
    JOIN resident ON resident.id = d.resident_id`;

const below = statement<{ organisationId: OrganisationId }, Row>({
  name: 'becoming-dossiers',
  text: `
    ${rows} WHERE organisation.lineage @> ARRAY[:organisationId::uuid] AND d.stopped_on IS NULL
    ORDER BY organisation.name, resident.name, d.id LIMIT 500`,
});
const byId = statement<{ id: DossierId }, Row>({
  name: 'becoming-dossier',
  text: `${rows} WHERE d.id = :id`,
});

/** What the rules ask. */
export const asDossier = (row: Row): Dossier => ({
  days: row.steps.map(({ on }) => on),
  ...{ reviews: row.reviewDays, extendedMonths: row.extendedMonths, isStopped: row.stoppedOn !== null },
});

export function shownOf(row: Row): BecomingDossier {
  const { today: on, reviewDays, ...dossier } = row;
  const next = nextStep(asDossier(row), on);
  return {
    ...{ ...dossier, reviews: reviewDays.length, next: next?.step ?? null },
    ...{ earliest: next?.earliest ?? null, due: next?.due ?? null, reviewDue: next?.reviewDue ?? null },
    isLate: next?.isLate ?? false,
  };
}

export const dossierRow = async (db: Database, id: DossierId): Promise<Row | undefined> =>
  (await byId(db, { id }))[0];

/** Whoever is on the way in a branch, or in those below; what is late first. */
export async function becomingDossiers(
  db: Database,
  viewer: Viewer,
  organisationId: OrganisationId,
): Promise<BecomingDossier[]> {
  await reachedOrganisations(db, viewer, 'SEE_MEMBERS', [organisationId]);
  const tops = await organisationsReached(db, viewer, 'SEE_MEMBERS');
  const dossiers = (await behindWall(db, tops, (tx) => below(tx, { organisationId }))).map(shownOf);
  await recordRead(db, viewer, {
    ...{ action: 'BECOMING_SHOWN', subjectKind: 'MEMBER', ids: dossiers.map(({ residentId }) => residentId) },
    places: { organisationIds: [organisationId] },
  });
  return dossiers.toSorted((one, other) => Number(other.isLate) - Number(one.isLate));
}
