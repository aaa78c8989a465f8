import { z } from 'zod';
import { type EnumOf, enumOf } from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';

/** 送餐路線 One ride with the meals of one session. */
export const roundId = z.uuidv7().brand<'RoundId'>();
export type RoundId = z.infer<typeof roundId>;

/** 待出發, 送餐中, 已收回. */
export const RoundState = enumOf('PLANNED', 'OUT', 'BACK');
export type RoundState = EnumOf<typeof RoundState>;

export const RoundMove = enumOf('START', 'END');
export type RoundMove = EnumOf<typeof RoundMove>;

export const roundStates = {
  PLANNED: { START: 'OUT' },
  OUT: { END: 'BACK' },
  BACK: {},
} as const satisfies Record<RoundState, Partial<Record<RoundMove, RoundState>>>;

/** What the plan takes a bicycle for. Minutes at a door, metres a minute, meals in the box, minutes that they stay hot. */
export const ROUND_DEFAULTS = {
  metresPerMinute: 200,
  minutesAtDoor: 2,
  mealsAtMost: 20,
  minutesAtMost: 50,
} as const;

export interface StartFacts {
  readonly state: RoundState;
  readonly hasCarrier: boolean;
  readonly stops: number;
  readonly isToday: boolean;
}

export function refusalToStart(facts: StartFacts): Refusal | undefined {
  if (facts.state !== 'PLANNED') return Refusal.ROUND_ALREADY_OUT;
  if (!facts.isToday) return Refusal.NOT_TODAY;
  if (facts.stops === 0) return Refusal.ROUND_EMPTY;
  return facts.hasCarrier ? undefined : Refusal.ROUND_NEEDS_CARRIER;
}

/** Back only when each door has an outcome: an elder who was forgotten would be noticed by nobody. */
export function refusalToEnd(facts: {
  readonly state: RoundState;
  readonly open: number;
}): Refusal | undefined {
  if (facts.state === 'PLANNED') return Refusal.ROUND_NOT_OUT;
  return facts.open > 0 ? Refusal.STOPS_STILL_OPEN : undefined;
}
