import type { Position } from '../../organisation/positions/index.js';

export type { Position };

const EARTH_METRES = 6_371_000;

/**
 * Streets are longer than the air: about 1.3 times in a town of square blocks (the circuity of Chinese street networks is
 * reported between 1.2 and 1.4).
 */
const DETOUR = 1.3;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres along the streets, estimated. */
export function metresBetween(from: Position, to: Position): number {
  const north = radians(to.latitude - from.latitude);
  const east = radians(to.longitude - from.longitude) * Math.cos(radians((from.latitude + to.latitude) / 2));
  return DETOUR * EARTH_METRES * Math.hypot(north, east);
}
