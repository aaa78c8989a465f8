import { metresBetween, type Position } from './place.js';

/** Somewhere to bring a meal. Minutes count from the start of the round. */
export interface RouteStop extends Position {
  readonly id: string;
  /** Nobody is at home earlier: who comes before waits. */
  readonly earliest: number;
  readonly latest: number;
}

export interface Travelling {
  /** Where the meals are: the round begins and ends here. */
  readonly depot: Position;
  /** Of an electric bicycle with a box of meals among people: about 200. */
  readonly metresPerMinute: number;
  /** From stopping at a door to going on. */
  readonly minutesAtDoor: number;
}

/** Late is worse than long: orders are compared by minutes late in all, then by metres. */
export interface RouteCost {
  readonly minutesLate: number;
  readonly metres: number;
}

/** Metres from each place to each: the depot is the first, then the stops in the order given. */
export type Distances = readonly (readonly number[])[];

export function distancesOf(depot: Position, stops: readonly Position[]): Distances {
  const places = [depot, ...stops];
  return places.map((from) => places.map((to) => metresBetween(from, to)));
}

const EPSILON = 1e-6;

export const isBetter = (cost: RouteCost, than: RouteCost): boolean =>
  cost.minutesLate < than.minutesLate - EPSILON ||
  (cost.minutesLate < than.minutesLate + EPSILON && cost.metres < than.metres - EPSILON);

/** A map with everything that a search asks again and again worked out once. */
export class RouteMap {
  readonly distances: Distances;

  constructor(
    readonly stops: readonly RouteStop[],
    readonly travelling: Travelling,
  ) {
    this.distances = distancesOf(travelling.depot, stops);
  }

  metres(from: number, to: number): number {
    return this.distances[from]?.[to] ?? 0;
  }

  /** Of a whole round, out and back. `order` holds places of the map: 1 is the first stop. */
  costOf(order: readonly number[]): RouteCost {
    let [metres, minutesLate, at] = [0, 0, 0];
    let minute = 0;
    for (const place of order) {
      const stop = this.stops[place - 1];
      if (!stop) throw new RangeError(`There is no stop ${String(place)}`);
      const leg = this.metres(at, place);
      metres += leg;
      minute = Math.max(minute + leg / this.travelling.metresPerMinute, stop.earliest);
      minutesLate += Math.max(0, minute - stop.latest);
      minute += this.travelling.minutesAtDoor;
      at = place;
    }
    return { metres: metres + this.metres(at, 0), minutesLate };
  }

  /** When the bicycle stops at each door, in minutes from the start. */
  arrivalsOf(order: readonly number[]): number[] {
    let [at, minute] = [0, 0];
    return order.map((place) => {
      const ride = this.metres(at, place) / this.travelling.metresPerMinute;
      const arrival = Math.max(minute + ride, this.stops[place - 1]?.earliest ?? 0);
      minute = arrival + this.travelling.minutesAtDoor;
      at = place;
      return arrival;
    });
  }
}
