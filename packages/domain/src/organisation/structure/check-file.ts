import type { PlainDate } from '../../base/index.js';
import { areaFits } from './area-kinds.js';
import { applyChanges, byCode, differenceOf, type UnitChange, type UnitsInForce } from './difference.js';
import { type ImportProblem, problem } from './import-problem.js';
import type { ImportTemplate } from './import-template.js';
import type { FileUnit, StructureUnit } from './structure-unit.js';

export interface FileToCheck {
  readonly template: ImportTemplate;
  readonly file: readonly FileUnit[];
  readonly inForce: UnitsInForce;
  /** Codes of areas that are closed, with their last day. */
  readonly closed: ReadonlyMap<string, PlainDate>;
  readonly effectiveOn: PlainDate;
}

/** What is wrong with the rows among themselves and beside what is in force; what they change, when nothing is. */
export function checkFile(check: FileToCheck): { problems: ImportProblem[]; changes: UnitChange[] } {
  const { template, inForce, effectiveOn } = check;
  const rowProblems = [
    ...duplicates(check.file),
    ...(template === 'DIVISIONS'
      ? strangeDivisions(check)
      : check.file.flatMap((unit) => strangeArea(check, unit))),
    ...check.file.flatMap((unit) => lostRow(check, unit)),
  ];
  if (rowProblems.length > 0) return { problems: inOrder(rowProblems), changes: [] };

  const news = check.file.filter((unit) => !(template === 'AREAS' && restatesClosed(check, unit)));
  const changes = differenceOf(template, inForce, news, effectiveOn);
  const problems = problemsOfTree(applyChanges(inForce, changes), changes, byCode(check.file));
  return problems.length > 0 ? { problems: inOrder(problems), changes: [] } : { problems, changes };
}

const inOrder = (problems: ImportProblem[]): ImportProblem[] => problems.toSorted((a, b) => a.row - b.row);

function duplicates(file: readonly FileUnit[]): ImportProblem[] {
  const first = new Map<string, number>();
  return file.flatMap(({ row, code }) => {
    const earlier = first.get(code);
    if (earlier !== undefined) return [problem(row, 'code', code, 'DUPLICATE_CODE', String(earlier))];
    first.set(code, row);
    return [];
  });
}

/** One district a file, and that of this house. */
function strangeDivisions({ file, inForce }: FileToCheck): ImportProblem[] {
  const ours = [...inForce.values()].find(({ parentCode }) => parentCode === null)?.code;
  const root = ours ?? file.find(({ kind }) => kind === 'DISTRICT')?.code;
  return file
    .filter(({ kind, code }) => kind === 'DISTRICT' && code !== root)
    .map(({ row, code }) => problem(row, 'code', code, 'BAD_CODE', root ?? null));
}

function strangeArea({ inForce, closed }: FileToCheck, unit: FileUnit): ImportProblem[] {
  const { row, code, kind, validFrom, validTo } = unit;
  const known = inForce.get(code);
  if (known && known.kind !== kind) return [problem(row, 'kind', kind, 'BAD_KIND', known.kind)];
  if (known?.validFrom && validTo && validTo < known.validFrom) {
    return [problem(row, 'validTo', validTo, 'DATES_REVERSED', known.validFrom)];
  }
  const lastDay = closed.get(code);
  const begins = lastDay === undefined || validTo === lastDay || (validFrom !== null && validFrom > lastDay);
  return begins ? [] : [problem(row, 'validFrom', validFrom ?? '', 'BAD_DATE', lastDay)];
}

const restatesClosed = ({ closed }: FileToCheck, { code, validTo }: FileUnit): boolean =>
  validTo !== null && closed.get(code) === validTo;

/** Divisions come with their parents; areas may also hang under what is in force. */
function lostRow(check: FileToCheck, unit: FileUnit): ImportProblem[] {
  const { row, parentCode, kind } = unit;
  if (kind === 'DISTRICT' || (check.template === 'AREAS' && restatesClosed(check, unit))) return [];
  const known = codesOf(check).has(parentCode ?? '');
  return known ? [] : [problem(row, 'parentCode', parentCode ?? '', 'UNKNOWN_PARENT')];
}

const known = new WeakMap<FileToCheck, Set<string>>();
function codesOf(check: FileToCheck): Set<string> {
  const codes =
    known.get(check) ??
    new Set([
      ...check.file.map(({ code }) => code),
      ...(check.template === 'AREAS' ? check.inForce.keys() : []),
    ]);
  known.set(check, codes);
  return codes;
}

type Units = ReadonlyMap<string, StructureUnit>;

/** The tree as it would be: each kind where it may be, no circles, nothing left under a closed unit. */
function problemsOfTree(
  units: Units,
  changes: readonly UnitChange[],
  file: ReadonlyMap<string, FileUnit>,
): ImportProblem[] {
  const placed = changes.flatMap((change) =>
    change.kind === 'OPENED' ? [change.code] : change.kind === 'MOVED' ? [change.newCode] : [],
  );
  const misplaced = placed.flatMap((code) => {
    const [unit, row] = [units.get(code), file.get(code)?.row ?? 1];
    if (!unit) return [];
    const parent = unit.parentCode === null ? null : (units.get(unit.parentCode)?.kind ?? null);
    if (goesInCircles(units, unit)) return [problem(row, 'parentCode', unit.parentCode ?? '', 'CYCLE')];
    return areaFits(unit.kind, parent)
      ? []
      : [problem(row, 'kind', unit.kind, 'KIND_DOES_NOT_FIT_PARENT', parent)];
  });
  return [...misplaced, ...leftBehind(units, file)];
}

function goesInCircles(units: Units, unit: StructureUnit): boolean {
  const seen = new Set<string>();
  for (let at: StructureUnit | undefined = unit; at?.parentCode != null; at = units.get(at.parentCode)) {
    if (seen.has(at.code)) return true;
    seen.add(at.code);
  }
  return false;
}

function leftBehind(units: Units, file: ReadonlyMap<string, FileUnit>): ImportProblem[] {
  const reported = new Set<string>();
  return [...units.values()].flatMap(({ code, parentCode, validTo }) => {
    const parent = parentCode === null ? undefined : units.get(parentCode);
    if (!parent?.validTo || reported.has(parent.code) || (validTo !== null && validTo <= parent.validTo))
      return [];
    reported.add(parent.code);
    // A unit that the file closes by not mentioning it has no row: it is told at the heading.
    return [problem(file.get(parent.code)?.row ?? 1, 'code', parent.code, 'HAS_OPEN_CHILDREN', code)];
  });
}

/** The first change that would come before the last one of its unit: records are added to, not put in between. */
export const firstTooEarly = (
  changes: readonly UnitChange[],
  since: ReadonlyMap<string, PlainDate | null>,
  effectiveOn: PlainDate,
): string | undefined =>
  changes.find((change) => {
    const last = since.get(change.code) ?? null;
    return (
      last !== null &&
      change.kind !== 'OPENED' &&
      (change.kind === 'CLOSED' ? change.lastDay : effectiveOn) < last
    );
  })?.code;
