import { createHash } from 'node:crypto';
import type { PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { ImportId, ImportTemplate, UnitChange } from '@linli/domain/organisation/structure';
import { statement } from '../../platform/database/index.js';
import { type Analysis } from './analyse-import.js';
import { describer } from './apply-import.js';
import type { ImportChange, ImportPreview } from './import.type.js';
import { traditionalNames } from './traditional-name.js';

/** What a preview showed, and the mark by which a commit knows that it would still do just that. */
export type Shown = Pick<
  ImportPreview,
  'rows' | 'errors' | 'errorCount' | 'changes' | 'unchanged' | 'opened' | 'closed' | 'renamed' | 'moved'
> & { readonly mark: string };

export interface StoredImport {
  readonly id: ImportId;
  readonly accountId: PersonId;
  readonly template: ImportTemplate;
  readonly fileName: string;
  readonly contentHash: Buffer;
  readonly content: string;
  readonly encoding: string;
  readonly effectiveOn: PlainDate;
  readonly preview: Shown;
  readonly expiresAt: Date;
  readonly expired: boolean;
  readonly committedAt: Date | null;
  readonly documentNumber: string | null;
}

const select = (name: string, more: string) =>
  statement<{ id: ImportId }, StoredImport>({
    name,
    text: `SELECT *, expires_at < now() AS expired FROM structure_import WHERE id = :id ${more}`,
  });
export const storedImport = select('stored-import', '');
export const storedImportToCommit = select('stored-import-to-commit', 'FOR UPDATE');

export const hashOfContent = (content: string): Buffer => createHash('sha256').update(content).digest();

const MOST_SHOWN = 1000;
const MOST_ERRORS = 200;

export async function shownOf({ rows, problems, changes, unchanged, known }: Analysis): Promise<Shown> {
  const describe = describer(changes, known, await traditionalNames());
  const count = (kind: UnitChange['kind']) => changes.filter((change) => change.kind === kind).length;
  // What a person must look at comes first; new units are many and alike.
  const ordered = [...changes].sort((a, b) => Number(a.kind === 'OPENED') - Number(b.kind === 'OPENED'));
  return {
    rows,
    errors: problems.slice(0, MOST_ERRORS),
    errorCount: problems.length,
    changes: ordered
      .slice(0, MOST_SHOWN)
      .map((change): ImportChange => ({ kind: change.kind, code: change.code, ...describe(change) })),
    unchanged,
    ...{ opened: count('OPENED'), closed: count('CLOSED'), renamed: count('RENAMED'), moved: count('MOVED') },
    mark: markOf(changes),
  };
}

export const markOf = (changes: readonly UnitChange[]): string =>
  createHash('sha256').update(JSON.stringify(changes)).digest('hex');
