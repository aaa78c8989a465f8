import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import { plainDateOf, type PlainDate } from '@linli/domain/base';
import {
  BECOMING_STEPS,
  type DossierId,
  INTRODUCERS,
  INTRODUCERS_STEP,
  type OpenDossierInput,
  refuseStep,
  type TakeStepInput,
} from '@linli/domain/organisation/becoming';
import type { MemberStage, MembershipStep } from '@linli/domain/organisation/members';
import { maskedName } from '@linli/domain/organisation/people';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import {
  type Database,
  newUuid,
  now,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { notFound, orWhyNot, Refused, Undone } from '../../platform/graphql/index.js';
import { reachedOrganisations, recordMemberships } from '../members/index.js';
import { residentsReached } from '../people/index.js';
import { asDossier, dossierRow, shownOf } from './becoming.queries.js';
import type { BecomingDossier } from './becoming.type.js';

type Row = NonNullable<Awaited<ReturnType<typeof dossierRow>>>;

const lock = statement<{ id: DossierId }, never>({
  name: 'lock-dossier',
  text: 'SELECT FROM becoming_dossier WHERE id = :id FOR UPDATE',
});
const insertDossier = statement<
  { id: DossierId; organisationId: OrganisationId; residentId: PersonId },
  never
>({
  name: 'insert-dossier',
  text: `
    INSERT INTO becoming_dossier (id, organisation_id, resident_id) VALUES (:id, :organisationId, :residentId)`,
});
const insertStep = statement<
  { dossierId: DossierId; step: number; on: PlainDate; sent: string; by: string },
  never
>({
  name: 'insert-becoming-step',
  text: `
    INSERT INTO becoming_step (dossier_id, step, taken_on, sent, recorded_by)
    VALUES (:dossierId, :step, :on, :sent::jsonb, :by)`,
});
const taken = statement<{ dossierId: DossierId; step: number; sent: string }, { isSame: boolean }>({
  name: 'becoming-step-taken',
  text: `
    SELECT sent = :sent::jsonb AS is_same FROM becoming_step WHERE dossier_id = :dossierId AND step = :step`,
});
const stageOf = statement<{ id: PersonId }, { stage: MemberStage; organisationId: OrganisationId }>({
  name: 'stage-of-becoming',
  text: `
    SELECT stage, organisation_id FROM membership_version
    WHERE resident_id = :id AND superseded_at IS NULL AND valid_to IS NULL`,
});
const onTheWay = statement<{ id: PersonId }, { id: DossierId }>({
  name: 'dossier-of-resident',
  text: 'SELECT id FROM becoming_dossier WHERE resident_id = :id AND stopped_on IS NULL',
});

export const isLater = async (tx: Transaction, day: PlainDate) => day > plainDateOf(await now(tx));

/** 申請 With the application the way begins: of nobody who belongs to the Party already. */
export const openDossier = (
  db: Database,
  viewer: Viewer,
  input: OpenDossierInput,
): Promise<BecomingDossier | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const { id, organisationId, residentId, on, papers } = input;
      await reachedOrganisations(tx, viewer, 'KEEP_MEMBERS', [organisationId]);
      await residentsReached(tx, viewer, [residentId]);
      const sent = JSON.stringify({ organisationId, residentId, on, papers });
      const [earlier] = await taken(tx, { dossierId: id, step: 1, sent });
      if (earlier) return earlier.isSame ? shownOf(await kept(tx, viewer, id)) : new Refused('CONFLICT');
      if (await isLater(tx, on)) return new Refused('DAY_IN_FUTURE');
      const start = { days: [], reviews: [], extendedMonths: 0, isProlonged: false, isStopped: false };
      const none = { introducers: [], trainingHours: null, trainingDays: null };
      const refused = refuseStep(start, { step: 1, on, papers, ...none });
      if (refused) return new Refused(refused.code, refused.details);
      const [belongs] = await stageOf(tx, { id: residentId });
      if (belongs) return new Refused('BELONGS_HERE');
      if ((await onTheWay(tx, { id: residentId })).length > 0) return new Refused('ON_THE_WAY_ALREADY');
      await insertDossier(tx, { id, organisationId, residentId });
      await insertStep(tx, { dossierId: id, step: 1, on, sent, by: viewer.name });
      return noted(tx, viewer, 'BECOMING_STEP_TAKEN', { id, detail: { step: 1, on } });
    }),
  );

