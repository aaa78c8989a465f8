import type { PlainDate } from '../../base/index.js';
import { areaFits } from './area-kinds.js';
import { applyChanges, byCode, differenceOf, type UnitChange, type UnitsInForce } from './difference.js';
import { looksLikeDivision } from './division-code.js';
import { type ImportProblem, inSheetOrder, problem } from './import-problem.js';
import type { ImportTemplate } from './import-template.js';
import type { MisreadRow } from './read-rows.js';
import type { FileUnit, StructureUnit } from './structure-unit.js';

export interface FileToCheck {
  readonly template: ImportTemplate;
  readonly file: readonly FileUnit[];
  readonly misread: readonly MisreadRow[];
  readonly inForce: UnitsInForce;
  /** Codes of areas that are closed, with their last day. */
  readonly closed: ReadonlyMap<string, PlainDate>;
  readonly effectiveOn: PlainDate;
}

export interface CheckedFile {
  readonly problems: readonly ImportProblem[];
  /** What the file changes: nothing, while anything is wrong with it. */
  readonly changes: readonly UnitChange[];
  /** What the rows that are right would change: a question may be asked of them beside the wrong ones. */
  readonly attempted: readonly UnitChange[];
}

/** What is wrong with the rows among themselves and beside what is in force, all in one go; and what they change. */
export function checkFile(check: FileToCheck): CheckedFile {
  const { template, inForce, effectiveOn } = check;
  const ofRows = [
    ...duplicates(check),
    ...(template === 'DIVISIONS'
      ? strangeDivisions(check)
      : check.file.flatMap((unit) => strangeArea(check, unit))),
    ...check.file.flatMap((unit) => lostRow(check, unit)),
  ];
  const wrong = new Set(ofRows.map(({ row }) => row));
  const sound = check.file.filter(({ row }) => !wrong.has(row));
  const spoilt = spoiltCodes(check, sound);
  const news = sound.filter((unit) => !(template === 'AREAS' && restatesClosed(check, unit)));
  const attempted = differenceOf(template, inForce, [...news, ...unchanged(check, spoilt)], effectiveOn);
  const ofTree = problemsOfTree(applyChanges(inForce, attempted), attempted, byCode(sound), spoilt);

  const problems = inSheetOrder(template, [...ofRows, ...ofTree]);
  const isRight = problems.length === 0 && check.misread.length === 0;
  return { problems, changes: isRight ? attempted : [], attempted };
}

/** Codes of which only wrong rows speak. */
function spoiltCodes({ file, misread }: FileToCheck, sound: readonly FileUnit[]): ReadonlySet<string> {
  const right = byCode(sound);
  return new Set(
    [...file, ...misread].flatMap(({ code }) => (code === null || right.has(code) ? [] : [code])),
  );
}

/**
 * A file of divisions closes what it does not mention. What a wrong row speaks of is mentioned, and stays as it is until
 * the row is right; where a code cannot be read, that may be any unit.
 */
function unchanged(
  { template, file, misread, inForce }: FileToCheck,
  spoilt: ReadonlySet<string>,
): FileUnit[] {
  if (template !== 'DIVISIONS') return [];
  const mentioned = byCode(file);
  const anyUnit = misread.some(({ code }) => code === null);
  return [...inForce.values()]
    .filter(({ code }) => looksLikeDivision(code) && (spoilt.has(code) || (anyUnit && !mentioned.has(code))))
    .map((unit) => ({ ...unit, row: 1 }));
}

function duplicates({ file, misread }: FileToCheck): ImportProblem[] {
  const first = new Map<string, number>();
  const rows = [...file, ...misread].toSorted((a, b) => a.row - b.row);
  return rows.flatMap(({ row, code }) => {
    if (code === null) return [];
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
      ...[...check.file, ...check.misread].flatMap(({ code }) => code ?? []),
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
  spoilt: ReadonlySet<string>,
): ImportProblem[] {
  const placed = changes.flatMap((change) =>
    change.kind === 'OPENED' ? [change.code] : change.kind === 'MOVED' ? [change.newCode] : [],
  );
  const misplaced = placed.flatMap((code) => {
    const [unit, row] = [units.get(code), file.get(code)?.row ?? 1];
    if (!unit || isHidden(units, unit, spoilt)) return [];
    const parent = unit.parentCode === null ? null : (units.get(unit.parentCode)?.kind ?? null);
    if (goesInCircles(units, unit)) return [problem(row, 'parentCode', unit.parentCode ?? '', 'CYCLE')];
    return areaFits(unit.kind, parent)
      ? []
      : [problem(row, 'kind', unit.kind, 'KIND_DOES_NOT_FIT_PARENT', parent)];
  });
  return [...misplaced, ...leftBehind(units, file, spoilt)];
}

/** Its parent comes with this very file, in a row that is wrong: where it hangs is not known yet. */
const isHidden = (units: Units, { parentCode }: StructureUnit, spoilt: ReadonlySet<string>): boolean =>
  parentCode !== null && !units.has(parentCode) && spoilt.has(parentCode);

function goesInCircles(units: Units, unit: StructureUnit): boolean {
  const seen = new Set<string>();
  for (let at: StructureUnit | undefined = unit; at?.parentCode != null; at = units.get(at.parentCode)) {
    if (seen.has(at.code)) return true;
    seen.add(at.code);
  }
  return false;
}

function leftBehind(
  units: Units,
  file: ReadonlyMap<string, FileUnit>,
  spoilt: ReadonlySet<string>,
): ImportProblem[] {
  const reported = new Set<string>();
  return [...units.values()].flatMap(({ code, parentCode, validTo }) => {
    // What a wrong row speaks of may be on its way elsewhere.
    if (spoilt.has(code)) return [];
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
