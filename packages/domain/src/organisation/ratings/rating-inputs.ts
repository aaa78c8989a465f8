import { z } from 'zod';
import { organisationId } from '../../access/index.js';
import { enumOf, type EnumOf, line, plainDate } from '../../base/index.js';
import { OrganisationKind } from '../structure/index.js';

/** 標準化 What a branch has when it is up to standard. */
export const StandardItem = enumOf(
  'PLACE',
  'COMMITTEE',
  'MEETINGS',
  'RECORDS',
  'DUES',
  'SYSTEMS',
  'OPENNESS',
  'EQUIPMENT',
);
export type StandardItem = EnumOf<typeof StandardItem>;

export const ratingTemplateId = z.uuidv7().brand<'RatingTemplateId'>();
export type RatingTemplateId = z.infer<typeof ratingTemplateId>;
export const ratingId = z.uuidv7().brand<'RatingId'>();
export type RatingId = z.infer<typeof ratingId>;
export const ratingAppealId = z.uuidv7().brand<'RatingAppealId'>();
export type RatingAppealId = z.infer<typeof ratingAppealId>;
export const standardCheckId = z.uuidv7().brand<'StandardCheckId'>();
export type StandardCheckId = z.infer<typeof standardCheckId>;
export const modelSiteId = z.uuidv7().brand<'ModelSiteId'>();
export type ModelSiteId = z.infer<typeof modelSiteId>;
/** The database makes these. */
export const ratingCriterionId = z.uuid().brand<'RatingCriterionId'>();
export type RatingCriterionId = z.infer<typeof ratingCriterionId>;

const points = z.int().min(1).max(100);
const star = z.object({
  name: line(20),
  passPoints: z.int().min(1).max(1000),
  criteria: z
    .array(z.object({ text: line(60), points }))
    .min(1)
    .max(20),
});

/** A new version of a set: what was declared under an earlier one is rated by that one to its end. */
export const publishRatingTemplateInput = z.object({
  id: ratingTemplateId,
  setKey: line(20),
  name: line(40),
  kinds: z.array(z.enum(OrganisationKind)).min(1).max(11),
  validFrom: plainDate,
  documentNumber: line(60),
  classAFrom: z.int().min(0).max(10_000),
  classBFrom: z.int().min(0).max(10_000),
  stars: z.array(star).min(1).max(10),
});
export type PublishRatingTemplateInput = z.infer<typeof publishRatingTemplateInput>;

export const declareRatingInput = z.object({
  id: ratingId,
  organisationId,
  templateId: ratingTemplateId,
  year: z.int().min(2020).max(2100),
});
export type DeclareRatingInput = z.infer<typeof declareRatingInput>;

const scores = z
  .array(
    z.object({ criterionId: ratingCriterionId, points: z.int().min(0).max(100), note: line(120).nullish() }),
  )
  .min(1)
  .max(200);

export const rateItselfInput = z.object({ id: ratingId, scores });
export type RateItselfInput = z.infer<typeof rateItselfInput>;
export const reviewRatingInput = z.object({ id: ratingId, scores });
export type ReviewRatingInput = z.infer<typeof reviewRatingInput>;
export const confirmRatingInput = z.object({ id: ratingId, scores });
export type ConfirmRatingInput = z.infer<typeof confirmRatingInput>;

/** 公示 from today until that day. */
export const publishRatingInput = z.object({ id: ratingId, until: plainDate });
export type PublishRatingInput = z.infer<typeof publishRatingInput>;

export const appealRatingInput = z.object({ id: ratingAppealId, ratingId, text: line(300) });
export type AppealRatingInput = z.infer<typeof appealRatingInput>;

export const answerRatingAppealInput = z.object({
  id: ratingAppealId,
  upheld: z.boolean(),
  answer: line(300),
});
export type AnswerRatingAppealInput = z.infer<typeof answerRatingAppealInput>;

export const grantRatingInput = z.object({ id: ratingId, documentNumber: line(60) });
export type GrantRatingInput = z.infer<typeof grantRatingInput>;

/** 摘星. */
export const withdrawStarInput = z.object({
  id: ratingId,
  position: z.int().min(1).max(10),
  reason: line(200),
  documentNumber: line(60),
});
export type WithdrawStarInput = z.infer<typeof withdrawStarInput>;

/** 標準化 What was found on one day: every item that is met; the others are what is missing. */
export const recordStandardCheckInput = z.object({
  id: standardCheckId,
  organisationId,
  checkedOn: plainDate,
  met: z.array(z.enum(StandardItem)).max(20),
});
export type RecordStandardCheckInput = z.infer<typeof recordStandardCheckInput>;

/** 標桿示範點, until a day. */
export const nameModelSiteInput = z
  .object({
    id: modelSiteId,
    organisationId,
    title: line(40),
    validFrom: plainDate,
    validUntil: plainDate,
    documentNumber: line(60),
  })
  .refine(({ validFrom, validUntil }) => validFrom <= validUntil, {
    path: ['validUntil'],
    message: 'BAD_RANGE',
  });
export type NameModelSiteInput = z.infer<typeof nameModelSiteInput>;
