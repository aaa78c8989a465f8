import { type EnumOf, enumOf } from '../../base/index.js';

/** 兩新組織 The four fields. */
export const TwoNewField = enumOf('OFFICE_BUILDING', 'COMMERCIAL_DISTRICT', 'INTERNET', 'LAW_FIRM');
export type TwoNewField = EnumOf<typeof TwoNewField>;

/** 覆蓋 An organisation of its own, a joint one, only an instructor or liaison, or none. */
export const TwoNewCover = enumOf('OWN', 'JOINT', 'INSTRUCTOR', 'NONE');
export type TwoNewCover = EnumOf<typeof TwoNewCover>;

/** 應建 Full members from which a unit must have a branch of its own (party constitution, article 30). */
export const FULL_MEMBERS_FOR_A_BRANCH = 3;

export const shouldHaveOwn = (members: number): boolean => members >= FULL_MEMBERS_FOR_A_BRANCH;
