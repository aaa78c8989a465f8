import { z } from 'zod';
import { organisationId, personId } from '../../access/index.js';
import { line, plainDate } from '../../base/index.js';
import { BecomingPaper } from './steps/index.js';

export {
  type BecomingRefused,
  type Dossier,
  dueDay,
  earliestDay,
  mayExtend,
  mayProlong,
  type NextStep,
  nextStep,
  refuseStep,
  reviewsDue,
  type StepToTake,
  timelineOf,
  type TimelineStep,
} from './becoming.js';
export {
  ACTIVIST_STEP,
  BECOMING_STEPS,
  BecomingPaper,
  BecomingPhase,
  type BecomingStep,
  BecomingStepName,
  CANDIDATE_STEP,
  INTRODUCERS,
  INTRODUCERS_STEP,
  LAST_STEP,
  TRAINING_DAYS,
  TRAINING_HOURS,
  TRAINING_STEP,
} from './steps/index.js';

export const dossierId = z.uuidv7().brand<'DossierId'>();
export type DossierId = z.infer<typeof dossierId>;

const papers = z.array(z.enum(BecomingPaper)).max(10);

/** The first step: somebody hands in the application. */
export const openDossierInput = z.object({
  id: dossierId,
  organisationId,
  residentId: personId,
  on: plainDate,
  papers,
});
export type OpenDossierInput = z.infer<typeof openDossierInput>;

export const takeStepInput = z.object({
  dossierId,
  step: z.int().min(2).max(25),
  on: plainDate,
  papers,
  introducers: z.array(personId).max(2),
  trainingHours: z.int().min(0).max(500).nullable(),
  trainingDays: z.int().min(0).max(60).nullable(),
});
export type TakeStepInput = z.infer<typeof takeStepInput>;

export const reviewActivistInput = z.object({
  id: dossierId,
  dossierId,
  on: plainDate,
  note: line(200),
});
export type ReviewActivistInput = z.infer<typeof reviewActivistInput>;

export const extendProbationInput = z.object({ dossierId, months: z.int().min(6).max(12) });
export type ExtendProbationInput = z.infer<typeof extendProbationInput>;

/** 特殊情況 The approval may take six months. */
export const prolongApprovalInput = z.object({ dossierId, reason: line(200) });
export type ProlongApprovalInput = z.infer<typeof prolongApprovalInput>;

export const stopDossierInput = z.object({ dossierId, on: plainDate, reason: line(200) });
export type StopDossierInput = z.infer<typeof stopDossierInput>;
