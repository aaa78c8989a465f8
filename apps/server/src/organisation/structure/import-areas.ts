import type { PlainDate } from '@linli/domain/base';
import type { AreaId, ImportProblem, ImportTemplate, UnitChange } from '@linli/domain/organisation/structure';
import { statement, type Transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { analyseImport } from './analyse-import.js';
import { applyImport } from './apply-import.js';
import type { Author } from './author.js';
import { lockTrees } from './known-areas.js';
import { recordsOf } from './read-file.js';

export interface AreasToImport {
  readonly template: ImportTemplate;
  /** The text of the file, with its heading. */
  readonly text: string;
  readonly effectiveOn: PlainDate;
  readonly documentNumber: string | null;
}

export interface Imported {
  readonly rows: number;
  readonly problems: readonly ImportProblem[];
  readonly changes: readonly UnitChange[];
}

/** Imports a file as a whole, or nothing of it: with problems, nothing is written. For commands and for sample data. */
export async function importAreas(
  tx: Transaction,
  author: Author,
  file: AreasToImport,
): Promise<Imported | Refused> {
  const { template, text, effectiveOn, documentNumber } = file;
  const records = recordsOf(text);
  if (records instanceof Refused) return records;
  await lockTrees(tx);
  const analysis = await analyseImport(tx, author, { template, records, effectiveOn });
  if (analysis instanceof Refused) return analysis;
  const { rows, problems, changes, known } = analysis;
  if (problems.length === 0 && changes.length > 0) {
    await applyImport(tx, author, { changes, known, effectiveOn, documentNumber });
    await tellOfTree(tx, 'structure.imported');
  }
  return { rows, problems, changes };
}

const rootArea = statement<object, { id: string }>({
  name: 'root-area',
  text: 'SELECT id FROM area WHERE parent_id IS NULL',
});

/** News of either tree has the district as its subject. */
export async function tellOfTree(
  tx: Transaction,
  name: string,
  payload: Record<string, string> = {},
): Promise<void> {
  const [root] = await rootArea(tx, {});
  if (root) await recordEvent(tx, { name, subjectId: root.id, payload });
}

/** The ids of the areas in the latest state of the tree, by code; of a code used twice, the one in force. */
const codes = statement<object, { code: string; id: AreaId }>({
  name: 'area-codes',
  text: 'SELECT code, id FROM area ORDER BY valid_to NULLS LAST',
});

export const areaIdsByCode = async (tx: Transaction): Promise<Map<string, AreaId>> =>
  new Map((await codes(tx, {})).toReversed().map(({ code, id }) => [code, id]));
