import type { Viewer } from '@linli/domain/access';
import type { ImportId, PreviewImportInput } from '@linli/domain/organisation/structure';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { analyseImport } from './analyse-import.js';
import { authorOf } from './author.js';
import type { ImportPreview } from './import.type.js';
import { bytesOf, readFile } from './read-file.js';
import { hashOfContent, shownOf, storedImport, type StoredImport } from './stored-import.js';

type NewImport = Omit<StoredImport, 'preview' | 'expiresAt' | 'expired' | 'committedAt' | 'documentNumber'>;

const insertImport = statement<NewImport & { preview: string }, never>({
  name: 'insert-import',
  text: `
    INSERT INTO structure_import (id, account_id, template, file_name, content_hash, content, encoding, effective_on,
      preview, expires_at)
    VALUES (:id, :accountId, :template, :fileName, :contentHash, :content, :encoding, :effectiveOn, :preview::jsonb,
      now() + interval '30 minutes')
    ON CONFLICT (id) DO NOTHING`,
});

const forgetExpired = statement<{ id: ImportId }, never>({
  name: 'forget-expired-imports',
  text: `DELETE FROM structure_import WHERE committed_at IS NULL AND expires_at < now() AND id <> :id`,
});

/** Reads a file and says what it would do; nothing of the trees is written. It can be committed for 30 minutes. */
export const previewImport = (
  db: Database,
  viewer: Viewer,
  input: PreviewImportInput,
): Promise<ImportPreview | Refused> =>
  transaction(db, async (tx) => {
    const { id, template, fileName, effectiveOn } = input;
    const contentHash = hashOfContent(input.content);
    const [earlier] = await storedImport(tx, { id });
    if (earlier) return isSameWish(earlier, viewer, input) ? previewOf(earlier) : new Refused('CONFLICT');

    const bytes = bytesOf(input.content);
    const file = bytes instanceof Refused ? bytes : readFile(bytes);
    if (file instanceof Refused) return file;
    const { records, text: content, encoding } = file;
    const analysis = await analyseImport(tx, authorOf(viewer), { template, records, effectiveOn });
    if (analysis instanceof Refused) return analysis;

    await forgetExpired(tx, { id });
    const preview = JSON.stringify(await shownOf(analysis));
    const stored = { id, template, fileName, contentHash, content, encoding, effectiveOn, preview };
    await insertImport(tx, { ...stored, accountId: viewer.personId });
    return readBack(tx, viewer, input);
  });

async function readBack(
  tx: Transaction,
  viewer: Viewer,
  input: PreviewImportInput,
): Promise<ImportPreview | Refused> {
  const [stored] = await storedImport(tx, { id: input.id });
  return stored && isSameWish(stored, viewer, input) ? previewOf(stored) : new Refused('CONFLICT');
}

const isSameWish = (stored: StoredImport, viewer: Viewer, input: PreviewImportInput): boolean =>
  stored.accountId === viewer.personId &&
  stored.template === input.template &&
  stored.fileName === input.fileName &&
  stored.effectiveOn === input.effectiveOn &&
  stored.contentHash.equals(hashOfContent(input.content));

function previewOf({
  id,
  template,
  fileName,
  encoding,
  effectiveOn,
  expiresAt,
  ...stored
}: StoredImport): ImportPreview {
  const { mark: _, ...shown } = stored.preview;
  const changes = shown.opened + shown.closed + shown.renamed + shown.moved;
  const canCommit = shown.errorCount === 0 && changes > 0 && !stored.expired && stored.committedAt === null;
  return { ...shown, id, template, fileName, encoding, effectiveOn, expiresAt, canCommit };
}
