import { z } from 'zod';
import { type EnumOf, enumOf, line } from '../../base/index.js';

/** 探視 Somebody did not open the door: open until someone has seen the person. */
export const welfareCheckId = z.uuidv7().brand<'WelfareCheckId'>();
export type WelfareCheckId = z.infer<typeof welfareCheckId>;

export const welfareStepId = z.uuidv7().brand<'WelfareStepId'>();
export type WelfareStepId = z.infer<typeof welfareStepId>;

/** 致電本人, 致電緊急聯繫人, 網格員上門. */
export const WelfareStepKind = enumOf('CALL', 'EMERGENCY_CONTACT', 'DOOR');
export type WelfareStepKind = EnumOf<typeof WelfareStepKind>;

/** 已聯繫上, 聯繫不上. Who answered says how the person is; only who sees them ends it. */
export const WelfareStepResult = enumOf('REACHED', 'NOT_REACHED');
export type WelfareStepResult = EnumOf<typeof WelfareStepResult>;

/** 在家平安, 不在家但已聯繫, 送醫, 已送達餐食. */
export const WelfareOutcome = enumOf(
  'SAFE_AT_HOME',
  'SAFE_ELSEWHERE',
  'TAKEN_TO_HOSPITAL',
  'MEAL_HANDED_OVER',
);
export type WelfareOutcome = EnumOf<typeof WelfareOutcome>;

/** Minutes after the door stayed shut at which each step is due (domain/services.md, Delivery rounds). */
export const WELFARE_LADDER: Readonly<Record<WelfareStepKind, number>> = {
  CALL: 0,
  EMERGENCY_CONTACT: 30,
  DOOR: 60,
};

export interface StepDue {
  readonly kind: WelfareStepKind;
  readonly dueAt: Date;
}

/** The next step that nobody has taken yet; none after the last: it stays open until the person is seen. */
export function nextStep(
  openedAt: Date,
  taken: readonly { readonly kind: WelfareStepKind }[],
): StepDue | undefined {
  const kind = Object.values(WelfareStepKind).find((step) => !taken.some((one) => one.kind === step));
  return kind && { kind, dueAt: new Date(openedAt.getTime() + WELFARE_LADDER[kind] * 60_000) };
}

export const recordWelfareStepInput = z.object({
  id: welfareStepId,
  checkId: welfareCheckId,
  kind: z.enum(WelfareStepKind),
  result: z.enum(WelfareStepResult),
  note: line(200).nullish(),
});
export type RecordWelfareStepInput = z.infer<typeof recordWelfareStepInput>;

/** Somebody has seen the person, or a hospital has them. */
export const closeWelfareCheckInput = z.object({
  id: welfareCheckId,
  outcome: z.enum(WelfareOutcome).refine((outcome) => outcome !== 'MEAL_HANDED_OVER'),
  note: line(200),
});
export type CloseWelfareCheckInput = z.infer<typeof closeWelfareCheckInput>;

/** Whose number: it is shown for this check alone, and that it was is on record. */
export const revealWelfareNumberInput = z.object({
  checkId: welfareCheckId,
  of: z.enum(WelfareStepKind).refine((kind) => kind !== 'DOOR'),
});
export type RevealWelfareNumberInput = z.infer<typeof revealWelfareNumberInput>;
