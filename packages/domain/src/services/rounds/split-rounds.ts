import { measureRoute, planRoute, type PlannedRoute } from './plan-route.js';
import type { RouteStop, Travelling } from './route-cost.js';

export interface RoundLimits {
  /** Meals that one bicycle carries. */
  readonly mealsAtMost: number;
  /** From the kitchen to the last door: after that a meal is not hot any more. */
  readonly minutesAtMost: number;
}

/** A door, and how many meals go there. */
export interface Delivery extends RouteStop {
  readonly meals: number;
}

/** Another bicycle costs as much as this many metres: nobody rides out for one door round the corner. */
const METRES_OF_A_ROUND = 2500;
const METRES_OF_A_LATE_MINUTE = 10_000;

const mealsOf = (deliveries: readonly Delivery[]): number =>
  deliveries.reduce((sum, { meals }) => sum + meals, 0);

const withHeat = (delivery: Delivery, { minutesAtMost }: RoundLimits): Delivery => ({
  ...delivery,
  latest: Math.min(delivery.latest, Math.max(delivery.earliest, minutesAtMost)),
});

interface Cut {
  readonly cost: number;
  readonly from: number;
}

function costOfRound(part: readonly Delivery[], travelling: Travelling): number {
  const { metres, minutesLate } = measureRoute(part, travelling);
  return METRES_OF_A_ROUND + metres + minutesLate * METRES_OF_A_LATE_MINUTE;
}

/** The cheapest places to cut the great round: a shortest path over its stops. */
function cutsOf(tour: readonly Delivery[], travelling: Travelling, { mealsAtMost }: RoundLimits): Cut[] {
  const cuts: Cut[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= tour.length; to += 1) {
    let best: Cut = { cost: Infinity, from: to - 1 };
    for (let from = to - 1; from >= 0; from -= 1) {
      const part = tour.slice(from, to);
      // One door that orders more than a bicycle carries still gets its meals, in a round of its own.
      if (part.length > 1 && mealsOf(part) > mealsAtMost) break;
      const cost = (cuts[from]?.cost ?? 0) + costOfRound(part, travelling);
      if (cost < best.cost) best = { cost, from };
    }
    cuts.push(best);
  }
  return cuts;
}

/**
 * All deliveries in rounds that a bicycle can carry and that keep the meals hot: one great round cut where it costs least
 * (Beasley's route-first cluster-second), then each part ordered anew.
 */
export function planRounds(
  deliveries: readonly Delivery[],
  travelling: Travelling,
  limits: RoundLimits,
): PlannedRoute[] {
  const anyTime = deliveries.map((delivery) => ({ ...delivery, earliest: 0, latest: Infinity }));
  const of = new Map(deliveries.map((delivery) => [delivery.id, withHeat(delivery, limits)]));
  const tour = planRoute(anyTime, travelling).stops.flatMap(({ id }) => of.get(id) ?? []);
  const cuts = cutsOf(tour, travelling, limits);
  const rounds: PlannedRoute[] = [];
  for (let to = tour.length; to > 0; to = cuts[to]?.from ?? 0) {
    rounds.unshift(planRoute(tour.slice(cuts[to]?.from ?? 0, to), travelling));
  }
  return rounds;
}
