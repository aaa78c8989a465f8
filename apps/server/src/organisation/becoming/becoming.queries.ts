import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  type Dossier,
  type DossierId,
  INTRODUCERS_STEP,
  mayExtend,
  mayProlong,
  nextStep,
  timelineOf,
} from '@linli/domain/organisation/becoming';
import { recordRead } from '../../access/audit/index.js';
import { behindWall, type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { organisationsReached, reachedOrganisations } from '../members/index.js';
import { today } from '../structure/index.js';
import type { ActivistReview, BecomingDossier, StepTaken } from './becoming.type.js';

interface Row {
  readonly id: DossierId;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly residentId: PersonId;
  readonly name: string;
  readonly steps: StepTaken[];
  readonly reviewed: readonly ActivistReview[];
  readonly extendedMonths: number;
  readonly prolongedBecause: string | null;
  readonly stoppedOn: PlainDate | null;
  readonly stopReason: string | null;
  readonly today: PlainDate;
}

// Who introduced is kept by id: the name is read anew.
const rows = `
  SELECT d.id, d.organisation_id, organisation.name AS organisation_name, d.resident_id, resident.name,
    d.extended_months, d.prolonged_because, d.stopped_on, d.stop_reason, ${today} AS today,
    (SELECT jsonb_agg(jsonb_build_object('number', step, 'on', taken_on, 'recordedBy', recorded_by,
        'trainingHours', sent -> 'trainingHours', 'trainingDays', sent -> 'trainingDays',
        'introducers', CASE step WHEN ${INTRODUCERS_STEP} THEN (
          SELECT coalesce(jsonb_agg(who.name ORDER BY who.name), '[]') FROM resident who
          WHERE who.id IN (SELECT jsonb_array_elements_text(sent -> 'introducers')::uuid)) ELSE '[]' END) ORDER BY step)
     FROM becoming_step s WHERE s.dossier_id = d.id) AS steps,
    coalesce((SELECT jsonb_agg(jsonb_build_object('on', reviewed_on, 'note', note, 'recordedBy', recorded_by)
        ORDER BY reviewed_on)
     FROM becoming_review r WHERE r.dossier_id = d.id), '[]') AS reviewed
  FROM becoming_dossier d JOIN organisation ON organisation.id = d.organisation_id
    JOIN resident ON resident.id = d.resident_id`;

const MOST_READ = 5000;
const MOST_SHOWN = 500;
// Whoever is at the end or was stopped comes after those on the way.
const below = statement<{ organisationId: OrganisationId }, Row>({
  name: 'becoming-dossiers',
  text: `
    ${rows} WHERE organisation.lineage @> ARRAY[:organisationId::uuid]
    ORDER BY d.stopped_on IS NOT NULL, organisation.name, resident.name, d.id LIMIT ${MOST_READ}`,
});
const byId = statement<{ id: DossierId }, Row>({
  name: 'becoming-dossier',
  text: `${rows} WHERE d.id = :id`,
});

/** What the rules ask. */
export const asDossier = (row: Row): Dossier => ({
  days: row.steps.map(({ on }) => on),
  reviews: row.reviewed.map(({ on }) => on),
  extendedMonths: row.extendedMonths,
  isProlonged: row.prolongedBecause !== null,
  isStopped: row.stoppedOn !== null,
});

export function shownOf(row: Row): BecomingDossier {
  const { today: on, ...dossier } = row;
  const rules = asDossier(row);
  const next = nextStep(rules, on);
  return {
    ...{ ...dossier, reviews: row.reviewed.length, next: next?.step ?? null },
    ...{ earliest: next?.earliest ?? null, due: next?.due ?? null, dueStep: next?.dueStep ?? null },
    ...{ reviewDue: next?.reviewDue ?? null, isLate: next?.isLate ?? false },
    ...{ mayExtend: mayExtend(rules), mayProlong: mayProlong(rules) },
    timeline: timelineOf(rules, on).map(({ step, earliest, due, isNext, isLate }) => ({
      ...{ step, earliest, due, isNext, isLate, taken: row.steps[step.number - 1] ?? null },
    })),
  };
}

export const dossierRow = async (db: Database, id: DossierId): Promise<Row | undefined> =>
  (await byId(db, { id }))[0];

/** What is late first, then what goes on, then what is over. */
function rankOf(row: Row): number {
  const next = nextStep(asDossier(row), row.today);
  return next?.isLate ? 0 : next ? 1 : 2;
}

/** Whoever is on the way in a branch, or in those below; what is late first. */
export async function becomingDossiers(
  db: Database,
  viewer: Viewer,
  organisationId: OrganisationId,
): Promise<BecomingDossier[]> {
  await reachedOrganisations(db, viewer, 'SEE_MEMBERS', [organisationId]);
  const tops = await organisationsReached(db, viewer, 'SEE_MEMBERS');
  const found = await behindWall(db, tops, (tx) => below(tx, { organisationId }));
  const dossiers = found
    .map((row) => ({ row, rank: rankOf(row) }))
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, MOST_SHOWN)
    .map(({ row }) => shownOf(row));
  await seen(db, viewer, organisationId, dossiers);
  return dossiers;
}

/** One of them, with all that is known of each step. */
export async function becomingDossier(db: Database, viewer: Viewer, id: DossierId): Promise<BecomingDossier> {
  const tops = await organisationsReached(db, viewer, 'SEE_MEMBERS');
  const row = await behindWall(db, tops, (tx) => dossierRow(tx, id));
  if (!row) throw notFound('dossier');
  await reachedOrganisations(db, viewer, 'SEE_MEMBERS', [row.organisationId]);
  const dossier = shownOf(row);
  await seen(db, viewer, row.organisationId, [dossier]);
  return dossier;
}

const seen = (
  db: Database,
  viewer: Viewer,
  organisationId: OrganisationId,
  dossiers: readonly BecomingDossier[],
): Promise<void> =>
  recordRead(db, viewer, {
    ...{ action: 'BECOMING_SHOWN', subjectKind: 'MEMBER', ids: dossiers.map(({ residentId }) => residentId) },
    places: { organisationIds: [organisationId] },
  });
