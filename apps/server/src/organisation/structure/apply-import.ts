import { addDays, type PlainDate } from '@linli/domain/base';
import type { AreaId, UnitChange } from '@linli/domain/organisation/structure';
import { newUuid, type Transaction } from '../../platform/database/index.js';
import type { Author } from './author.js';
import { endCovers } from './covers.js';
import type { KnownArea, KnownAreas } from './known-areas.js';
import { type ChangeRecord, recordChanges } from './record-changes.js';
import { traditionalNames } from './traditional-name.js';
import { areaWriter, type Placed, type Revision } from './write-tree.js';

interface Import {
  readonly changes: readonly UnitChange[];
  readonly known: KnownAreas;
  readonly effectiveOn: PlainDate;
  readonly documentNumber: string | null;
}

type Opened = Extract<UnitChange, { kind: 'OPENED' }>;
type Revised = Exclude<UnitChange, Opened>;

/** Writes the changes of a checked file, each as a dated record. */
export async function applyImport(tx: Transaction, author: Author, given: Import): Promise<void> {
  const { changes, known, effectiveOn } = given;
  const nameOf = await traditionalNames();
  const opened = changes.filter((change) => change.kind === 'OPENED');
  const revised = changes.filter((change) => change.kind !== 'OPENED');
  const ids = new Map<string, AreaId>([...known.inForce.values()].map(({ code, id }) => [code, id]));
  for (const change of revised) {
    const id = ids.get(change.code);
    if (change.kind === 'MOVED' && id) ids.set(change.newCode, id);
  }
  for (const { code } of opened) ids.set(code, newUuid() as AreaId);

  await areaWriter.open(tx, placed(opened, ids, known, nameOf));
  await areaWriter.revise(tx, revisionsOf(revised, ids, effectiveOn, known, nameOf));
  await endCovers(
    tx,
    'area',
    revised.flatMap((change) =>
      change.kind === 'CLOSED'
        ? [{ id: ids.get(change.code) ?? fail(change.code), lastDay: change.lastDay }]
        : [],
    ),
  );
  await recordChanges(tx, author, recordsOf(given, ids, nameOf));
}

type NameOf = (officialName: string, kind: KnownArea['kind']) => string;

/** New areas with their lineages; where a parent moves in the same file, the revision sets them right. */
function placed(
  opened: readonly Opened[],
  ids: ReadonlyMap<string, AreaId>,
  known: KnownAreas,
  nameOf: NameOf,
): Placed[] {
  const units = new Map(opened.map(({ unit }) => [unit.code, unit]));
  const idOf = (code: string): AreaId => ids.get(code) ?? fail(code);
  const lineageOf = (code: string): readonly AreaId[] => {
    const existing = known.byId.get(idOf(code));
    if (existing) return existing.lineage;
    const parentCode = units.get(code)?.parentCode ?? null;
    return [...(parentCode === null ? [] : lineageOf(parentCode)), idOf(code)];
  };
  return opened.map(({ unit: { code, kind, officialName, parentCode, validFrom, validTo } }) => ({
    ...{ id: idOf(code), code, kind, officialName, name: nameOf(officialName, kind) },
    ...{
      parentId: parentCode === null ? null : idOf(parentCode),
      validFrom,
      validTo,
      lineage: lineageOf(code),
    },
  }));
}

const fail = (code: string): never => {
  throw new Error(`No area ${code}`);
};

/** One revision for each area, however many things change about it. */
function revisionsOf(
  changes: readonly Revised[],
  ids: ReadonlyMap<string, AreaId>,
  effectiveOn: PlainDate,
  known: KnownAreas,
  nameOf: NameOf,
): Revision[] {
  const revisions = new Map<string, Revision>();
  for (const change of changes) {
    const area = known.inForce.get(change.code) ?? fail(change.code);
    const earlier = revisions.get(area.id) ?? { id: area.id, on: effectiveOn };
    const set =
      change.kind === 'RENAMED'
        ? { officialName: change.to, name: nameOf(change.to, area.kind) }
        : change.kind === 'MOVED' && {
            code: change.newCode,
            parentId: ids.get(change.to ?? '') ?? fail(change.code),
          };
    revisions.set(area.id, {
      ...earlier,
      ...(set && { set: { ...earlier.set, ...set } }),
      ...(change.kind === 'CLOSED' && { lastDay: change.lastDay }),
    });
  }
  return [...revisions.values()];
}

function recordsOf(
  { changes, known, effectiveOn, documentNumber }: Import,
  ids: ReadonlyMap<string, AreaId>,
  nameOf: NameOf,
): ChangeRecord[] {
  const describe = describer(changes, known, nameOf);
  return changes.flatMap((change): ChangeRecord[] => {
    const { name, before, after } = describe(change);
    const record = { areaId: ids.get(change.code) ?? fail(change.code), documentNumber, subjectName: name };
    if (change.kind === 'CLOSED')
      return [{ ...record, kind: 'CLOSED', effectiveOn: addDays(change.lastDay, 1) }];
    if (change.kind !== 'OPENED') return [{ ...record, kind: change.kind, effectiveOn, before, after }];
    const { validFrom, validTo } = change.unit;
    const closed: ChangeRecord[] =
      validTo === null ? [] : [{ ...record, kind: 'CLOSED', effectiveOn: addDays(validTo, 1) }];
    return [{ ...record, kind: 'OPENED', effectiveOn: validFrom }, ...closed];
  });
}

export interface Described {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A change in words for people: names, and the codes where they changed. */
export function describer(
  changes: readonly UnitChange[],
  known: KnownAreas,
  nameOf: NameOf,
): (change: UnitChange) => Described {
  const opened = new Map(
    changes.flatMap((change) => (change.kind === 'OPENED' ? [[change.code, change.unit]] : [])),
  );
  const moved = new Map(
    changes.flatMap((change) => (change.kind === 'MOVED' ? [[change.newCode, change.code]] : [])),
  );
  const nameAt = (code: string | null): string => {
    const area = known.inForce.get(moved.get(code ?? '') ?? code ?? '');
    const unit = opened.get(code ?? '');
    return area?.name ?? (unit ? nameOf(unit.officialName, unit.kind) : '');
  };
  return (change) => {
    const name = nameAt(change.code);
    if (change.kind === 'RENAMED') {
      const kind = known.inForce.get(change.code)?.kind ?? 'ESTATE';
      return { name, before: name, after: nameOf(change.to, kind) };
    }
    if (change.kind !== 'MOVED') return { name, before: null, after: null };
    const place = (parent: string | null, code: string) =>
      change.code === change.newCode ? nameAt(parent) : `${nameAt(parent)} ${code}`;
    return { name, before: place(change.from, change.code), after: place(change.to, change.newCode) };
  };
}
