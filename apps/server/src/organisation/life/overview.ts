import { type OrganisationId, type Viewer } from '@linli/domain/access';
import {
  type CadenceCell,
  type CadenceState,
  debtOf,
  kindsHeldBy,
  MEETING_BRANCHES,
} from '@linli/domain/organisation/life';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { organisationsReached } from '../members/index.js';
import { type Body, type Cadence, cadenceOf } from './cadence.queries.js';
import type { LifeBranch, LifeCell, LifeMonth, LifeOverview, LifeRow, LifeStep } from './cadence.type.js';
import { lifeRates } from './rates.queries.js';

const topOf = statement<
  { tops: readonly OrganisationId[]; id: OrganisationId | null },
  { id: OrganisationId; lineage: OrganisationId[] }
>({
  name: 'life-top',
  text: `
    SELECT id, lineage FROM organisation
    WHERE lineage && :tops::uuid[] AND (:id::uuid IS NULL OR id = :id)
    ORDER BY cardinality(lineage), name LIMIT 1`,
});

export const isReached = async (
  db: Database,
  tops: readonly OrganisationId[],
  id: OrganisationId,
): Promise<boolean> => (await topOf(db, { tops, id })).length > 0;

const pathTo = statement<
  { ids: readonly OrganisationId[]; tops: readonly OrganisationId[] },
  { organisationId: OrganisationId; name: string }
>({
  name: 'life-path',
  text: `
    SELECT id AS organisation_id, name FROM organisation
    WHERE id = ANY (:ids) AND lineage && :tops::uuid[] ORDER BY cardinality(lineage)`,
});

/** The organisation asked for, or the top of the reach, and the way to it; what is beyond reach is not there. */
export async function lifeTop(
  db: Database,
  tops: readonly OrganisationId[],
  asked: OrganisationId | null,
): Promise<{ readonly id: OrganisationId; readonly path: LifeStep[] }> {
  const [top] = await topOf(db, { tops, id: asked });
  if (!top) throw notFound('organisation');
  return { id: top.id, path: await pathTo(db, { ids: top.lineage, tops }) };
}

const DEBTS_SHOWN = 100;
const monthOf = ({ period }: CadenceCell): number => Number(period.to.slice(5, 7));

// The worst that is true of any of them.
const WORST: readonly CadenceState[] = ['OWED', 'DUE_SOON', 'DUE', 'LATE', 'DONE', 'AHEAD', 'NOT_REQUIRED'];

const monthsOf = (cells: readonly CadenceCell[]): LifeMonth[] =>
  Array.from({ length: 12 }, (_, n) => {
    const own = cells.filter((cell) => monthOf(cell) === n + 1);
    const missing = (...states: CadenceState[]) =>
      own.reduce((sum, cell) => sum + (states.includes(cell.state) ? cell.missing : 0), 0);
    return {
      month: n + 1,
      state: WORST.find((state) => own.some((cell) => cell.state === state)) ?? 'NOT_REQUIRED',
      owed: missing('OWED'),
      due: missing('DUE', 'DUE_SOON'),
      late: own.reduce((sum, { late }) => sum + late, 0),
    };
  });

export const cellOf = (cell: CadenceCell, names: ReadonlyMap<OrganisationId, string>): LifeCell => ({
  ...cell,
  ...cell.period,
  organisationName: names.get(cell.organisationId) ?? '',
});

/** Under which of the rows an organisation counts: the child of the one looked at, or itself. */
function rowsOf(at: Body, { bodies, cells }: Cadence): LifeRow[] {
  const depth = at.lineage.length;
  const rowIds = new Map(bodies.map(({ id, lineage }) => [id, lineage[depth] ?? id]));
  const byRow = new Map<OrganisationId, CadenceCell[]>();
  for (const cell of cells) {
    const row = rowIds.get(cell.organisationId);
    const own = row && byRow.get(row);
    if (own) own.push(cell);
    else if (row) byRow.set(row, [cell]);
  }
  const parents = new Set(bodies.map(({ parentId }) => parentId));
  return bodies
    .filter(({ id, parentId }) => byRow.has(id) && (parentId === at.id || id === at.id))
    .map(({ id, name, kind }) => {
      const own = byRow.get(id) ?? [];
      const months = monthsOf(own);
      return {
        ...{ organisationId: id, name, kind, months, owed: debtOf(own) },
        opens: id !== at.id && (parents.has(id) || kindsHeldBy(kind).length > 0),
        dueNow: own.reduce((sum, { state, missing }) => sum + (state.startsWith('DUE') ? missing : 0), 0),
      };
    })
    .toSorted((a, b) => b.owed - a.owed);
}

export async function lifeOverview(
  db: Database,
  viewer: Viewer,
  asked: { readonly organisationId: OrganisationId | null; readonly year: number | null },
): Promise<LifeOverview> {
  const tops = await organisationsReached(db, viewer, 'SEE_LIFE');
  const top = await lifeTop(db, tops, asked.organisationId);
  const below = { tops, organisationId: top.id };
  const whole = await cadenceOf(db, below, asked.year);
  const year = asked.year ?? Number(whole.today.slice(0, 4));
  const cells = whole.cells.filter(({ period }) => period.to.startsWith(String(year)));
  const at = whole.bodies.find(({ id }) => id === top.id);
  if (!at) throw notFound('organisation');
  const names = new Map(whole.bodies.map(({ id, name }) => [id, name]));
  const isThisYear = whole.today.startsWith(String(year));
  const month = isThisYear ? Number(whole.today.slice(5, 7)) : 12;
  const owed = cells.filter(({ state }) => state === 'OWED');
  return {
    ...{ organisationId: at.id, name: at.name, kind: at.kind, today: whole.today, year },
    path: top.path,
    rows: rowsOf(at, { ...whole, cells }),
    trend: monthsOf(cells),
    debts: owed
      .toSorted((a, b) => (a.period.to < b.period.to ? -1 : 1))
      .slice(0, DEBTS_SHOWN)
      .map((cell) => cellOf(cell, names)),
    owed: debtOf(cells),
    branches: new Set(cells.map(({ organisationId }) => organisationId)).size,
    rates: await lifeRates(db, { ...below, year, month }),
    mayKeep: kindsHeldBy(at.kind).length > 0 && (await keepsIt(db, viewer, at.id)),
  };
}

const keepsIt = async (db: Database, viewer: Viewer, id: OrganisationId): Promise<boolean> =>
  isReached(db, await organisationsReached(db, viewer, 'KEEP_LIFE'), id);

const MOST_BRANCHES = 2000;
const branches = statement<{ tops: readonly OrganisationId[]; kinds: readonly string[] }, LifeBranch>({
  name: 'life-branches',
  text: `
    SELECT organisation.id AS organisation_id, organisation.name, organisation.kind, parent.name AS parent_name
    FROM organisation LEFT JOIN organisation parent ON parent.id = organisation.parent_id
    WHERE organisation.lineage && :tops::uuid[] AND organisation.kind = ANY (:kinds)
      AND coalesce(organisation.valid_to, 'infinity') >= (now() AT TIME ZONE 'Asia/Shanghai')::date
    ORDER BY parent.name, organisation.name LIMIT ${MOST_BRANCHES}`,
});

/** Those whose meetings the viewer keeps. */
export const lifeBranches = async (db: Database, viewer: Viewer): Promise<LifeBranch[]> =>
  branches(db, { kinds: MEETING_BRANCHES, tops: await organisationsReached(db, viewer, 'KEEP_LIFE') });
