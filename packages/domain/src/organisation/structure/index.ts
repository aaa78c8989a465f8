export { type AreaId, areaId, type OrganisationId, organisationId } from '../../access/index.js';
export { areaFits, AreaKind, DIVISION_KINDS, parentKindsOfArea } from './area-kinds.js';
export { type CheckedFile, checkFile, type FileToCheck, firstTooEarly } from './check-file.js';
export { coverageRate, daysOfSeries } from './coverage.js';
export { applyChanges, byCode, differenceOf, type UnitChange, type UnitsInForce } from './difference.js';
export { kindOfDivision, parentOfDivision } from './division-code.js';
export { type ImportProblem, ImportProblemCode, inSheetOrder } from './import-problem.js';
export {
  ImportTemplate,
  isWrongTemplate,
  LARGEST_FILE,
  MOST_ROWS,
  templateColumns,
} from './import-template.js';
export {
  COVERING_KINDS,
  organisationFits,
  OrganisationKind,
  parentKindsOfOrganisation,
} from './organisation-kinds.js';
export { type MisreadRow, type ReadRows, readRows } from './read-rows.js';
export { StructureChangeKind } from './structure-change.js';
export {
  type ChangeCoversInput,
  changeCoversInput,
  type CloseAreaInput,
  closeAreaInput,
  type CloseOrganisationInput,
  closeOrganisationInput,
  type CommitImportInput,
  commitImportInput,
  type ImportId,
  importId,
  type MergeOrganisationsInput,
  mergeOrganisationsInput,
  type MoveOrganisationInput,
  moveOrganisationInput,
  type PreviewImportInput,
  previewImportInput,
  type RenameAreaInput,
  renameAreaInput,
  type RenameOrganisationInput,
  renameOrganisationInput,
  type SetUpOrganisationInput,
  setUpOrganisationInput,
  type SplitOrganisationInput,
  splitOrganisationInput,
} from './structure-inputs.js';
export type { FileUnit, StructureUnit } from './structure-unit.js';
export {
  type ChangeTwoNewUnitInput,
  changeTwoNewUnitInput,
  type CloseTwoNewUnitInput,
  closeTwoNewUnitInput,
  coverFits,
  FULL_MEMBERS_FOR_A_BRANCH,
  MOST_UNITS_OF_A_JOINT_BRANCH,
  type RecordTwoNewActivityInput,
  recordTwoNewActivityInput,
  type RecordTwoNewUnitInput,
  recordTwoNewUnitInput,
  shouldHaveOwn,
  TwoNewCover,
  TwoNewField,
  type TwoNewUnitId,
  twoNewUnitId,
} from './two-new.js';
