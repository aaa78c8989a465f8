import { z } from 'zod';
import { organisationId, personId } from '../../access/index.js';
import { type EnumOf, enumOf, line, plainDate } from '../../base/index.js';

export {
  isLongEnough,
  MOVING_MONTHS,
  monthsOn,
  SILENT_AFTER_DAYS,
  type Silence,
  silenceOn,
  SilenceState,
} from './silence.js';

/** 流出, 流入. */
export const MovingDirection = enumOf('OUT', 'IN');
export type MovingDirection = EnumOf<typeof MovingDirection>;

/** 市直, 區直, others. */
export const UnitLevel = enumOf('MUNICIPAL', 'DISTRICT', 'OTHER');
export type UnitLevel = EnumOf<typeof UnitLevel>;

export const movingId = z.uuidv7().brand<'MovingId'>();
export type MovingId = z.infer<typeof movingId>;

/** `place` and `contact`: where to or from, and the organisation there that knows of them. */
export const recordMovingInput = z.object({
  id: movingId,
  residentId: personId,
  organisationId,
  direction: z.enum(MovingDirection),
  since: plainDate,
  expectedUntil: plainDate,
  place: line(60),
  contact: line(60).nullable(),
  everyMonths: z.int().min(1).max(12),
});
export type RecordMovingInput = z.infer<typeof recordMovingInput>;

export const reportMovingInput = z.object({
  id: movingId,
  movingId,
  heardOn: plainDate,
  note: line(200).nullable(),
});
export type ReportMovingInput = z.infer<typeof reportMovingInput>;

export const endMovingInput = z.object({ id: movingId, lastDay: plainDate });
export type EndMovingInput = z.infer<typeof endMovingInput>;

/** 雙報到 An in-service member reports to the branch of the estate where they live; membership stays with the unit. */
export const reportToEstateInput = z.object({
  id: movingId,
  residentId: personId,
  organisationId,
  unit: line(60),
  level: z.enum(UnitLevel),
  since: plainDate,
});
export type ReportToEstateInput = z.infer<typeof reportToEstateInput>;

export const recordEstateServiceInput = z.object({
  id: movingId,
  reportId: movingId,
  servedOn: plainDate,
  what: line(100),
});
export type RecordEstateServiceInput = z.infer<typeof recordEstateServiceInput>;

/** What the estate tells the unit, once a year. */
export const replyToUnitInput = z.object({
  id: movingId,
  reportId: movingId,
  year: z.int().min(2020).max(2100),
  text: line(300),
});
export type ReplyToUnitInput = z.infer<typeof replyToUnitInput>;
