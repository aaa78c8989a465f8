import { addDays, type PlainDate } from '../../base/index.js';
import { matchRecoded } from './match-recoded.js';
import type { ImportTemplate } from './import-template.js';
import type { FileUnit, StructureUnit } from './structure-unit.js';

/** One step from what is in force to what a file says. `code` is the unit's code before the step. */
export type UnitChange =
  | { readonly kind: 'OPENED'; readonly code: string; readonly unit: FileUnit }
  | { readonly kind: 'CLOSED'; readonly code: string; readonly lastDay: PlainDate }
  | { readonly kind: 'RENAMED'; readonly code: string; readonly from: string; readonly to: string }
  | {
      readonly kind: 'MOVED';
      readonly code: string;
      /** Differs where a statistical code changed with the place. */
      readonly newCode: string;
      readonly from: string | null;
      readonly to: string | null;
    };

/** What holds: the units as known now that are not closed by the day, by their codes. */
export type UnitsInForce = ReadonlyMap<string, StructureUnit>;

export const byCode = <Unit extends { readonly code: string }>(units: Iterable<Unit>): Map<string, Unit> =>
  new Map([...units].map((unit) => [unit.code, unit]));

/** What a file changes in what is in force, each change to hold from the day on. */
export const differenceOf = (
  template: ImportTemplate,
  inForce: UnitsInForce,
  file: readonly FileUnit[],
  effectiveOn: PlainDate,
): UnitChange[] =>
  template === 'DIVISIONS'
    ? differenceOfDivisions(inForce, file, effectiveOn)
    : file.flatMap((unit) => differenceOfArea(inForce.get(unit.code), unit, effectiveOn));

/**
 * A file of divisions is the whole: what it does not mention is closed. A unit that vanishes while one of the same name
 * and kind appears elsewhere has moved, and got another code with its place.
 */
function differenceOfDivisions(
  inForce: UnitsInForce,
  file: readonly FileUnit[],
  effectiveOn: PlainDate,
): UnitChange[] {
  const mentioned = byCode(file);
  const firstEdition = inForce.size === 0;
  const appeared = file.filter(({ code }) => !inForce.has(code));
  const vanished = [...inForce.values()].filter(({ code }) => isDivision(code) && !mentioned.has(code));
  const recoded = matchRecoded(vanished, appeared);
  const newCodes = new Set(recoded.values());

  const opened = appeared
    .filter(({ code }) => !newCodes.has(code))
    // A beginning that the first file does not know is "before records"; later editions know what is new.
    .map((unit) => opening({ ...unit, validFrom: firstEdition ? null : effectiveOn }));
  const renamed = file.flatMap((unit) => renaming(inForce.get(unit.code), unit));
  const moved = vanished.flatMap(({ code, parentCode }) => {
    const newCode = recoded.get(code);
    const to = newCode === undefined ? undefined : mentioned.get(newCode);
    return to
      ? [{ kind: 'MOVED' as const, code, newCode: to.code, from: parentCode, to: to.parentCode }]
      : [];
  });
  const closed = vanished
    .filter(({ code }) => !recoded.has(code))
    .map(({ code }) => ({ kind: 'CLOSED' as const, code, lastDay: addDays(effectiveOn, -1) }));
  return [...opened, ...renamed, ...moved, ...closed];
}

const isDivision = (code: string): boolean => /^\d{6}(\d{3}){0,2}$/.test(code);

/** A file of areas speaks only of the rows that it has. */
function differenceOfArea(
  known: StructureUnit | undefined,
  unit: FileUnit,
  effectiveOn: PlainDate,
): UnitChange[] {
  if (!known) return [opening(unit)];
  const moved: UnitChange[] =
    known.parentCode === unit.parentCode
      ? []
      : [{ kind: 'MOVED', code: unit.code, newCode: unit.code, from: known.parentCode, to: unit.parentCode }];
  const closed: UnitChange[] =
    unit.validTo === null || unit.validTo === known.validTo
      ? []
      : [{ kind: 'CLOSED', code: unit.code, lastDay: unit.validTo }];
  // What ends before the day gets neither a new name nor a new place on it.
  if (unit.validTo !== null && unit.validTo < effectiveOn) return closed;
  return [...renaming(known, unit), ...moved, ...closed];
}

const opening = (unit: FileUnit): UnitChange => ({ kind: 'OPENED', code: unit.code, unit });

const renaming = (known: StructureUnit | undefined, { code, officialName }: FileUnit): UnitChange[] =>
  known && known.officialName !== officialName
    ? [{ kind: 'RENAMED', code, from: known.officialName, to: officialName }]
    : [];

/** The units after the changes; a closed one stays, with its last day. */
export function applyChanges(
  inForce: UnitsInForce,
  changes: readonly UnitChange[],
): Map<string, StructureUnit> {
  const units = new Map(inForce);
  const newCodes = new Map<string, string>();
  for (const change of changes) {
    const unit = units.get(change.code);
    if (change.kind === 'OPENED') units.set(change.code, change.unit);
    else if (!unit) throw new Error(`No unit ${change.code} to change`);
    else if (change.kind === 'CLOSED') units.set(change.code, { ...unit, validTo: change.lastDay });
    else if (change.kind === 'RENAMED') units.set(change.code, { ...unit, officialName: change.to });
    else {
      units.delete(change.code);
      units.set(change.newCode, { ...unit, code: change.newCode, parentCode: change.to });
      if (change.newCode !== change.code) newCodes.set(change.code, change.newCode);
    }
  }
  // What hangs under a unit that got another code hangs there still.
  for (const unit of newCodes.size > 0 ? [...units.values()] : []) {
    const parentCode = unit.parentCode === null ? undefined : newCodes.get(unit.parentCode);
    if (parentCode !== undefined) units.set(unit.code, { ...unit, parentCode });
  }
  return units;
}
