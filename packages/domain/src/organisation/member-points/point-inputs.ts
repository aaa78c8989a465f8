import { z } from 'zod';
import { organisationId, personId } from '../../access/index.js';
import { line, plainDate } from '../../base/index.js';

export const pointRulesId = z.uuidv7().brand<'PointRulesId'>();
export type PointRulesId = z.infer<typeof pointRulesId>;
/** The database makes these. */
export const pointItemId = z.uuid().brand<'PointItemId'>();
export type PointItemId = z.infer<typeof pointItemId>;
export const pointEntryId = z.uuidv7().brand<'PointEntryId'>();
export type PointEntryId = z.infer<typeof pointEntryId>;
export const pointAppealId = z.uuidv7().brand<'PointAppealId'>();
export type PointAppealId = z.infer<typeof pointAppealId>;

/** A new version, from a day to come: what was earned before is counted by the rules of its day. */
export const publishPointRulesInput = z.object({
  id: pointRulesId,
  validFrom: plainDate,
  documentNumber: line(60),
  items: z
    .array(z.object({ name: line(60), points: z.int().min(-100).max(100) }))
    .min(1)
    .max(60),
});
export type PublishPointRulesInput = z.infer<typeof publishPointRulesInput>;

/** 記分 For what was done on a day, with the evidence of it. */
export const enterPointsInput = z.object({
  id: pointEntryId,
  organisationId,
  residentId: personId,
  itemId: pointItemId,
  on: plainDate,
  evidence: line(200),
});
export type EnterPointsInput = z.infer<typeof enterPointsInput>;

/** 審核 Published until a day, or sent back with a reason. */
export const reviewPointsInput = z
  .object({ id: pointEntryId, approved: z.boolean(), until: plainDate.nullish(), note: line(200).nullish() })
  .refine(({ approved, until }) => !approved || until, { path: ['until'] })
  .refine(({ approved, note }) => approved || note, { path: ['note'] });
export type ReviewPointsInput = z.infer<typeof reviewPointsInput>;

export const appealPointsInput = z.object({ id: pointAppealId, entryId: pointEntryId, text: line(300) });
export type AppealPointsInput = z.infer<typeof appealPointsInput>;

/** Upheld, the counter-entry is written with the answer: `counterId` is its id. */
export const answerPointAppealInput = z.object({
  id: pointAppealId,
  counterId: pointEntryId,
  upheld: z.boolean(),
  answer: line(300),
});
export type AnswerPointAppealInput = z.infer<typeof answerPointAppealInput>;

/** 沖減 */
export const counterPointsInput = z.object({ id: pointEntryId, entryId: pointEntryId, reason: line(200) });
export type CounterPointsInput = z.infer<typeof counterPointsInput>;
