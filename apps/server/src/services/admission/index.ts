import type { BoundedContext } from '../../platform/bounded-context.js';
import { Admission1763800004500 } from './admission.migration.js';
import { AdmissionResolver } from './admission.resolver.js';

export { assessmentsOf, openFile, recordAssessment } from './assessments.js';
export { Assessment } from './assessment.type.js';

/** 入托評估 Who was found able to what, before a place of day care is given. */
export const admission: BoundedContext = {
  entities: [],
  migrations: [Admission1763800004500],
  resolvers: [AdmissionResolver],
};
