import { z } from 'zod';
import { areaId, organisationId } from '../../access/index.js';
import { line, plainDate } from '../../base/index.js';
import { ImportTemplate, LARGEST_FILE } from './import-template.js';
import { OrganisationKind } from './organisation-kinds.js';

export const importId = z.uuidv7().brand<'ImportId'>();
export type ImportId = z.infer<typeof importId>;

/** 文號 of the decision that a change follows. */
const documentNumber = line(60);
const change = { effectiveOn: plainDate, documentNumber };

/** `content` is the file in base64; one a little too large still arrives, to be told so. */
export const previewImportInput = z.object({
  id: importId,
  template: z.enum(ImportTemplate),
  fileName: line(200),
  content: z.string().max(Math.ceil(LARGEST_FILE * 1.4)),
  effectiveOn: plainDate,
});
export type PreviewImportInput = z.infer<typeof previewImportInput>;

export const commitImportInput = z.object({ id: importId, documentNumber });
export type CommitImportInput = z.infer<typeof commitImportInput>;

export const setUpOrganisationInput = z.object({
  id: organisationId,
  parentId: organisationId,
  kind: z.enum(OrganisationKind),
  name: line(60),
  ...change,
  covers: z.array(areaId).max(50),
});
export type SetUpOrganisationInput = z.infer<typeof setUpOrganisationInput>;

export const renameOrganisationInput = z.object({ id: organisationId, name: line(60), ...change });
export type RenameOrganisationInput = z.infer<typeof renameOrganisationInput>;

export const closeOrganisationInput = z.object({ id: organisationId, ...change });
export type CloseOrganisationInput = z.infer<typeof closeOrganisationInput>;

export const renameAreaInput = z.object({ id: areaId, officialName: line(60), name: line(60), ...change });
export type RenameAreaInput = z.infer<typeof renameAreaInput>;

export const closeAreaInput = z.object({ id: areaId, ...change });
export type CloseAreaInput = z.infer<typeof closeAreaInput>;
