import { z } from 'zod';
import { personId } from '../../access/index.js';
import { plainDate } from '../../base/index.js';
import { Texture } from '../../organisation/people/index.js';
import { serviceId } from '../centres/index.js';
import { standingOrderId } from './standing-order.js';

/** 1 Monday … 7 Sunday, each once. */
export const weekdaysOfOrder = z
  .array(z.int().min(1).max(7))
  .min(1)
  .max(7)
  .refine((days) => new Set(days).size === days.length, { message: 'TWICE' });

const inOrder = { path: ['to'], message: 'ENDS_BEFORE_START' };

/** The client makes the id: sending the same order again gives the same order. */
export const createStandingOrderInput = z
  .object({
    id: standingOrderId,
    beneficiaryId: personId,
    serviceId,
    weekdays: weekdaysOfOrder,
    /** For meals; what the person usually eats when it is not said. */
    texture: z.enum(Texture).nullish(),
    from: plainDate,
    /** Left out: until further notice. */
    to: plainDate.nullish(),
  })
  .refine(({ from, to }) => to == null || from <= to, inOrder);
export type CreateStandingOrderInput = z.infer<typeof createStandingOrderInput>;

/** One day is taken out, or put back. */
export const takeOutStandingDayInput = z.object({ id: standingOrderId, day: plainDate });
export type TakeOutStandingDayInput = z.infer<typeof takeOutStandingDayInput>;
export const putBackStandingDayInput = takeOutStandingDayInput;
export type PutBackStandingDayInput = z.infer<typeof putBackStandingDayInput>;

/** One day unlike the others: another service of the same kind, another texture. Left out: as usual. */
export const changeStandingDayInput = z.object({
  id: standingOrderId,
  day: plainDate,
  serviceId: serviceId.nullish(),
  texture: z.enum(Texture).nullish(),
});
export type ChangeStandingDayInput = z.infer<typeof changeStandingDayInput>;

const span = z.object({ id: standingOrderId, from: plainDate, to: plainDate });
export const pauseStandingOrderInput = span.refine(({ from, to }) => from <= to, inOrder);
export type PauseStandingOrderInput = z.infer<typeof pauseStandingOrderInput>;
export const resumeStandingOrderInput = pauseStandingOrderInput;
export type ResumeStandingOrderInput = z.infer<typeof resumeStandingOrderInput>;

export const endStandingOrderInput = z.object({ id: standingOrderId, lastDay: plainDate });
export type EndStandingOrderInput = z.infer<typeof endStandingOrderInput>;
