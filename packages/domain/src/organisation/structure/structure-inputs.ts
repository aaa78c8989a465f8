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
const MOST_COVERED = 50;

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
  covers: z.array(areaId).max(MOST_COVERED),
});
export type SetUpOrganisationInput = z.infer<typeof setUpOrganisationInput>;

export const renameOrganisationInput = z.object({ id: organisationId, name: line(60), ...change });
export type RenameOrganisationInput = z.infer<typeof renameOrganisationInput>;

export const closeOrganisationInput = z.object({ id: organisationId, ...change });
export type CloseOrganisationInput = z.infer<typeof closeOrganisationInput>;

/** 改隸 From the day on it hangs under another organisation. */
export const moveOrganisationInput = z.object({ id: organisationId, parentId: organisationId, ...change });
export type MoveOrganisationInput = z.infer<typeof moveOrganisationInput>;

/** From the day on it covers these areas and no others. */
export const changeCoversInput = z.object({
  id: organisationId,
  covers: z.array(areaId).max(MOST_COVERED),
  ...change,
});
export type ChangeCoversInput = z.infer<typeof changeCoversInput>;

/** 拆 New organisations of the same kind beside it take over some of the areas that it covers; it keeps the others. */
export const splitOrganisationInput = z.object({
  id: organisationId,
  into: z
    .array(z.object({ id: organisationId, name: line(60), covers: z.array(areaId).max(MOST_COVERED) }))
    .min(1)
    .max(10),
  ...change,
});
export type SplitOrganisationInput = z.infer<typeof splitOrganisationInput>;

/** 合併 What the others cover, and what hangs under them, passes to this one; they are closed. */
export const mergeOrganisationsInput = z.object({
  id: organisationId,
  merged: z.array(organisationId).min(1).max(10),
  ...change,
});
export type MergeOrganisationsInput = z.infer<typeof mergeOrganisationsInput>;

export const renameAreaInput = z.object({ id: areaId, officialName: line(60), name: line(60), ...change });
export type RenameAreaInput = z.infer<typeof renameAreaInput>;

export const closeAreaInput = z.object({ id: areaId, ...change });
export type CloseAreaInput = z.infer<typeof closeAreaInput>;
