import { z } from 'zod';
import { personId } from '../../access/index.js';
import { addDays, type EnumOf, enumOf, line, plainDate } from '../../base/index.js';
import { centreId } from '../centres/index.js';

export const assessmentId = z.uuidv7().brand<'AssessmentId'>();
export type AssessmentId = z.infer<typeof assessmentId>;

/** 能力完好, 輕度失能, 中度失能, 重度失能, 完全失能: the grades of GB/T 42195-2022. */
export const AbilityLevel = enumOf('ABLE', 'MILD_LOSS', 'MODERATE_LOSS', 'SEVERE_LOSS', 'TOTAL_LOSS');
export type AbilityLevel = EnumOf<typeof AbilityLevel>;

const LONGEST_DAYS = 5 * 366;

/** 能力評估 What somebody found out about a resident, recorded at the counter of a centre. The client makes the id. */
export const recordAssessmentInput = z
  .object({
    id: assessmentId,
    residentId: personId,
    centreId,
    level: z.enum(AbilityLevel),
    /** Who assessed: a person, or an institution. */
    assessedBy: line(60),
    assessedOn: plainDate,
    validUntil: plainDate,
  })
  .refine(
    ({ assessedOn, validUntil }) =>
      assessedOn <= validUntil && validUntil <= addDays(assessedOn, LONGEST_DAYS),
    { path: ['validUntil'], message: 'BAD_RANGE' },
  );
export type RecordAssessmentInput = z.infer<typeof recordAssessmentInput>;
