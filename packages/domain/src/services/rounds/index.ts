export {
  DeliveryOutcome,
  type DeliveryMark,
  HandedTo,
  type MarkId,
  markId,
  standingMark,
  trueTime,
} from './delivery-mark.js';
export { metresBetween, type Position } from './place.js';
export { measureRoute, type PlannedRoute, planRoute } from './plan-route.js';
export {
  type ArrangeRoundsInput,
  arrangeRoundsInput,
  type EndRoundInput,
  endRoundInput,
  type MarkInput,
  type PlanRoundsInput,
  planRoundsInput,
  type StartRoundInput,
  startRoundInput,
  type SyncMarksInput,
  syncMarksInput,
} from './round-inputs.js';
export {
  refusalToEnd,
  refusalToStart,
  ROUND_DEFAULTS,
  type RoundId,
  roundId,
  RoundMove,
  RoundState,
  roundStates,
  type StartFacts,
} from './round.js';
export { type RouteCost, type RouteStop, type Travelling } from './route-cost.js';
export { type Delivery, planRounds, type RoundLimits } from './split-rounds.js';
