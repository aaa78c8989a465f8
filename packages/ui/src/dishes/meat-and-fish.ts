import {
  arch,
  crescent,
  type Drawing,
  disc,
  leaf,
  oval,
  pleats,
  SCALLION,
  scallions,
  shreds,
  slab,
} from './shapes.js';

export const meatAndFish = {
  'braised-pork': {
    seed: 11,
    base: '#6B2F16',
    layers: [
      {
        d: slab(12, 10, 2.6),
        count: 22,
        to: 23,
        turn: 180,
        fills: ['#A4512A', '#8C3F1F', '#C27545', '#7A3418'],
      },
      shreds(9, ['#7FB069']),
    ],
  },
  'pork-ribs': {
    seed: 19,
    base: '#7A3B1B',
    layers: [
      { d: slab(17, 7.5, 3.4), count: 13, to: 20, turn: 180, fills: ['#A95A2E', '#8F4522', '#BC6E3C'] },
      { d: disc(2.1), count: 8, to: 23, fills: ['#F2E3CC'] },
      shreds(7, ['#7FB069', '#C8402A']),
    ],
  },
  beef: {
    seed: 27,
    base: '#5A3420',
    layers: [
      { d: leaf(8, 3.4), count: 20, to: 22, turn: 180, fills: ['#7D4A31', '#6A3A25', '#94603F'] },
      { d: slab(9, 8, 3), count: 8, to: 23, turn: 180, fills: ['#E0A33C', '#D08B2A'] },
      shreds(8, ['#5B9143', '#C8402A']),
    ],
  },
  chicken: {
    seed: 37,
    base: '#C98A2E',
    layers: [
      {
        d: slab(11, 9, 3.6),
        count: 18,
        to: 23,
        turn: 180,
        fills: ['#EBC06A', '#F3D38C', '#D9A24A', '#E4B25B'],
      },
      { d: slab(6, 5, 1.4), count: 9, to: 23, turn: 90, fills: ['#C8402A', '#4F8A3C'] },
      { d: oval(2.2, 1.4), count: 10, to: 24, turn: 180, fills: ['#F5E6C8', '#C9935A'] },
    ],
  },
  fish: {
    seed: 31,
    base: '#E8DDC6',
    layers: [shreds(13, [SCALLION, SCALLION, '#D9502E'])],
    centre: [
      { d: 'M-25 0c8-15 31-17 43-3l8-8v22l-8-8c-12 14-35 12-43-3z', fill: '#B9A58A' },
      { d: 'M-19-3c9-9 26-10 35-1M-12 7c8 4 18 4 25-1', stroke: '#8F7B61', width: 1.6 },
      { d: 'M-14-8q4 8 0 16M-5-9v3M3-9v3M-5 6v3M3 6v3', stroke: '#8F7B61', width: 1.4 },
      { d: 'M-19.6-3a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0', fill: '#2C2019' },
    ],
  },
  shrimp: {
    seed: 43,
    base: '#F2E2C4',
    layers: [
      { d: arch(7, 4), count: 14, to: 22, turn: 360, fills: ['#F08A63', '#F5A57F', '#E8744E'] },
      { d: disc(3), count: 8, to: 23, fills: ['#7DB45C', '#94C474'] },
      { d: slab(6, 6, 1.6), count: 5, to: 22, turn: 90, fills: ['#F0B33F'] },
    ],
  },
  dumpling: {
    seed: 5,
    base: '#EFE6D2',
    layers: [scallions(6, 26)],
    centre: [0, 1, 2, 3, 4, 5, 6].flatMap((k) => {
      const [x, y] = k === 6 ? [0, 0] : [Math.cos(k * 1.047) * 18, Math.sin(k * 1.047) * 18];
      const at = (d: string) =>
        d.replace(
          /^M(-?[\d.]+) (-?[\d.]+)/,
          (_, a: string, b: string) => `M${(Number(a) + x).toFixed(1)} ${(Number(b) + y).toFixed(1)}`,
        );
      const folds = pleats(9).split(/(?=M)/).map(at).join('');
      return [
        { d: at(crescent(9)), fill: '#FCF6E8', stroke: '#D9C9A6', width: 0.8 },
        { d: folds, stroke: '#CDBB94', width: 0.9 },
      ];
    }),
  },
} as const satisfies Record<string, Drawing>;
