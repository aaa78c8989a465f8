const AMPLITUDE = 12;
const PERIOD_X_MS = 43 * 60_000;
const PERIOD_Y_MS = 29 * 60_000;

/**
 * Where the picture stands, in whole pixels of the stage: a path that takes hours to repeat and never leaves a square of
 * 24 by 24, too slow to be seen, so that no edge burns in.
 */
export function driftAt(now: Date): { readonly x: number; readonly y: number } {
  const wave = (period: number) =>
    Math.round(AMPLITUDE * Math.sin((2 * Math.PI * now.getTime()) / period)) + 0;
  return { x: wave(PERIOD_X_MS), y: wave(PERIOD_Y_MS) };
}
