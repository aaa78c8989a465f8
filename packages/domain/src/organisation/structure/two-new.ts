import { z } from 'zod';
import { areaId, organisationId } from '../../access/index.js';
import { type EnumOf, enumOf, line, plainDate } from '../../base/index.js';

/** 兩新組織 The four fields. */
export const TwoNewField = enumOf('OFFICE_BUILDING', 'COMMERCIAL_DISTRICT', 'INTERNET', 'LAW_FIRM');
export type TwoNewField = EnumOf<typeof TwoNewField>;

/** 覆蓋 An organisation of its own, a joint one, only an instructor or liaison, or none. */
export const TwoNewCover = enumOf('OWN', 'JOINT', 'INSTRUCTOR', 'NONE');
export type TwoNewCover = EnumOf<typeof TwoNewCover>;

/** 應建 Full members from which a unit must have a branch of its own (party constitution, article 30). */
export const FULL_MEMBERS_FOR_A_BRANCH = 3;

export const shouldHaveOwn = (members: number): boolean => members >= FULL_MEMBERS_FOR_A_BRANCH;

/** A joint branch covers at most so many units. Source: domain, Organisation 組織, "Branch". */
export const MOST_UNITS_OF_A_JOINT_BRANCH = 5;

/** An organisation of its own or a joint one is named; an instructor belongs to none. */
export const coverFits = (cover: TwoNewCover, organisation: string | null): boolean =>
  (cover === 'OWN' || cover === 'JOINT') === (organisation !== null);

export const twoNewUnitId = z.uuid().brand<'TwoNewUnitId'>();
export type TwoNewUnitId = z.infer<typeof twoNewUnitId>;

const state = {
  name: line(60),
  members: z.int().min(0).max(9999),
  cover: z.enum(TwoNewCover),
  organisationId: organisationId.nullable(),
};
const change = { effectiveOn: plainDate, documentNumber: line(60) };

export const recordTwoNewUnitInput = z.object({
  id: twoNewUnitId,
  areaId,
  field: z.enum(TwoNewField),
  ...state,
  ...change,
});
export type RecordTwoNewUnitInput = z.infer<typeof recordTwoNewUnitInput>;

/** What it is called, how many members it has and who covers it, from the day on. */
export const changeTwoNewUnitInput = z.object({ id: twoNewUnitId, ...state, ...change });
export type ChangeTwoNewUnitInput = z.infer<typeof changeTwoNewUnitInput>;

export const closeTwoNewUnitInput = z.object({ id: twoNewUnitId, ...change });
export type CloseTwoNewUnitInput = z.infer<typeof closeTwoNewUnitInput>;

/** 黨組織活動 or what its instructor did there. */
export const recordTwoNewActivityInput = z.object({
  id: z.uuidv7(),
  unitId: twoNewUnitId,
  heldOn: plainDate,
  title: line(60),
});
export type RecordTwoNewActivityInput = z.infer<typeof recordTwoNewActivityInput>;
