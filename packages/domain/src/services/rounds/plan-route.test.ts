import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planRounds, planRoute, type RouteStop, type Travelling } from './index.js';
import { RouteMap } from './route-cost.js';

const depot = { latitude: 33.5859, longitude: 114.0068 };
const travelling: Travelling = { depot, metresPerMinute: 200, minutesAtDoor: 2 };

/** Within about 1.5 km, the round of a neighbourhood canteen. */
const position = fc.record({
  latitude: fc.double({ min: 33.572, max: 33.6, noNaN: true }),
  longitude: fc.double({ min: 113.99, max: 114.023, noNaN: true }),
});
const anyTime = { earliest: 0, latest: Infinity };
const stopsOf = (positions: readonly { latitude: number; longitude: number }[]): RouteStop[] =>
  positions.map((place, i) => ({ ...anyTime, ...place, id: String(i) }));

/** The textbook: nearest neighbour, then the best reversal until there is none. An implementation of its own. */
function textbook(map: RouteMap): number {
  const left = map.stops.map((_stop, i) => i + 1);
  const tour = [0];
  while (left.length > 0) {
    const at = tour.at(-1) ?? 0;
    left.sort((one, other) => map.metres(at, one) - map.metres(at, other));
    tour.push(left.shift() ?? 0);
  }
  const at = (i: number): number => tour[i % tour.length] ?? 0;
  for (;;) {
    let [gain, cut] = [1e-9, [0, 0]];
    for (let i = 0; i < tour.length - 1; i += 1) {
      for (let j = i + 1; j < tour.length; j += 1) {
        const before = map.metres(at(i), at(i + 1)) + map.metres(at(j), at(j + 1));
        const after = map.metres(at(i), at(j)) + map.metres(at(i + 1), at(j + 1));
        if (before - after > gain) [gain, cut] = [before - after, [i + 1, j]];
      }
    }
    const [i = 0, j = 0] = cut;
    if (j === 0) break;
    tour.splice(i, j - i + 1, ...tour.slice(i, j + 1).reverse());
  }
  return tour.reduce((sum, place, i) => sum + map.metres(place, at(i + 1)), 0);
}

function* permutations(of: readonly number[]): Generator<number[]> {
  if (of.length === 0) yield [];
  for (const first of of) {
    for (const rest of permutations(of.filter((other) => other !== first))) yield [first, ...rest];
  }
}

it('is never longer than the textbook’s 2-opt on 80 seeded maps of 5 to 40 doors', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 5, maxLength: 40 }), (positions) => {
      const map = new RouteMap(stopsOf(positions), travelling);
      expect(planRoute(map.stops, travelling).metres).toBeLessThanOrEqual(textbook(map) + 1e-6);
    }),
    { seed: 20261124, numRuns: 80 },
  );
});

it('brings each meal once, whatever the map: all at one door, none at all', () => {
  const positions = fc.array(fc.oneof(position, fc.constant(depot)), { maxLength: 12 });
  fc.assert(
    fc.property(positions, (chosen) => {
      const stops = stopsOf(chosen);
      const planned = planRoute(stops, travelling);
      expect(planned.stops.map(({ id }) => id).sort()).toEqual(stops.map(({ id }) => id).sort());
      expect(planned.arrivals).toHaveLength(stops.length);
    }),
    { seed: 7, numRuns: 60 },
  );
});

it('keeps every window that any order keeps, and is within 1 % of the shortest that does', () => {
  const window = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 4, max: 30 }))
    .map(([earliest, width]) => ({ earliest, latest: earliest + width }));
  const stop = fc.tuple(position, window).map(([place, times]) => ({ ...place, ...times }));
  fc.assert(
    fc.property(fc.array(stop, { minLength: 2, maxLength: 6 }), (chosen) => {
      const stops = chosen.map((one, i) => ({ ...one, id: String(i) }));
      const map = new RouteMap(stops, travelling);
      const costs = [...permutations(stops.map((_stop, i) => i + 1))].map((order) => map.costOf(order));
      const leastLate = Math.min(...costs.map(({ minutesLate }) => minutesLate));
      const planned = planRoute(stops, travelling);
      expect(planned.minutesLate).toBeLessThanOrEqual(leastLate + 0.01);
      const shortest = Math.min(
        ...costs.filter(({ minutesLate }) => minutesLate < leastLate + 1e-6).map(({ metres }) => metres),
      );
      if (leastLate === 0) expect(planned.metres).toBeLessThanOrEqual(shortest * 1.01);
    }),
    { seed: 11, numRuns: 150 },
  );
});

it('rounds carry no more than a bicycle does, keep lunch hot, and are not more than they need to be', () => {
  const deliveries = fc.array(fc.tuple(position, fc.integer({ min: 1, max: 3 })), {
    minLength: 1,
    maxLength: 45,
  });
  const limits = { mealsAtMost: 16, minutesAtMost: 50 };
  fc.assert(
    fc.property(deliveries, (chosen) => {
      const all = chosen.map(([place, meals], i) => ({ ...anyTime, ...place, meals, id: String(i) }));
      const rounds = planRounds(all, travelling, limits);
      const ids = rounds.flatMap(({ stops }) => stops.map(({ id }) => id));
      expect(ids.sort()).toEqual(all.map(({ id }) => id).sort());
      const mealsOf = new Map(all.map(({ id, meals }) => [id, meals]));
      const loads = rounds.map(({ stops }) => stops.reduce((sum, { id }) => sum + (mealsOf.get(id) ?? 0), 0));
      for (const load of loads) expect(load).toBeLessThanOrEqual(limits.mealsAtMost);
      for (const { arrivals } of rounds) expect(arrivals.at(-1)).toBeLessThanOrEqual(limits.minutesAtMost);
      const total = loads.reduce((sum, load) => sum + load, 0);
      expect(rounds.length).toBeLessThanOrEqual(Math.max(2 * Math.ceil(total / limits.mealsAtMost), 4));
    }),
    { seed: 3, numRuns: 25 },
  );
});

it('gives the same round for the same orders', () => {
  const stops = stopsOf([depot, { latitude: 33.59, longitude: 114 }, { latitude: 33.58, longitude: 114.01 }]);
  expect(planRoute(stops, travelling)).toEqual(planRoute(stops, travelling));
});
