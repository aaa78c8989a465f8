import type { Viewer } from '@linli/domain/access';
import type { CommitImportInput, ImportId } from '@linli/domain/organisation/structure';
import { type Database, statement, transaction } from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { analyseImport } from './analyse-import.js';
import { applyImport } from './apply-import.js';
import { auditChange } from './audit-change.js';
import { authorOf } from './author.js';
import { tellOfTree } from './import-areas.js';
import type { ImportResult } from './import.type.js';
import { lockTrees } from './known-areas.js';
import { recordsOf } from './read-file.js';
import { markOf, type StoredImport, storedImportToCommit } from './stored-import.js';

const markCommitted = statement<{ id: ImportId; documentNumber: string }, { committedAt: Date }>({
  name: 'mark-import-committed',
  text: `
    UPDATE structure_import SET committed_at = now(), document_number = :documentNumber
    WHERE id = :id RETURNING committed_at`,
});

/** Does what the preview showed, all of it, or nothing: if it would now do anything else, it is outdated. */
export const commitImport = (
  db: Database,
  viewer: Viewer,
  { id, documentNumber }: CommitImportInput,
): Promise<ImportResult | Refused> =>
  transaction(db, async (tx) => {
    await lockTrees(tx);
    const [stored] = await storedImportToCommit(tx, { id });
    if (stored?.accountId !== viewer.personId) throw notFound('import');
    if (stored.committedAt) {
      return stored.documentNumber === documentNumber
        ? resultOf(stored, stored.committedAt)
        : new Refused('CONFLICT');
    }
    const refused = refuseToCommit(stored);
    if (refused) return refused;

    const { template, effectiveOn, content, preview } = stored;
    const records = recordsOf(content);
    if (records instanceof Refused) return records;
    const author = authorOf(viewer);
    const analysis = await analyseImport(tx, author, { template, records, effectiveOn });
    if (
      analysis instanceof Refused ||
      analysis.problems.length > 0 ||
      markOf(analysis.changes) !== preview.mark
    ) {
      return new Refused('IMPORT_OUTDATED');
    }
    const { changes, known } = analysis;
    await applyImport(tx, author, { changes, known, effectiveOn, documentNumber });
    await tellOfTree(tx, 'structure.imported', { importId: id });
    const [committed] = (await markCommitted(tx, { id, documentNumber })) as [{ committedAt: Date }];
    const { opened, closed, renamed, moved } = preview;
    await auditChange(tx, viewer, {
      ...{ action: 'IMPORT_COMMITTED', subject: { kind: 'IMPORT', id, name: stored.fileName } },
      detail: { template, effectiveOn, documentNumber, opened, closed, renamed, moved },
    });
    return resultOf(stored, committed.committedAt);
  });

function refuseToCommit({ expired, preview }: StoredImport): Refused | undefined {
  const { errorCount, opened, closed, renamed, moved } = preview;
  if (errorCount > 0) return new Refused('IMPORT_HAS_ERRORS', { errors: errorCount });
  if (opened + closed + renamed + moved === 0) return new Refused('IMPORT_CHANGES_NOTHING');
  return expired ? new Refused('IMPORT_OUTDATED') : undefined;
}

const resultOf = ({ id, preview }: StoredImport, committedAt: Date): ImportResult => {
  const { opened, closed, renamed, moved } = preview;
  return { id, opened, closed, renamed, moved, committedAt };
};
