import type { Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import {
  type MergeOrganisationsInput,
  organisationFits,
  type OrganisationId,
  type OrganisationKind,
} from '@linli/domain/organisation/structure';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { auditChange } from './audit-change.js';
import { type Author, authorOf } from './author.js';
import { type Cover, type Covering, coveringOn, coversSince, endCovers, insertCovers } from './covers.js';
import { tellOfTree } from './import-areas.js';
import { lockTrees } from './known-areas.js';
import { organisationToChange, type OrganisationToChange } from './node-to-change.js';
import type { Organisation } from './organisation.entity.js';
import { organisationById } from './organisation.queries.js';
import { type ChangeRecord, recordChanges } from './record-changes.js';
import { refuseChange, refuseEnding, refuseIdle } from './refuse-change.js';
import { organisationWriter } from './write-tree.js';

interface Child {
  readonly id: OrganisationId;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly validTo: PlainDate | null;
  readonly since: PlainDate | null;
}

const childrenOf = statement<{ ids: readonly OrganisationId[]; on: PlainDate }, Child>({
  name: 'children-to-bring-along',
  text: `
    SELECT id, name, kind, valid_to, (SELECT max(valid_from) FROM organisation_version v
      WHERE v.organisation_id = organisation.id AND superseded_at IS NULL) AS since
    FROM organisation WHERE parent_id = ANY (:ids) AND coalesce(valid_to, 'infinity') >= :on::date ORDER BY id`,
});

interface Merging {
  readonly target: OrganisationToChange;
  readonly sources: readonly OrganisationToChange[];
  readonly children: readonly Child[];
  readonly covering: readonly Covering[];
  readonly coversSince: PlainDate | null;
  readonly effectiveOn: PlainDate;
  readonly documentNumber: string;
}

/** 合併 The history of those that are closed stays theirs; members move with records of their own. */
export const mergeOrganisations = (
  db: Database,
  viewer: Viewer,
  { id, merged, effectiveOn, documentNumber }: MergeOrganisationsInput,
): Promise<Organisation | Refused> =>
  transaction(db, async (tx) => {
    const author = authorOf(viewer);
    await lockTrees(tx);
    const target = await organisationToChange(tx, author.reach, id);
    const sources: OrganisationToChange[] = [];
    for (const one of merged) sources.push(await organisationToChange(tx, author.reach, one));
    if (sources.every(({ validTo }) => validTo === addDays(effectiveOn, -1)))
      return organisationById(tx, id, effectiveOn);
    const merging = {
      ...{ target, sources, effectiveOn, documentNumber },
      children: await childrenOf(tx, { ids: merged, on: effectiveOn }),
      covering: await coveringOn(tx, [id, ...merged], effectiveOn),
      coversSince: await coversSince(tx, [id, ...merged]),
    };
    const refused = refuseToMerge(merging);
    if (refused) return refused;

    await write(tx, author, merging);
    const names = sources.map(({ name }) => name).join('、');
    await tellOfTree(tx, 'structure.organisations-merged', { organisationId: id });
    await auditChange(tx, viewer, {
      ...{ action: 'ORGANISATIONS_MERGED', subject: { kind: 'ORGANISATION', id, name: target.name } },
      ...{ organisationIds: [id, ...merged], areaIds: merging.covering.map(({ areaId }) => areaId) },
      detail: { before: names, effectiveOn, documentNumber },
    });
    return organisationById(tx, id, effectiveOn);
  });

function refuseToMerge({
  target,
  sources,
  children,
  coversSince: since,
  effectiveOn,
}: Merging): Refused | undefined {
  const all = [target, ...sources];
  const twice = all.find(({ id }, i) => all.findIndex((one) => one.id === id) !== i);
  if (twice) return new Refused('ONE_OF_THEM_TWICE', { name: twice.name });
  if (
    sources.some(({ kind }) => kind === 'DISTRICT_COMMITTEE') ||
    target.lineage.some((id) => sources.some((one) => one.id === id))
  )
    return new Refused('WOULD_MAKE_A_CYCLE');
  if (children.some(({ kind }) => !organisationFits(kind, target.kind)))
    return new Refused('KIND_DOES_NOT_FIT_PARENT', { parent: target.kind });
  const refusals = [
    refuseIdle([target], effectiveOn),
    refuseChange(target, effectiveOn),
    refuseChange({ validTo: null, since }, effectiveOn),
    ...sources.map((source) => refuseEnding(source, effectiveOn)),
    ...children.map((child) => refuseChange(child, effectiveOn)),
  ];
  return refusals.find((refusal) => refusal !== undefined);
}

/** What the others cover, and it does not. */
function broughtBy({ target, covering }: Merging): Covering[] {
  const own = covering.filter(({ organisationId }) => organisationId === target.id);
  const others = covering.filter(({ areaId }) => !own.some((one) => one.areaId === areaId));
  return [...new Map(others.map((one) => [one.areaId, one])).values()];
}

async function write(tx: Transaction, author: Author, merging: Merging): Promise<void> {
  const { target, sources, children, effectiveOn } = merging;
  const { id } = target;
  const lastDay = addDays(effectiveOn, -1);
  const brought = broughtBy(merging);
  await organisationWriter.revise(
    tx,
    children.map((child) => ({ id: child.id, on: effectiveOn, set: { parentId: id } })),
  );
  await organisationWriter.revise(
    tx,
    sources.map((source) => ({ id: source.id, on: effectiveOn, lastDay })),
  );
  const ended = await endCovers(
    tx,
    'organisation',
    sources.map((source) => ({ id: source.id, lastDay })),
  );
  await insertCovers(
    tx,
    brought.map(({ areaId }) => ({ organisationId: id, areaId, validFrom: effectiveOn, validTo: null })),
  );
  await recordChanges(tx, author, recordsOf(merging, brought, ended));
}

function recordsOf(
  { target, sources, children, effectiveOn, documentNumber }: Merging,
  brought: readonly Covering[],
  ended: readonly Cover[],
): ChangeRecord[] {
  const record = { effectiveOn, documentNumber };
  const of = ({ id, name }: { readonly id: OrganisationId; readonly name: string }) => ({
    ...record,
    organisationId: id,
    subjectName: name,
  });
  const after = target.name;
  return [
    ...sources.map((source) => ({ kind: 'MERGED' as const, ...of(source), before: source.name, after })),
    { kind: 'MERGED', ...of(target), before: sources.map(({ name }) => name).join('、'), after },
    ...ended.flatMap(({ organisationId, areaId }) =>
      sources
        .filter(({ id }) => id === organisationId)
        .map((source) => ({ kind: 'UNCOVERED' as const, ...of(source), areaId })),
    ),
    ...children.map((child) => ({ kind: 'MOVED' as const, ...of(child), after })),
    ...brought.map(({ areaId, name }) => ({ kind: 'COVERED' as const, ...of(target), areaId, after: name })),
  ];
}
