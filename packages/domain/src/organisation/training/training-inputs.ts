import { z } from 'zod';
import { organisationId, personId } from '../../access/index.js';
import { line, plainDate, timeOfDay } from '../../base/index.js';
import { TrainingAudience, TrainingForm } from './training.js';

export const trainingPlanId = z.uuidv7().brand<'TrainingPlanId'>();
export type TrainingPlanId = z.infer<typeof trainingPlanId>;
export const trainingSessionId = z.uuidv7().brand<'TrainingSessionId'>();
export type TrainingSessionId = z.infer<typeof trainingSessionId>;

const MOST_MINUTES = 40 * 60;

/** A line of the year's plan. The client makes the ids: sending the same again changes nothing twice. */
export const planTrainingInput = z.object({
  id: trainingPlanId,
  /** 主辦 Who holds it; the audience is its own and of all below it. */
  organisationId,
  year: z.int().min(2020).max(2100),
  title: line(60),
  audience: z.enum(TrainingAudience),
  form: z.enum(TrainingForm),
  /** 學時 What each of the audience is to get of it, in minutes. */
  minutes: z.int().min(1).max(MOST_MINUTES),
});
export type PlanTrainingInput = z.infer<typeof planTrainingInput>;

/** 期次 `forId`: whose people come, where a year's audience comes in batches; left out, all of the holder's. */
export const scheduleTrainingInput = z.object({
  id: trainingSessionId,
  planId: trainingPlanId,
  forId: organisationId.nullish(),
  on: plainDate,
  time: timeOfDay,
  place: line(60),
  topic: line(120),
  lecturer: line(40),
  minutes: z.int().min(1).max(MOST_MINUTES),
});
export type ScheduleTrainingInput = z.infer<typeof scheduleTrainingInput>;

/** All who were there; what was written before is replaced. */
export const recordTrainingInput = z.object({
  id: trainingSessionId,
  attendees: z
    .array(z.object({ residentId: personId, minutes: z.int().min(1).max(MOST_MINUTES) }))
    .min(1)
    .max(500)
    .refine((all) => new Set(all.map(({ residentId }) => residentId)).size === all.length),
});
export type RecordTrainingInput = z.infer<typeof recordTrainingInput>;

export const signTrainingInput = z.object({ id: trainingSessionId });
export type SignTrainingInput = z.infer<typeof signTrainingInput>;

export const cancelTrainingInput = z.object({ id: trainingSessionId, reason: line(120) });
export type CancelTrainingInput = z.infer<typeof cancelTrainingInput>;
