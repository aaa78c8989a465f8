export {
  AbilityLevel,
  type AssessmentId,
  assessmentId,
  type RecordAssessmentInput,
  recordAssessmentInput,
} from './assessment.js';
