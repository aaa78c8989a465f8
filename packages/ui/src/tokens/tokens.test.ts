import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  consoleSizes,
  elderSizes,
  fonts,
  light,
  radius,
  residentSizes,
  space,
  wall,
  wallRamp,
  wallSizes,
} from './index.js';

const styles = (name: string) =>
  readFileSync(path.join(import.meta.dirname, '../../styles', name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const css = styles('tokens.css');

const plain = (value: string) => value.trim().toLowerCase().replace(/"/g, "'");
function variablesOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  const pairs = [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, plain(value)]));
}
const px = (sizes: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, `${size}px`]));
const hex = (colours: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(colours).map(([name, colour]) => [name, plain(colour)]));

it('the style sheet says what the tokens say, and nothing else', () => {
  const { 'r-full': _full, 'shadow-1': _low, 'shadow-2': _high, num: _num, ...root } = variablesOf(':root');
  const { sans, serif, sansHans, serifHans } = fonts;
  expect(root).toEqual({
    ...hex(light),
    ...px(space),
    ...px(radius),
    sans: plain(sans),
    serif: plain(serif),
  });
  expect(variablesOf(":root[lang='zh-Hans']")).toEqual({ sans: plain(sansHans), serif: plain(serifHans) });
  expect(variablesOf("[data-face='resident']")).toEqual(px(residentSizes));
  expect(variablesOf("[data-mode='elder']")).toEqual(px(elderSizes));
  expect(variablesOf("[data-face='console']")).toEqual(px(consoleSizes));
  expect(variablesOf("[data-face='screen']")).toEqual({ ...hex(wall), ...px(wallSizes) });
});

it('asks for nothing that a phone of 2019 lacks', () => {
  const all = css + styles('base.css');
  expect(all).not.toMatch(
    /:has\(|@layer|@container|aspect-ratio|color-mix|\binset:|:is\(|:where\(|:focus-visible \{/,
  );
  expect(all).not.toMatch(/(^|[;{\s])gap:/m);
});

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'surface', 'sunken'] as const;
const texts = [
  'ink',
  'ink-2',
  'ink-3',
  'link',
  'brand',
  'brand-strong',
  'ok',
  'warn',
  'bad',
  'info',
] as const;
const pairs: readonly (readonly [string, string, string])[] = [
  ...texts.flatMap((text) =>
    grounds.map((ground) => [`${text} on ${ground}`, light[text], light[ground]] as const),
  ),
  ...(['ok', 'warn', 'bad', 'info', 'brand', 'warn-strong', 'bad-strong', 'brand-strong'] as const).map(
    (text) => {
      const tint = `${text.replace('-strong', '') as 'ok' | 'warn' | 'bad' | 'info' | 'brand'}-tint` as const;
      return [`${text} on ${tint}`, light[text], light[tint]] as const;
    },
  ),
  ...(['on-brand', 'on-brand-2'] as const).flatMap((text) =>
    (['brand', 'brand-strong'] as const).map(
      (ground) => [`${text} on ${ground}`, light[text], light[ground]] as const,
    ),
  ),
  ...(['tx', 'tx-2', 'tx-3', 'gold', 'blue', 'green', 'orange'] as const).flatMap((text) =>
    (['bg', 'panel', 'panel-2'] as const).map(
      (ground) => [`${text} on ${ground}`, wall[text], wall[ground]] as const,
    ),
  ),
  ['white on identity red', wall.tx, wall.id],
];

it('every text can be read on every ground it may stand on (4.5:1)', () => {
  expect(pairs.filter(([, text, ground]) => contrast(text, ground) < 4.5).map(([pair]) => pair)).toEqual([]);
});

it('outlines and bars can be seen (3:1)', () => {
  const seen = [
    ...grounds.map((ground) => contrast(light.line, light[ground])),
    contrast(light.amber, light.sunken),
  ];
  expect(Math.min(...seen)).toBeGreaterThanOrEqual(3);
});

it('the ramp of the wall climbs in even steps of brightness', () => {
  const steps = wallRamp.map(luminance);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
});

it('the measure itself tells black from white', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21);
  expect(contrast('#777777', '#FFFFFF')).toBeLessThan(4.5);
});
