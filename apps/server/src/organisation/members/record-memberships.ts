import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  afterStep,
  isRefused,
  type LeavingReason,
  MEMBER_KINDS,
  type Membership,
  type MembershipStep,
  type StepRefused,
  type Timeline,
} from '@linli/domain/organisation/members';
import { statement, type Transaction } from '../../platform/database/index.js';
import { type Author, inForce } from '../structure/index.js';

/** What is to be recorded of one person. */
export interface MembershipToRecord {
  readonly id: string;
  readonly residentId: PersonId;
  readonly step: MembershipStep;
  readonly documentNumber: string | null;
  readonly reason?: LeavingReason;
  readonly note?: string | null;
}

/** Why one of them cannot be, by its place in the list. */
export type NotRecorded = StepRefused & { readonly index: number };

type Version = Membership & { readonly version: string };

// Whoever changes a person waits for the one before, and looks at what that one left.
const lockResidents = statement<{ ids: readonly PersonId[] }, never>({
  name: 'lock-members',
  text: 'SELECT FROM resident WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE',
});

// Not the moment at which the transaction began: another may have recorded something while this one waited.
const clock = statement<object, { moment: string }>({
  name: 'membership-clock',
  text: 'SELECT clock_timestamp()::text AS moment',
});

const versionsOf = statement<{ ids: readonly PersonId[] }, Version & { residentId: PersonId }>({
  name: 'memberships-to-change',
  text: `
    SELECT id AS version, resident_id, organisation_id, stage, valid_from, valid_to
    FROM membership_version WHERE resident_id = ANY (:ids) AND superseded_at IS NULL ORDER BY valid_from`,
});

const takingMembers = statement<
  { rows: string; kinds: readonly string[] },
  { id: OrganisationId; on: PlainDate; name: string; takes: boolean }
>({
  name: 'organisations-taking-members',
  text: `
    SELECT given.id, given."on", organisation.name,
      organisation.kind = ANY (:kinds::text[]) AND EXISTS (
        SELECT FROM organisation_version v
        WHERE v.organisation_id = given.id AND v.superseded_at IS NULL AND ${inForce('v', 'given."on"')}
      ) AS takes
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, "on" date) JOIN organisation USING (id)`,
});

const supersede = statement<{ ids: readonly string[]; moment: string }, never>({
  name: 'supersede-memberships',
  text: 'UPDATE membership_version SET superseded_at = :moment::timestamptz WHERE id = ANY (:ids::bigint[])',
});

const insertVersions = statement<{ rows: string; moment: string }, never>({
  name: 'insert-memberships',
  text: `
    INSERT INTO membership_version (resident_id, organisation_id, stage, valid_from, valid_to, recorded_at)
    SELECT "residentId", "organisationId", stage, "validFrom", "validTo", :moment::timestamptz
    FROM jsonb_to_recordset(:rows::jsonb) AS given ("residentId" uuid, "organisationId" uuid, stage text,
      "validFrom" date, "validTo" date)`,
});

const insertChanges = statement<
  { rows: string; moment: string; authorId: string | null; author: string },
  never
>({
  name: 'insert-membership-changes',
  text: `
    INSERT INTO membership_change (id, kind, resident_id, from_organisation_id, organisation_id, stage, effective_on,
      reason, note, document_number, recorded_at, recorded_by_id, recorded_by)
    SELECT id, kind, "residentId", "fromOrganisationId", "organisationId", stage, "on", reason, note, "documentNumber",
      :moment::timestamptz, :authorId::uuid, :author
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, kind text, "residentId" uuid, "fromOrganisationId" uuid,
      "organisationId" uuid, stage text, "on" date, reason text, note text, "documentNumber" text)`,
});

interface Looked {
  readonly refused: readonly NotRecorded[];
  readonly before: ReadonlyMap<PersonId, readonly Version[]>;
  readonly after: ReadonlyMap<PersonId, Timeline>;
  readonly changes: readonly (MembershipToRecord & { before: Membership | undefined })[];
}

