import { isBetter, type RouteCost, type RouteMap } from './route-cost.js';

type Order = readonly number[];

export interface Route {
  readonly order: Order;
  readonly cost: RouteCost;
}

/** A change of the order that is not made yet. */
interface Move {
  /** Metres that it adds; below zero, that it saves. */
  readonly metres: number;
  made(): number[];
}

/** 2-opt: the part from `i` to `j` ridden the other way round. */
const reversed = (order: Order, i: number, j: number): number[] => [
  ...order.slice(0, i),
  ...order.slice(i, j + 1).reverse(),
  ...order.slice(j + 1),
];

/** Or-opt: `count` stops from `i` on, taken out and put in behind the place `after`; -1 is the depot. */
function moved(order: Order, i: number, count: number, after: number): number[] {
  const rest = [...order.slice(0, i), ...order.slice(i + count)];
  const to = after < i ? after + 1 : after + 1 - count;
  return [...rest.slice(0, to), ...order.slice(i, i + count), ...rest.slice(to)];
}

function* reversals(map: RouteMap, order: Order): Generator<Move> {
  const at = (i: number): number => order[i] ?? 0;
  for (let i = 0; i < order.length - 1; i += 1) {
    for (let j = i + 1; j < order.length; j += 1) {
      const before = map.metres(at(i - 1), at(i)) + map.metres(at(j), at(j + 1));
      const after = map.metres(at(i - 1), at(j)) + map.metres(at(i), at(j + 1));
      yield { metres: after - before, made: () => reversed(order, i, j) };
    }
  }
}

function* transfers(map: RouteMap, order: Order): Generator<Move> {
  const at = (i: number): number => order[i] ?? 0;
  for (let count = 1; count <= Math.min(3, order.length - 1); count += 1) {
    for (let i = 0; i + count <= order.length; i += 1) {
      const [first, last, before, behind] = [at(i), at(i + count - 1), at(i - 1), at(i + count)];
      const saved = map.metres(before, first) + map.metres(last, behind) - map.metres(before, behind);
      for (let after = -1; after < order.length; after += 1) {
        if (after >= i - 1 && after < i + count) continue;
        const [left, right] = [at(after), at(after + 1)];
        const added = map.metres(left, first) + map.metres(last, right) - map.metres(left, right);
        yield { metres: added - saved, made: () => moved(order, i, count, after) };
      }
    }
  }
}

function bestOf(map: RouteMap, { cost }: Route, moves: Iterable<Move>): Route | undefined {
  let best: Route | undefined;
  for (const move of moves) {
    const than = best?.cost ?? cost;
    // A round that is late nowhere only gets better by getting shorter: the rest need not be ridden through.
    if (than.minutesLate === 0 && cost.metres + move.metres >= than.metres - 1e-6) continue;
    const next = move.made();
    const nextCost = map.costOf(next);
    if (isBetter(nextCost, than)) best = { order: next, cost: nextCost };
  }
  return best;
}

/** Until no reversal and no move of up to three stops makes it better. */
export function improved(map: RouteMap, start: Order): Route {
  let route: Route = { order: start, cost: map.costOf(start) };
  for (;;) {
    const better =
      bestOf(map, route, reversals(map, route.order)) ?? bestOf(map, route, transfers(map, route.order));
    if (!better) return route;
    route = better;
  }
}
