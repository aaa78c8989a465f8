import { type EnumOf, enumOf } from '../../base/index.js';

/** 變更 What a dated record of either tree says. */
export const StructureChangeKind = enumOf(
  'OPENED',
  'CLOSED',
  'RENAMED',
  'MOVED',
  'SPLIT',
  'SET_UP',
  'TRANSFERRED',
  'MERGED',
  'COVERED',
  'UNCOVERED',
);
export type StructureChangeKind = EnumOf<typeof StructureChangeKind>;
