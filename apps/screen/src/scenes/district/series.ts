import type { DistrictScene } from '../scene';

type Point = DistrictScene['series'][number];

export interface Line {
  /** In per cent of the width and of the height, from the upper left. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly ticks: readonly { readonly x: number; readonly on: string }[];
  readonly last: number;
}

/** The axis begins at a multiple of ten per cent below the lowest rate, and ends at the target. */
const STEP = 0.1;
const TICKS = 3;

/** The course of a rate over time, by dates and not by ranks; undefined while there is no course yet. */
export function lineOf(series: readonly Point[]): Line | undefined {
  const known = series.filter((point): point is Point & { rate: number } => point.rate != null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length < 2) return undefined;
  const [from, to] = [Date.parse(first.on), Date.parse(last.on)];
  const floor = Math.max(0, Math.floor((Math.min(...known.map(({ rate }) => rate)) - 0.02) / STEP) * STEP);
  const x = (on: string) => ((Date.parse(on) - from) / Math.max(1, to - from)) * 100;
  const y = (rate: number) => (1 - (rate - floor) / (1 - floor)) * 100;
  return {
    points: known.map(({ on, rate }) => [x(on), y(rate)] as const),
    ticks: Array.from({ length: TICKS }, (_, i) => {
      const at = new Date(from + ((to - from) * i) / (TICKS - 1)).toISOString().slice(0, 10);
      return { x: (100 * i) / (TICKS - 1), on: at };
    }),
    last: last.rate,
  };
}
