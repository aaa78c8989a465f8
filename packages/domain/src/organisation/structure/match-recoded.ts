import type { StructureUnit } from './structure-unit.js';

/**
 * Units that vanished, each with the code under which it appeared anew: same kind and official name, first under the
 * same parent (which may itself have a new code), then anywhere if the name is the only one on both sides. Names
 * repeat: where it is not sure, nothing is matched, and the one is closed, the other opened.
 */
export function matchRecoded(
  vanished: readonly StructureUnit[],
  appeared: readonly StructureUnit[],
): Map<string, string> {
  const recoded = new Map<string, string>();
  for (const length of [9, 12]) {
    const gone = vanished.filter(({ code }) => code.length === length);
    const come = appeared.filter(({ code }) => code.length === length);
    const newParent = ({ parentCode }: StructureUnit) => recoded.get(parentCode ?? '') ?? parentCode ?? '';
    pair(recoded, gone, come, (unit) => `${unit.kind} ${newParent(unit)} ${unit.officialName}`);
    pair(recoded, gone, come, (unit) => `${unit.kind} ${unit.officialName}`);
  }
  return recoded;
}

function pair(
  recoded: Map<string, string>,
  gone: readonly StructureUnit[],
  come: readonly StructureUnit[],
  keyOf: (unit: StructureUnit) => string,
): void {
  const taken = new Set(recoded.values());
  const left = onlyOnes(
    gone.filter(({ code }) => !recoded.has(code)),
    keyOf,
  );
  const right = onlyOnes(
    come.filter(({ code }) => !taken.has(code)),
    keyOf,
  );
  for (const [key, code] of left) {
    const newCode = right.get(key);
    if (newCode !== undefined) recoded.set(code, newCode);
  }
}

/** The codes of the units that are alone with their key. */
function onlyOnes(
  units: readonly StructureUnit[],
  keyOf: (unit: StructureUnit) => string,
): Map<string, string> {
  const codes = new Map<string, string>();
  const shared = new Set<string>();
  for (const unit of units) {
    const key = keyOf(unit);
    if (codes.has(key)) shared.add(key);
    codes.set(key, unit.code);
  }
  for (const key of shared) codes.delete(key);
  return codes;
}
