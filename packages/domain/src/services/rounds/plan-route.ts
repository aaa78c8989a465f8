import { improved, type Route } from './improve-route.js';
import { isBetter, RouteMap, type RouteCost, type RouteStop, type Travelling } from './route-cost.js';

/** Stops in the order to ride them. */
export interface PlannedRoute extends RouteCost {
  readonly stops: readonly RouteStop[];
  /** Minutes from the start at which each door is reached. */
  readonly arrivals: readonly number[];
}

function nearestFirst(map: RouteMap, first: number | undefined): number[] {
  const left = new Set(map.stops.map((_stop, i) => i + 1));
  const order: number[] = [];
  let at = 0;
  const go = (place: number): void => {
    order.push(place);
    left.delete(place);
    at = place;
  };
  if (first !== undefined) go(first);
  while (left.size > 0) {
    go([...left].reduce((best, place) => (map.metres(at, place) < map.metres(at, best) ? place : best)));
  }
  return order;
}

const inOrderOf = (map: RouteMap, key: (place: number) => number): number[] =>
  map.stops.map((_stop, i) => i + 1).sort((one, other) => key(one) - key(other));

/** Round the depot like the hand of a clock. */
const bearing = (map: RouteMap, place: number): number => {
  const stop = map.stops[place - 1];
  const { depot } = map.travelling;
  return stop ? Math.atan2(stop.longitude - depot.longitude, stop.latitude - depot.latitude) : 0;
};

function startsOf(map: RouteMap): number[][] {
  const farthest = inOrderOf(map, (place) => -map.metres(0, place))[0];
  return [
    nearestFirst(map, undefined),
    nearestFirst(map, farthest),
    inOrderOf(map, (place) => map.stops[place - 1]?.latest ?? 0),
    inOrderOf(map, (place) => bearing(map, place)),
  ];
}

/** Numbers that look like chance and are the same each time: the same orders give the same round. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The order cut into four and put together crosswise: what no reversal undoes at once. */
function shaken(order: readonly number[], random: () => number): number[] {
  const cut = (): number => 1 + Math.floor(random() * (order.length - 1));
  const [a = 0, b = 0, c = 0] = [cut(), cut(), cut()].sort((one, other) => one - other);
  return [...order.slice(0, a), ...order.slice(b, c), ...order.slice(a, b), ...order.slice(c)];
}

// Costs about n³ each: plenty for a bag of lunches, few for a whole town.
const shakesFor = (stops: number): number => Math.min(30, Math.floor(6000 / Math.max(1, stops * stops)));

/**
 * A short round that reaches every door within its window where that is possible; where it is not, with the fewest minutes
 * late in all. Local search (2-opt and Or-opt) from four beginnings, then shaken and searched again.
 */
export function planRoute(stops: readonly RouteStop[], travelling: Travelling): PlannedRoute {
  const map = new RouteMap(stops, travelling);
  const better = (one: Route, other: Route): Route => (isBetter(other.cost, one.cost) ? other : one);
  let best = startsOf(map)
    .map((start) => improved(map, start))
    .reduce(better);
  const random = sequence(stops.length + 1);
  for (let shake = 0; shake < shakesFor(stops.length) && stops.length > 4; shake += 1) {
    best = better(best, improved(map, shaken(best.order, random)));
  }
  return {
    ...best.cost,
    stops: best.order.flatMap((place) => stops[place - 1] ?? []),
    arrivals: map.arrivalsOf(best.order),
  };
}

/** The same for an order that people chose: what it costs, and when each door is reached. */
export function measureRoute(stops: readonly RouteStop[], travelling: Travelling): PlannedRoute {
  const map = new RouteMap(stops, travelling);
  const order = stops.map((_stop, i) => i + 1);
  return { ...map.costOf(order), stops, arrivals: map.arrivalsOf(order) };
}
