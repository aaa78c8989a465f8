export { type AreaId, areaId, type OrganisationId, organisationId } from '../../access/index.js';
export { areaFits, AreaKind, DIVISION_KINDS, parentKindsOfArea } from './area-kinds.js';
export { coverageRate } from './coverage.js';
export {
  COVERING_KINDS,
  organisationFits,
  OrganisationKind,
  parentKindsOfOrganisation,
} from './organisation-kinds.js';
export { StructureChangeKind } from './structure-change.js';
export { FULL_MEMBERS_FOR_A_BRANCH, shouldHaveOwn, TwoNewCover, TwoNewField } from './two-new.js';
