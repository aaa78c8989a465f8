import type { Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  type AreaId,
  organisationFits,
  type OrganisationId,
  type OrganisationKind,
  type SetUpOrganisationInput,
} from '@linli/domain/organisation/structure';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { auditChange } from './audit-change.js';
import { type Author, authorOf } from './author.js';
import { insertCovers } from './covers.js';
import { tellOfTree } from './import-areas.js';
import { lockTrees } from './known-areas.js';
import {
  type AreaToChange,
  areasToChange,
  organisationToChange,
  type OrganisationToChange,
} from './node-to-change.js';
import type { Organisation } from './organisation.entity.js';
import { organisationById } from './organisation.queries.js';
import { recordChanges } from './record-changes.js';
import { refuseIdle } from './refuse-change.js';
import { organisationWriter } from './write-tree.js';

export interface OrganisationToSetUp {
  readonly id: OrganisationId;
  /** Null: the district's committee. */
  readonly parentId: OrganisationId | null;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** Null: before records. */
  readonly setUpOn: PlainDate | null;
  readonly documentNumber: string | null;
  readonly covers: readonly AreaId[];
}

/** 組建 */
export const setUpOrganisation = (
  db: Database,
  viewer: Viewer,
  input: SetUpOrganisationInput,
): Promise<Organisation | Refused> =>
  transaction(db, async (tx) => {
    const { id, parentId, effectiveOn } = input;
    const author = authorOf(viewer);
    await lockTrees(tx);
    const parent = await organisationToChange(tx, author.reach, parentId);
    const areas = await areasToChange(tx, author.reach, input.covers);
    const [earlier] = await asSetUp(tx, { ids: [id] });
    if (earlier)
      return isSameSetUp(earlier, input) ? organisationById(tx, id, effectiveOn) : new Refused('CONFLICT');
    const refused = refuseToSetUp(input, parent, areas);
    if (refused) return refused;

    await setUpOrganisations(tx, author, [{ ...input, setUpOn: effectiveOn }]);
    const organisation = await organisationById(tx, id, effectiveOn);
    const { name, kind, documentNumber, covers } = input;
    await auditChange(tx, viewer, {
      ...{ action: 'ORGANISATION_SET_UP', subject: { kind: 'ORGANISATION', id, name } },
      ...{ detail: { kind, effectiveOn, documentNumber }, organisationIds: [id], areaIds: covers },
    });
    return organisation;
  });

interface SetUp {
  readonly id: OrganisationId;
  readonly parentId: OrganisationId;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly validFrom: PlainDate;
  readonly covers: readonly AreaId[];
}

// As it was set up, whatever became of it.
export const asSetUp = statement<{ ids: readonly OrganisationId[] }, SetUp>({
  name: 'organisations-as-set-up',
  text: `
    SELECT DISTINCT ON (organisation_id) organisation_id AS id, parent_id, kind, name, valid_from,
      ARRAY(SELECT DISTINCT area_id FROM organisation_covers covers
            WHERE covers.organisation_id = version.organisation_id) AS covers
    FROM organisation_version version WHERE organisation_id = ANY (:ids) ORDER BY organisation_id, id`,
});

export const isSameSetUp = (
  earlier: SetUp,
  { parentId, kind, name, effectiveOn, covers }: Omit<SetUpOrganisationInput, 'documentNumber'>,
): boolean =>
  earlier.parentId === parentId &&
  earlier.kind === kind &&
  earlier.name === name &&
  earlier.validFrom === effectiveOn &&
  new Set([...earlier.covers, ...covers]).size === new Set(covers).size;

function refuseToSetUp(
  { kind, effectiveOn }: SetUpOrganisationInput,
  parent: OrganisationToChange,
  areas: readonly AreaToChange[],
): Refused | undefined {
  if (!organisationFits(kind, parent.kind))
    return new Refused('KIND_DOES_NOT_FIT_PARENT', { parent: parent.kind });
  return refuseIdle([parent, ...areas], effectiveOn);
}

const lineages = statement<
  { ids: readonly OrganisationId[] },
  { id: OrganisationId; lineage: OrganisationId[] }
>({
  name: 'lineages-to-set-up-under',
  text: 'SELECT id, lineage FROM organisation WHERE id = ANY (:ids)',
});

/** Many at once, parents before or among their children; for sample data. Only the kinds are checked. */
export async function setUpOrganisations(
  tx: Transaction,
  author: Author,
  organisations: readonly OrganisationToSetUp[],
): Promise<void> {
  const own = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const parents = organisations.flatMap(({ parentId }) =>
    parentId === null || own.has(parentId) ? [] : [parentId],
  );
  const known = new Map((await lineages(tx, { ids: parents })).map(({ id, lineage }) => [id, lineage]));
  const lineageOf = (id: OrganisationId): OrganisationId[] => {
    const lineage = known.get(id);
    if (lineage) return lineage;
    const organisation = own.get(id);
    if (!organisation) throw notFound('organisation');
    const found = [...(organisation.parentId === null ? [] : lineageOf(organisation.parentId)), id];
    known.set(id, found);
    return found;
  };
  for (const { kind, name, parentId } of organisations) {
    const parent = parentId === null ? null : own.get(parentId)?.kind;
    if (parent !== undefined && !organisationFits(kind, parent))
      throw new Error(`${name} does not fit under ${parent ?? 'nothing'}`);
  }
  await organisationWriter.open(
    tx,
    organisations.map(({ id, kind, name, parentId, setUpOn }) => ({
      ...{ id, kind, name, parentId, validFrom: setUpOn, validTo: null, lineage: lineageOf(id) },
    })),
  );
  await recordSetUp(tx, author, organisations);
  await tellOfTree(tx, 'structure.organisations-set-up');
}

async function recordSetUp(
  tx: Transaction,
  author: Author,
  all: readonly OrganisationToSetUp[],
): Promise<void> {
  await insertCovers(
    tx,
    all.flatMap(({ id, covers, setUpOn }) =>
      [...new Set(covers)].map((areaId) => ({
        organisationId: id,
        areaId,
        validFrom: setUpOn,
        validTo: null,
      })),
    ),
  );
  const records = all.flatMap(({ id, name, setUpOn, documentNumber, covers }) => {
    const record = { organisationId: id, subjectName: name, effectiveOn: setUpOn, documentNumber };
    const covered = [...new Set(covers)].map((areaId) => ({ kind: 'COVERED' as const, ...record, areaId }));
    return [{ kind: 'SET_UP' as const, ...record }, ...covered];
  });
  await recordChanges(tx, author, records);
}
