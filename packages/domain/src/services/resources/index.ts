export {
  type AssignResourcesInput,
  assignResourcesInput,
  type ResourceId,
  resourceId,
  ResourceKind,
  type SaveResourceInput,
  saveResourceInput,
} from './resource.js';