/** Each was looked at with its person locked. */
async function look(tx: Transaction, steps: readonly MembershipToRecord[]): Promise<Looked> {
  const ids = [...new Set(steps.map(({ residentId }) => residentId))];
  await lockResidents(tx, { ids });
  const before = byResident(await versionsOf(tx, { ids }));
  const after = new Map<PersonId, Timeline>(before);
  const refused: NotRecorded[] = [...(await refusedByOrganisation(tx, steps))];
  const changes = steps.map((given, index) => {
    const timeline = after.get(given.residentId) ?? [];
    const next = afterStep(timeline, given.step);
    if (isRefused(next)) refused.push({ ...next, index });
    else after.set(given.residentId, next);
    return { ...given, before: standingOn(timeline, given.step) };
  });
  return { before, after, changes, refused: refused.toSorted((one, other) => one.index - other.index) };
}

/** Which of the steps would be refused, and why; nothing is written. */
export const refusedMemberships = async (
  tx: Transaction,
  steps: readonly MembershipToRecord[],
): Promise<readonly NotRecorded[]> => (steps.length === 0 ? [] : (await look(tx, steps)).refused);

/**
 * Records many steps, of one person or of thousands, in the order of the list: all of them, or none and why. No row of
 * history is rewritten but for `superseded_at`.
 */
export async function recordMemberships(
  tx: Transaction,
  author: Pick<Author, 'id' | 'name'>,
  steps: readonly MembershipToRecord[],
): Promise<readonly NotRecorded[]> {
  const { refused, before, after, changes } = await look(tx, steps);
  if (refused.length > 0) return refused;
  const [{ moment } = { moment: '' }] = await clock(tx, {});
  const gone = [...before].flatMap(([id, rows]) =>
    rows.filter((row) => !(after.get(id) ?? []).includes(row)).map(({ version }) => version),
  );
  const added = [...after].flatMap(([residentId, timeline]) =>
    timeline
      .filter((row) => !((before.get(residentId) ?? []) as Timeline).includes(row))
      .map((row) => ({ ...row, residentId })),
  );
  await supersede(tx, { ids: gone, moment });
  await insertVersions(tx, { rows: JSON.stringify(added), moment });
  await insertChanges(tx, {
    ...{ rows: JSON.stringify(changes.map(changeRow)), moment, authorId: author.id, author: author.name },
  });
  return [];
}

function byResident(
  rows: readonly (Version & { readonly residentId: PersonId })[],
): Map<PersonId, Version[]> {
  const found = new Map<PersonId, Version[]>();
  for (const { residentId, ...row } of rows) {
    const own = found.get(residentId);
    if (own) own.push(row);
    else found.set(residentId, [row]);
  }
  return found;
}

/** Where somebody stood until the step: on the day itself for what changes, on the day before for who leaves. */
const standingOn = (timeline: Timeline, { on }: MembershipStep): Membership | undefined =>
  timeline.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on));

const changeRow = ({ step, before, ...given }: MembershipToRecord & { before: Membership | undefined }) => ({
  ...{ id: given.id, kind: step.kind, residentId: given.residentId, on: step.on, reason: given.reason },
  ...{ note: given.note, documentNumber: given.documentNumber },
  fromOrganisationId: step.kind === 'TRANSFERRED' ? before?.organisationId : undefined,
  organisationId: 'organisationId' in step ? step.organisationId : before?.organisationId,
  stage: 'stage' in step ? step.stage : before?.stage,
});

async function refusedByOrganisation(
  tx: Transaction,
  steps: readonly MembershipToRecord[],
): Promise<NotRecorded[]> {
  const asked = steps.flatMap(({ step }) =>
    'organisationId' in step ? [{ id: step.organisationId, on: step.on }] : [],
  );
  if (asked.length === 0) return [];
  const rows = await takingMembers(tx, { rows: JSON.stringify(asked), kinds: MEMBER_KINDS });
  const takes = new Map(rows.map(({ id, on, name, takes }) => [`${id} ${on}`, { name, takes }]));
  return steps.flatMap(({ step }, index) => {
    if (!('organisationId' in step)) return [];
    const found = takes.get(`${step.organisationId} ${step.on}`);
    return found?.takes === true
      ? []
      : [
          {
            code: 'NO_MEMBERS_HERE' as const,
            index,
            details: { organisation: found?.name ?? '', on: step.on },
          },
        ];
  });
}
