import type { PlainDate } from '@linli/domain/base';
import type { StructureChangeKind } from '@linli/domain/organisation/structure';
import { newUuid, statement, type Transaction } from '../../platform/database/index.js';
import type { Author } from './author.js';

/** What is written down of one change of a tree. */
export interface ChangeRecord {
  readonly kind: StructureChangeKind;
  readonly areaId?: string;
  readonly organisationId?: string;
  readonly effectiveOn: PlainDate | null;
  readonly documentNumber: string | null;
  readonly subjectName: string;
  readonly before?: string | null;
  readonly after?: string | null;
}

const insertChanges = statement<{ rows: string; recordedById: string | null; recordedBy: string }, never>({
  name: 'insert-structure-changes',
  text: `
    INSERT INTO structure_change (id, kind, area_id, organisation_id, effective_on, recorded_by_id, recorded_by,
      document_number, subject_name, before, after)
    SELECT id, kind, area_id, organisation_id, effective_on, :recordedById::uuid, :recordedBy, document_number,
      subject_name, before, after
    FROM jsonb_to_recordset(:rows::jsonb) AS given (id uuid, kind text, area_id uuid, organisation_id uuid,
      effective_on date, document_number text, subject_name text, before text, after text)`,
});

export async function recordChanges(
  tx: Transaction,
  author: Author,
  changes: readonly ChangeRecord[],
): Promise<void> {
  const rows = changes.map(
    ({ areaId, organisationId, effectiveOn, documentNumber, subjectName, ...change }) => ({
      ...change,
      id: newUuid(),
      area_id: areaId,
      organisation_id: organisationId,
      effective_on: effectiveOn,
      document_number: documentNumber,
      subject_name: subjectName,
    }),
  );
  await insertChanges(tx, { rows: JSON.stringify(rows), recordedById: author.id, recordedBy: author.name });
}
