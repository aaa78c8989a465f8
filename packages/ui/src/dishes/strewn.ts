import type { Drawing } from './shapes.js';

interface Piece {
  readonly key: string;
  readonly d: string;
  readonly transform: string;
  readonly colour: string;
  readonly line: number | undefined;
}

/** Numbers that look random and never change: the plate of the phone is the plate of the wall. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** Lays the layers out, piece by piece, from the bottom up. */
export function strewn({ seed, layers }: Pick<Drawing, 'seed' | 'layers'>): readonly Piece[] {
  const next = chance(seed);
  return layers.flatMap(({ d, count, fills, from = 0, to, turn = 0, line }, layer) =>
    Array.from({ length: count }, (_, piece) => {
      const angle = next() * 2 * Math.PI;
      const radius = from + Math.sqrt(next()) * (to - from);
      const [x, y] = [50 + Math.cos(angle) * radius, 50 + Math.sin(angle) * radius];
      const turned = turn ? ` rotate(${Math.round(next() * turn)})` : '';
      return {
        key: `${layer}-${piece}`,
        d,
        transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})${turned}`,
        colour: fills[piece % fills.length] ?? '',
        line,
      };
    }),
  );
}
