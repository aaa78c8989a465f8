export type Shape = 'normal' | 'wide' | 'tall';

const STAGES = { normal: [1920, 1080], wide: [3840, 1080], tall: [1080, 1920] } as const satisfies Record<
  Shape,
  readonly [number, number]
>;
const WIDE_FROM = 2.4;
const TALL_TO = 0.85;

export interface Fit {
  readonly shape: Shape;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Which stage a window gets, how large, and where it stands so that it is in the middle. */
export function fitOf(width: number, height: number): Fit {
  const ratio = width / height;
  const shape = ratio >= WIDE_FROM ? 'wide' : ratio <= TALL_TO ? 'tall' : 'normal';
  const [stageWidth, stageHeight] = STAGES[shape];
  const scale = Math.min(width / stageWidth, height / stageHeight);
  return {
    shape,
    scale,
    left: (width - stageWidth * scale) / 2,
    top: (height - stageHeight * scale) / 2,
  };
}
