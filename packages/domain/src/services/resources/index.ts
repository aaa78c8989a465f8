export {
  type AssignResourcesInput,
  assignResourcesInput,
  type BringBackResourceInput,
  bringBackResourceInput,
  type ResourceId,
  resourceId,
  ResourceKind,
  type RetireResourceInput,
  retireResourceInput,
  type SaveResourceInput,
  saveResourceInput,
} from './resource.js';
