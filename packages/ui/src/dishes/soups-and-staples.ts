import { type Drawing, disc, leaf, oval, scallions, shreds, slab, strand } from './shapes.js';

export const soupsAndStaples = {
  'tofu-soup': {
    seed: 41,
    base: '#E9C98B',
    layers: [
      { d: oval(8, 3.4), count: 9, to: 20, turn: 180, fills: ['#F6E7BD'] },
      { d: slab(8, 8, 1.5), count: 7, to: 22, turn: 90, fills: ['#FFF8E6'] },
      scallions(9),
    ],
  },
  'seaweed-soup': {
    seed: 71,
    base: '#DCD3A6',
    layers: [
      { d: leaf(9, 3), count: 12, to: 21, turn: 180, fills: ['#33473A', '#45604B', '#2A3B31'] },
      { d: oval(7, 3), count: 8, to: 21, turn: 180, fills: ['#F7E2A0', '#FBEFC4'] },
      { d: disc(1.4), count: 7, to: 22, fills: ['#F08A63'] },
    ],
  },
  congee: {
    seed: 9,
    base: '#F7EFDC',
    layers: [
      { d: oval(2.4, 1.2), count: 60, to: 27, turn: 180, fills: ['#FFFDF6', '#E9DDC2'] },
      { d: oval(3.4, 2.2), count: 7, to: 22, turn: 180, fills: ['#A9382B', '#C25B3A'] },
      { d: disc(2), count: 6, to: 22, fills: ['#E2B04A'] },
    ],
  },
  'millet-congee': {
    seed: 73,
    base: '#EFC85E',
    layers: [
      { d: disc(1), count: 80, to: 28, fills: ['#F8DE8E', '#DDAE3E', '#FBEAB2'] },
      { d: oval(3.4, 2.2), count: 5, to: 20, turn: 180, fills: ['#A9382B'] },
    ],
  },
  rice: {
    seed: 9,
    base: '#FBF6EA',
    layers: [
      { d: oval(2.6, 1.1), count: 90, to: 28, turn: 180, fills: ['#FFFFFF', '#EFE6D2'] },
      { d: disc(1.1), count: 6, to: 12, fills: ['#3B2B22'] },
    ],
  },
  noodles: {
    seed: 59,
    base: '#D9A65A',
    layers: [
      { d: strand(14, 9), count: 26, to: 15, turn: 180, line: 2.1, fills: ['#F6DFA4', '#EFD08A', '#FBEBC2'] },
      { d: leaf(8, 2.8), count: 6, from: 8, to: 23, turn: 180, fills: ['#5B9143', '#6FA651'] },
      { d: slab(8, 6, 1.8), count: 5, to: 16, turn: 180, fills: ['#8C3F1F', '#A4512A'] },
      scallions(6),
    ],
  },
  'steamed-bun': {
    seed: 3,
    base: '#EADFC9',
    layers: [],
    centre: [
      [-11, -8],
      [11, -8],
      [0, 11],
    ].flatMap(([x = 0, y = 0]) => [
      {
        d: `M${x - 12} ${y}a12 12 0 1 0 24 0a12 12 0 1 0-24 0`,
        fill: '#FFFBF1',
        stroke: '#DCCDAE',
        width: 1,
      },
      { d: `M${x - 7} ${y - 5}q4-4 9-3`, stroke: '#EFE4CD', width: 2 },
    ]),
  },
  'egg-custard': {
    seed: 79,
    base: '#F6D873',
    layers: [
      { d: oval(7, 2), count: 6, to: 18, turn: 20, fills: ['#FAE7A4'] },
      { d: disc(1.6), count: 7, to: 14, fills: ['#8A5A2B'] },
      scallions(8, 16),
    ],
  },
  fruit: {
    seed: 83,
    base: '#F3EBDD',
    layers: [
      { d: disc(6.4), count: 6, from: 8, to: 21, fills: ['#F29A2E', '#F7B24E'] },
      { d: leaf(8, 4.2), count: 7, to: 21, turn: 180, fills: ['#D8443A', '#F0E5C4', '#9CC35A'] },
      { d: disc(3.2), count: 8, to: 23, fills: ['#6B3F6E', '#55305A'] },
    ],
  },
  pickles: {
    seed: 89,
    base: '#C9B45A',
    layers: [
      {
        d: slab(10, 3, 1.2),
        count: 26,
        to: 22,
        turn: 180,
        fills: ['#A8B24A', '#8FA03C', '#D9C76A', '#EE8A35'],
      },
      shreds(7, ['#C8402A']),
    ],
  },
} as const satisfies Record<string, Drawing>;
