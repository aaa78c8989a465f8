import type { PersonId, Viewer } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import type { AssessmentId, RecordAssessmentInput } from '@linli/domain/services/admission';
import type { CentreId } from '@linli/domain/services/centres';
import { actorOf, placesOf, recordAudit, recordRead } from '../../access/audit/index.js';
import {
  type Database,
  now,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { centreFor } from '../centres/index.js';
import type { Assessment } from './assessment.type.js';

const COLUMNS = `id, resident_id, centre_id, level, assessed_by, assessed_on, valid_until, recorded_at, recorder_name`;

const byId = statement<{ id: AssessmentId }, Assessment>({
  name: 'assessment-by-id',
  text: `SELECT ${COLUMNS} FROM assessment WHERE id = :id`,
});

const ofResident = statement<{ residentId: PersonId }, Assessment>({
  name: 'assessments-of-resident',
  text: `
    SELECT ${COLUMNS} FROM assessment WHERE resident_id = :residentId
    ORDER BY assessed_on DESC, recorded_at DESC`,
});

const residentServed = statement<{ residentId: PersonId; centreId: CentreId }, { name: string }>({
  name: 'resident-served-by-centre',
  text: `
    SELECT resident.name FROM resident
      JOIN area home ON home.id = resident.building_id
      JOIN centre ON centre.id = :centreId AND centre.area_id = ANY (home.lineage)
    WHERE resident.id = :residentId`,
});

const insert = statement<RecordAssessmentInput & { by: PersonId; name: string }, Assessment>({
  name: 'insert-assessment',
  text: `
    INSERT INTO assessment (id, resident_id, centre_id, level, assessed_by, assessed_on, valid_until, recorded_by, recorder_name)
    VALUES (:id, :residentId, :centreId, :level, :assessedBy, :assessedOn, :validUntil, :by, :name)
    RETURNING ${COLUMNS}`,
});

interface File {
  readonly residentId: PersonId;
  readonly centreId: CentreId;
}

/** The resident's name, when they live where the centre serves and the viewer keeps the files of that centre. */
export async function openFile(
  db: Database,
  viewer: Viewer,
  { residentId, centreId }: File,
): Promise<string> {
  await centreFor(db, viewer, 'REGISTER_RESIDENTS', centreId);
  const [resident] = await residentServed(db, { residentId, centreId });
  if (!resident) throw notFound('resident');
  return resident.name;
}

/** The latest first. Whoever looks is on the trail. */
export async function assessmentsOf(db: Database, viewer: Viewer, file: File): Promise<Assessment[]> {
  const { residentId, centreId } = file;
  await openFile(db, viewer, file);
  const places = { centreIds: [centreId] };
  const read = { action: 'ASSESSMENTS_SEEN', subjectKind: 'RESIDENT', ids: [residentId], places };
  await recordRead(db, viewer, read);
  return ofResident(db, { residentId });
}

const isSame = (made: Assessment, input: RecordAssessmentInput): boolean =>
  (['residentId', 'centreId', 'level', 'assessedBy', 'assessedOn', 'validUntil'] as const).every(
    (key) => made[key] === input[key],
  );

async function recordInside(
  tx: Transaction,
  viewer: Viewer,
  input: RecordAssessmentInput,
): Promise<Assessment | Refused> {
  const name = await openFile(tx, viewer, input);
  const [made] = await byId(tx, { id: input.id });
  if (made) return isSame(made, input) ? made : new Refused(Refusal.CONFLICT);
  if (input.assessedOn > plainDateOf(await now(tx))) return new Refused(Refusal.ASSESSED_IN_FUTURE);
  const [assessment] = await insert(tx, { ...input, by: viewer.personId, name: viewer.name });
  if (!assessment) throw new Error('Nothing was recorded');
  const { id, residentId, centreId, level, validUntil } = assessment;
  await recordEvent(tx, {
    ...{ name: 'admission.assessed', subjectId: centreId, payload: { assessmentId: id } },
  });
  await recordAudit(tx, {
    ...{ actor: actorOf(viewer), action: 'ASSESSMENT_RECORDED', detail: { level, validUntil } },
    subject: { kind: 'RESIDENT', id: residentId, name },
    places: { ...placesOf(viewer), centreIds: [centreId] },
  });
  return assessment;
}

/** Never changed: of two, the later one holds. The same again is the same assessment. */
export const recordAssessment = (
  db: Database,
  viewer: Viewer,
  input: RecordAssessmentInput,
): Promise<Assessment | Refused> =>
  secondLook(() => transaction(db, (tx) => recordInside(tx, viewer, input)));