export async function kept(tx: Transaction, viewer: Viewer, id: DossierId): Promise<Row> {
  const row = await dossierRow(tx, id);
  if (!row) throw notFound('dossier');
  await reachedOrganisations(tx, viewer, 'KEEP_MEMBERS', [row.organisationId]);
  await lock(tx, { id });
  return (await dossierRow(tx, id)) ?? row;
}

const fullMembers = statement<{ ids: readonly PersonId[]; on: PlainDate }, { count: number }>({
  name: 'full-members-among',
  text: `
    SELECT count(DISTINCT resident_id)::int AS count FROM membership_version
    WHERE resident_id = ANY (:ids) AND stage = 'FULL' AND superseded_at IS NULL
      AND :on::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')`,
});
/** 介紹人 Only a full member introduces. */
const areMembers = async (tx: Transaction, { introducers: ids, on }: TakeStepInput): Promise<boolean> =>
  (await fullMembers(tx, { ids, on }))[0]?.count === INTRODUCERS;

/** The next of the twenty-five, when its day has come and its papers are there. */
export const takeStep = (
  db: Database,
  viewer: Viewer,
  input: TakeStepInput,
): Promise<BecomingDossier | Refused> =>
  orWhyNot(
    transaction(db, async (tx) => {
      const { dossierId, step, on } = input;
      const row = await kept(tx, viewer, dossierId);
      const sent = JSON.stringify(input);
      const [earlier] = await taken(tx, { dossierId, step, sent });
      if (earlier) return earlier.isSame ? shownOf(row) : new Refused('CONFLICT');
      if (await isLater(tx, on)) return new Refused('DAY_IN_FUTURE');
      const refused = refuseStep(asDossier(row), input);
      if (refused) return new Refused(refused.code, refused.details);
      if (step === INTRODUCERS_STEP && !(await areMembers(tx, input)))
        return new Refused('INTRODUCERS_NEEDED');
      await insertStep(tx, { dossierId, step, on, sent, by: viewer.name });
      await changeStage(tx, viewer, row, input);
      return noted(tx, viewer, 'BECOMING_STEP_TAKEN', { id: dossierId, detail: { step, on } });
    }),
  );

/** 積極分子 … 正式黨員 What a step makes of somebody is on the roster in the same act, or the step is not taken. */
async function changeStage(tx: Transaction, viewer: Viewer, row: Row, { step, on }: TakeStepInput) {
  const becomes = BECOMING_STEPS[step - 1]?.becomes;
  if (!becomes) return;
  const { stage, fromStep } = becomes;
  const [belongs] = await stageOf(tx, { id: row.residentId });
  if (belongs?.stage === stage && belongs.organisationId === row.organisationId) return;
  const day = fromStep === step ? on : (row.steps[fromStep - 1]?.on ?? on);
  const { organisationId, residentId } = row;
  const change: MembershipStep =
    stage === 'ACTIVIST'
      ? { kind: 'JOINED', on: day, organisationId, stage }
      : { kind: 'STAGE_CHANGED', on: day, stage };
  const author = { id: viewer.personId, name: viewer.name };
  const made = { id: newUuid(), residentId, step: change, documentNumber: null };
  const [refused] = await recordMemberships(tx, author, [made]);
  if (refused) throw new Undone(new Refused(refused.code, refused.details));
}

/** On the trail, and as it stands now. */
export async function noted(
  tx: Transaction,
  viewer: Viewer,
  action: string,
  { id, detail }: { readonly id: DossierId; readonly detail: Readonly<Record<string, string | number>> },
): Promise<BecomingDossier> {
  const row = await dossierRow(tx, id);
  if (!row) throw notFound('dossier');
  const own = placesOf(viewer);
  await recordAudit(tx, {
    ...{ actor: actorOf(viewer), action, detail },
    subject: { kind: 'MEMBER', id: row.residentId, name: maskedName(row.name) },
    places: { ...own, organisationIds: [...own.organisationIds, row.organisationId] },
  });
  return shownOf(row);
}
