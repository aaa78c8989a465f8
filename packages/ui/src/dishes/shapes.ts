/** Small shapes around the origin, each one path. */
export const slab = (w: number, h: number, r: number): string =>
  `M${-w / 2 + r} ${-h / 2}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}z`;
export const oval = (rx: number, ry: number): string =>
  `M${-rx} 0a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
export const disc = (r: number): string => oval(r, r);
export const half = (r: number): string => `M${-r} 0a${r} ${r} 0 0 1 ${2 * r} 0z`;
/** A leaf with a point at both ends. */
export const leaf = (l: number, w: number): string =>
  `M${-l} 0q${l} ${-w * 2} ${2 * l} 0q${-l} ${w * 2} ${-2 * l} 0z`;
/** A slice with its rind: an arch. */
export const arch = (r: number, t: number): string =>
  `M${-r} ${t}a${r} ${r} 0 0 1 ${2 * r} 0h${-t}a${r - t} ${r - t} 0 0 0 ${-2 * (r - t)} 0z`;
/** A dumpling: a crescent with pleats. */
export const crescent = (r: number): string =>
  `M${-r} ${r * 0.35}q${r * 0.1} ${-r * 1.3} ${r} ${-r * 1.3}q${r * 0.9} 0 ${r} ${r * 1.3}q${-r} ${r * 0.55} ${-2 * r} 0z`;
export const pleats = (r: number): string =>
  `M${-r * 0.5} ${-r * 0.25}l${r * 0.22} ${r * 0.4}M0 ${-r * 0.45}v${r * 0.5}M${r * 0.5} ${-r * 0.25}l${-r * 0.22} ${r * 0.4}`;
/** One swing of a noodle. */
export const strand = (l: number, bend: number): string => `M${-l} 0q${l / 2} ${-bend} ${l} 0t${l} 0`;

export const SCALLION = '#6FA651';

/** Shapes strewn over the dish: how many, between which radii, how turned, in which colours. */
export interface Layer {
  readonly d: string;
  readonly count: number;
  readonly fills: readonly string[];
  readonly from?: number;
  readonly to: number;
  readonly turn?: number;
  /** Drawn as a line of this width, not filled. */
  readonly line?: number;
}

export const scallions = (count: number, to = 22): Layer => ({ d: disc(1.7), count, to, fills: [SCALLION] });
export const shreds = (count: number, fills: readonly string[], to = 24): Layer => ({
  d: slab(6, 1.7, 0.8),
  count,
  to,
  turn: 180,
  fills,
});

/** A dish from above: the sauce or broth that fills the plate, and what lies in it. */
export interface Drawing {
  readonly seed: number;
  readonly base: string;
  readonly layers: readonly Layer[];
  /** Lies in the middle, under the last layer. */
  readonly centre?: readonly {
    readonly d: string;
    readonly fill?: string;
    readonly stroke?: string;
    readonly width?: number;
  }[];
}
