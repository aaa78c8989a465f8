import { covers } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  checkFile,
  type FileUnit,
  firstTooEarly,
  type ImportProblem,
  type ImportTemplate,
  inSheetOrder,
  isWrongTemplate,
  readRows,
  type UnitChange,
} from '@linli/domain/organisation/structure';
import type { Database } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import type { Author } from './author.js';
import { type KnownAreas, knownAreas } from './known-areas.js';

export interface ImportRequest {
  readonly template: ImportTemplate;
  readonly records: readonly (readonly string[])[];
  readonly effectiveOn: PlainDate;
}

export interface Analysis {
  readonly rows: number;
  readonly problems: readonly ImportProblem[];
  readonly changes: readonly UnitChange[];
  /** Units of the file that stay as they are. */
  readonly unchanged: number;
  readonly known: KnownAreas;
}

/** What a file would change, beside the trees as they are known now. */
export async function analyseImport(
  db: Database,
  author: Author,
  { template, records, effectiveOn }: ImportRequest,
): Promise<Analysis | Refused> {
  const heading = (records[0] ?? []).map((cell) => cell.trim());
  if (isWrongTemplate(heading, template))
    return new Refused('WRONG_TEMPLATE', { heading: heading.join(',').slice(0, 100) });
  const known = await knownAreas(db, effectiveOn);
  if (template === 'DIVISIONS' && !mayImportDivisions(author, known)) throw notFound('area');

  const { units, misread, problems: unread, rows } = readRows(template, records);
  if (rows === 0) return new Refused('FILE_EMPTY');
  // No row could even be looked at: the heading is wrong.
  if (units.length + misread.length === 0)
    return { rows, problems: unread, changes: [], unchanged: 0, known };

  const { inForce, closed } = known;
  const checked = checkFile({ template, file: units, misread, inForce, closed, effectiveOn });
  const beyond = beyondReach(author, units, checked.attempted, known);
  const problems = inSheetOrder(template, [...unread, ...checked.problems, ...beyond]);
  if (problems.length > 0) return { rows, problems, changes: [], unchanged: 0, known };

  const { changes } = checked;
  const since = new Map([...known.inForce.values()].map((area) => [area.code, area.since]));
  const early = firstTooEarly(changes, since, effectiveOn);
  if (early !== undefined)
    return new Refused('BEFORE_LAST_CHANGE', { code: early, last: since.get(early) ?? '' });
  return { rows, problems, changes, unchanged: unchangedOf(units, changes), known };
}

/** A file of divisions is the whole district's; the first one makes the district, which only the house may. */
const mayImportDivisions = ({ reach }: Author, { root }: KnownAreas): boolean =>
  root ? covers(reach, { areaLineage: root.lineage }) : reach.everything;

/** To who may not reach it, a parent does not exist. */
function beyondReach(
  { reach }: Author,
  units: readonly FileUnit[],
  changes: readonly UnitChange[],
  known: KnownAreas,
): ImportProblem[] {
  if (reach.everything) return [];
  const inFile = new Map(units.map((unit) => [unit.code, unit]));
  const reaches = (code: string | null): boolean => {
    const area = known.inForce.get(code ?? '');
    if (area) return covers(reach, { areaLineage: area.lineage });
    const unit = inFile.get(code ?? '');
    return unit !== undefined && reaches(unit.parentCode);
  };
  return changes
    .filter((change) => !reaches(change.code) || (change.kind === 'MOVED' && !reaches(change.to)))
    .map(({ code }) => {
      const unit = inFile.get(code);
      const value = unit?.parentCode ?? '';
      return { row: unit?.row ?? 1, column: 'parentCode', value, code: 'UNKNOWN_PARENT', hint: null };
    });
}

function unchangedOf(units: readonly FileUnit[], changes: readonly UnitChange[]): number {
  const touched = new Set(changes.map((change) => (change.kind === 'MOVED' ? change.newCode : change.code)));
  return units.filter(({ code }) => !touched.has(code)).length;
}
