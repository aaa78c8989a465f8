import type { Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import {
  type AreaId,
  type ChangeTwoNewUnitInput,
  type CloseTwoNewUnitInput,
  coverFits,
  MOST_UNITS_OF_A_JOINT_BRANCH,
  type RecordTwoNewActivityInput,
  type RecordTwoNewUnitInput,
  type TwoNewUnitId,
} from '@linli/domain/organisation/structure';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { auditChange } from './audit-change.js';
import { type Author, authorOf } from './author.js';
import { dayOfToday } from './coverage.queries.js';
import { tellOfTree } from './import-areas.js';
import { lockTrees } from './known-areas.js';
import { areaToChange, organisationToChange } from './node-to-change.js';
import { refuseChange, refuseEnding, refuseIdle } from './refuse-change.js';
import { inForce } from './tree.queries.js';
import {
  insertTwoNewActivities,
  insertTwoNewUnits,
  insertTwoNewVersions,
  type TwoNewState,
} from './two-new-rows.js';
import { twoNewUnit } from './two-new.queries.js';
import type { TwoNewUnit } from './two-new.type.js';

interface Known extends TwoNewState {
  readonly id: TwoNewUnitId;
  readonly areaId: AreaId;
  readonly validTo: PlainDate | null;
  /** First day of its latest version. */
  readonly since: PlainDate | null;
  /** As it was first recorded, to know a repeated wish. */
  readonly first: PlainDate | null;
}

const knownUnit = statement<{ id: TwoNewUnitId }, Known>({
  name: 'two-new-unit-to-change',
  text: `
    SELECT two_new_unit.id, area_id, v.name, v.members, v.cover, v.organisation_id, two_new_unit.valid_to,
      v.valid_from AS since, two_new_unit.valid_from AS first
    FROM two_new_unit JOIN two_new_version v ON v.unit_id = two_new_unit.id AND superseded_at IS NULL
    WHERE two_new_unit.id = :id ORDER BY v.valid_from DESC NULLS LAST LIMIT 1`,
});

const unitsOfBranch = statement<
  { organisationId: string; except: TwoNewUnitId; on: PlainDate },
  { count: number }
>({
  name: 'units-of-joint-branch',
  text: `
    SELECT count(*)::int AS count FROM two_new_version v
    WHERE organisation_id = :organisationId AND unit_id <> :except AND superseded_at IS NULL
      AND ${inForce('v', ':on::date')}`,
});

const supersede = statement<{ id: TwoNewUnitId }, { validFrom: PlainDate | null }>({
  name: 'supersede-two-new-version',
  text: `
    UPDATE two_new_version SET superseded_at = now()
    FROM two_new_unit WHERE two_new_unit.id = unit_id AND unit_id = :id AND superseded_at IS NULL
      AND two_new_version.valid_to IS NOT DISTINCT FROM two_new_unit.valid_to
    RETURNING two_new_version.valid_from`,
});

const endUnit = statement<{ id: TwoNewUnitId; lastDay: PlainDate }, never>({
  name: 'end-two-new-unit',
  text: 'UPDATE two_new_unit SET valid_to = :lastDay WHERE id = :id',
});

const sameActivity = statement<RecordTwoNewActivityInput, { id: string }>({
  name: 'same-two-new-activity',
  text: `
    SELECT id FROM two_new_activity
    WHERE id = :id AND unit_id = :unitId AND held_on = :heldOn AND title = :title`,
});

async function unitToChange(tx: Transaction, author: Author, id: TwoNewUnitId): Promise<Known> {
  const [unit] = await knownUnit(tx, { id });
  if (!unit) throw notFound('two-new unit');
  await areaToChange(tx, author.reach, unit.areaId);
  return unit;
}

/** Is the cover one that can be, on that day? */
async function refuseCover(
  tx: Transaction,
  author: Author,
  { id, cover, organisationId, effectiveOn }: TwoNewState & { id: TwoNewUnitId; effectiveOn: PlainDate },
): Promise<Refused | undefined> {
  if (!coverFits(cover, organisationId)) return new Refused('COVER_AND_ORGANISATION');
  if (organisationId === null) return undefined;
  const organisation = await organisationToChange(tx, author.reach, organisationId);
  const idle = refuseIdle([organisation], effectiveOn);
  if (idle || cover !== 'JOINT') return idle;
  const [others] = await unitsOfBranch(tx, { organisationId, except: id, on: effectiveOn });
  const most = MOST_UNITS_OF_A_JOINT_BRANCH;
  return others && others.count >= most
    ? new Refused('JOINT_BRANCH_FULL', { name: organisation.name, most })
    : undefined;
}

const isSame = (one: TwoNewState, other: TwoNewState): boolean =>
  one.name === other.name &&
  one.members === other.members &&
  one.cover === other.cover &&
  one.organisationId === other.organisationId;

export const recordTwoNewUnit = (
  db: Database,
  viewer: Viewer,
  input: RecordTwoNewUnitInput,
): Promise<TwoNewUnit | Refused> =>
  transaction(db, async (tx) => {
    const { id, areaId, field, name, members, cover, organisationId, effectiveOn, documentNumber } = input;
    const author = authorOf(viewer);
    await lockTrees(tx);
    const area = await areaToChange(tx, author.reach, areaId);
    const [earlier] = await knownUnit(tx, { id });
    if (earlier)
      return earlier.areaId === areaId && isSame(earlier, input) && earlier.first === effectiveOn
        ? twoNewUnit(tx, id, effectiveOn)
        : new Refused('CONFLICT');
    const refused = refuseIdle([area], effectiveOn) ?? (await refuseCover(tx, author, input));
    if (refused) return refused;
    await insertTwoNewUnits(tx, [{ id, field, areaId, validFrom: effectiveOn }]);
    const state = { unitId: id, name, members, cover, organisationId };
    const record = { documentNumber, recordedBy: author.name };
    await insertTwoNewVersions(tx, [{ ...state, ...record, validFrom: effectiveOn, validTo: null }]);
    return told(tx, viewer, { act: 'RECORDED', id, areaId, name, on: effectiveOn });
  });

export const changeTwoNewUnit = (
  db: Database,
  viewer: Viewer,
  input: ChangeTwoNewUnitInput,
): Promise<TwoNewUnit | Refused> =>
  transaction(db, async (tx) => {
    const { id, name, members, cover, organisationId, effectiveOn, documentNumber } = input;
    const author = authorOf(viewer);
    await lockTrees(tx);
    const unit = await unitToChange(tx, author, id);
    if (unit.validTo === null && isSame(unit, input))
      return twoNewUnit(tx, id, unit.since !== null && unit.since > effectiveOn ? unit.since : effectiveOn);
    const ended = unit.validTo && new Refused('ALREADY_CLOSED', { on: addDays(unit.validTo, 1) });
    const refused = ended ?? refuseChange(unit, effectiveOn) ?? (await refuseCover(tx, author, input));
    if (refused) return refused;
    const record = { unitId: id, documentNumber, recordedBy: author.name };
    const [last] = await supersede(tx, { id });
    const from = last?.validFrom ?? null;
    const before = { ...unit, ...record, validFrom: from, validTo: addDays(effectiveOn, -1) };
    const after = { name, members, cover, organisationId, ...record, validFrom: effectiveOn, validTo: null };
    await insertTwoNewVersions(tx, from === null || from < effectiveOn ? [before, after] : [after]);
    return told(tx, viewer, { act: 'CHANGED', id, areaId: unit.areaId, name, on: effectiveOn });
  });

export const closeTwoNewUnit = (
  db: Database,
  viewer: Viewer,
  { id, effectiveOn, documentNumber }: CloseTwoNewUnitInput,
): Promise<TwoNewUnit | Refused> =>
  transaction(db, async (tx) => {
    const author = authorOf(viewer);
    const lastDay = addDays(effectiveOn, -1);
    await lockTrees(tx);
    const unit = await unitToChange(tx, author, id);
    if (unit.validTo === lastDay) return twoNewUnit(tx, id, lastDay);
    const refused = refuseEnding(unit, effectiveOn);
    if (refused) return refused;
    await supersede(tx, { id });
    await endUnit(tx, { id, lastDay });
    const record = { unitId: id, documentNumber, recordedBy: author.name };
    await insertTwoNewVersions(tx, [{ ...unit, ...record, validFrom: unit.since, validTo: lastDay }]);
    return told(tx, viewer, { act: 'CLOSED', id, areaId: unit.areaId, name: unit.name, on: lastDay });
  });

export const recordTwoNewActivity = (
  db: Database,
  viewer: Viewer,
  { id, unitId, heldOn, title }: RecordTwoNewActivityInput,
): Promise<TwoNewUnit | Refused> =>
  transaction(db, async (tx) => {
    const author = authorOf(viewer);
    const unit = await unitToChange(tx, author, unitId);
    const today = await dayOfToday(tx);
    if (heldOn > today) return new Refused('DAY_IN_FUTURE');
    if (unit.validTo !== null && heldOn > unit.validTo)
      return new Refused('ALREADY_CLOSED', { on: addDays(unit.validTo, 1) });
    const on = unit.validTo ?? today;
    const isNew = await insertTwoNewActivities(tx, [{ id, unitId, heldOn, title, recordedBy: author.name }]);
    if (isNew)
      return told(tx, viewer, { act: 'ACTIVE', id: unitId, areaId: unit.areaId, name: unit.name, on });
    const [earlier] = await sameActivity(tx, { id, unitId, heldOn, title });
    return earlier ? twoNewUnit(tx, unitId, on) : new Refused('CONFLICT');
  });

async function told(
  tx: Transaction,
  viewer: Viewer,
  {
    act,
    id,
    areaId,
    name,
    on,
  }: { act: string; id: TwoNewUnitId; areaId: AreaId; name: string; on: PlainDate },
): Promise<TwoNewUnit> {
  await tellOfTree(tx, 'structure.two-new-changed', { unitId: id });
  await auditChange(tx, viewer, {
    ...{ action: `TWO_NEW_${act}`, subject: { kind: 'TWO_NEW_UNIT', id, name }, areaIds: [areaId] },
    detail: { effectiveOn: on },
  });
  return twoNewUnit(tx, id, on);
}
