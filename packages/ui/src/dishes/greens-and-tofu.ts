import { arch, type Drawing, disc, half, leaf, oval, scallions, shreds, slab } from './shapes.js';

export const greensAndTofu = {
  'tomato-egg': {
    seed: 5,
    base: '#D9502E',
    layers: [
      { d: half(8), count: 14, to: 23, turn: 360, fills: ['#E3633C', '#C8402A'] },
      { d: oval(7, 5), count: 14, to: 23, turn: 180, fills: ['#F7CF5B', '#F3BE3C', '#FADD86'] },
      scallions(7),
    ],
  },
  greens: {
    seed: 23,
    base: '#4E7F3A',
    layers: [
      { d: oval(10, 4.2), count: 26, to: 24, turn: 180, fills: ['#6FA651', '#5B9143', '#86BA66', '#3F7031'] },
      { d: disc(1.8), count: 8, to: 20, fills: ['#F1E4C0'] },
    ],
  },
  cabbage: {
    seed: 29,
    base: '#D8DFA8',
    layers: [
      { d: leaf(11, 4), count: 20, to: 22, turn: 180, fills: ['#EDF1CC', '#C9D98A', '#F7F6E2', '#B4CB74'] },
      shreds(8, ['#C8402A', '#8A5A2B']),
    ],
  },
  pumpkin: {
    seed: 17,
    base: '#E0902C',
    layers: [
      { d: arch(10, 6), count: 16, to: 20, turn: 360, fills: ['#F2A83B', '#F7BC55', '#EA9A2C'] },
      { d: oval(2.6, 1.6), count: 9, to: 22, turn: 180, fills: ['#B5352A'] },
    ],
  },
  'winter-melon': {
    seed: 47,
    base: '#CFE0BE',
    layers: [
      { d: slab(13, 9, 2.4), count: 17, to: 22, turn: 180, fills: ['#EAF3DF', '#DDEBCB', '#F5F9EE'] },
      { d: slab(11, 1.8, 0.9), count: 7, to: 22, turn: 180, fills: ['#7FA864'] },
      { d: disc(1.5), count: 8, to: 22, fills: ['#E8744E', '#F5A57F'] },
    ],
  },
  eggplant: {
    seed: 53,
    base: '#5B2E2A',
    layers: [
      {
        d: slab(16, 6.4, 2.6),
        count: 17,
        to: 21,
        turn: 180,
        fills: ['#6B3F6E', '#8A5A4A', '#55305A', '#A4745C'],
      },
      { d: disc(1.8), count: 9, to: 22, fills: ['#F1E4C0'] },
      scallions(9),
    ],
  },
  potato: {
    seed: 61,
    base: '#E3C37A',
    layers: [
      { d: slab(20, 2.3, 1.1), count: 34, to: 20, turn: 180, fills: ['#F4DE9F', '#EACB7C', '#FAEBC0'] },
      shreds(9, ['#5B9143', '#C8402A']),
    ],
  },
  carrot: {
    seed: 17,
    base: '#D8752B',
    layers: [
      { d: disc(5), count: 20, to: 23, fills: ['#EE8A35', '#F49B4A', '#E07B28'] },
      { d: disc(2), count: 9, to: 22, fills: ['#F8B877'] },
      { d: leaf(6, 2.4), count: 9, to: 23, turn: 180, fills: ['#6FA651', '#86BA66'] },
    ],
  },
  mushroom: {
    seed: 67,
    base: '#A57B4F',
    layers: [
      { d: half(7.4), count: 16, to: 22, turn: 360, fills: ['#7A5233', '#8F6440', '#6A4529'] },
      { d: slab(4, 7, 1.6), count: 10, to: 23, turn: 180, fills: ['#F0E1C6'] },
      { d: leaf(6, 2.4), count: 8, to: 24, turn: 180, fills: ['#6FA651', '#5B9143'] },
    ],
  },
  tofu: {
    seed: 13,
    base: '#9E3B22',
    layers: [
      { d: slab(10, 10, 2), count: 16, to: 23, turn: 90, fills: ['#FBF1DC', '#F5E6C6'] },
      { d: disc(1.6), count: 9, to: 23, fills: ['#7A2A17'] },
      scallions(10, 24),
    ],
  },
} as const satisfies Record<string, Drawing>;
