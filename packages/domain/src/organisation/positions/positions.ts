import { z } from 'zod';
import { areaId } from '../../access/index.js';

/** A point of the earth, in degrees (WGS 84). */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Somewhere in China: two numbers the wrong way round are nowhere there. */
export const placeAreaInput = z.object({
  areaId,
  latitude: z.number().min(18).max(54),
  longitude: z.number().min(73).max(136),
});
export type PlaceAreaInput = z.infer<typeof placeAreaInput>;
