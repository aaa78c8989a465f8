import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { render, screen, waitFor } from '@testing-library/react';
import { DeskIcon } from './desk/index.js';
import { everydayDrawings } from './icons/everyday-drawings.js';
import { laterDrawings } from './icons/later-drawings.js';
import { deskDrawings } from './icons/desk-drawings.js';
import { Chip, DishPlate, dishLooks, Icon, isDishLook, QrCode, Seal, Status } from './index.js';
import { modulesOf } from './qr-code/modules.js';

it('a status is an icon, a word and a tone', () => {
  const { container } = render(
    <p>
      <Status tone="ok">還剩 11 位</Status> <Chip tone="bad">已滿</Chip>
    </p>,
  );
  expect(screen.getByText('還剩 11 位').className).toBe('st st--ok');
  expect(screen.getByText('已滿').className).toBe('chip chip--bad');
  expect(container.querySelectorAll('svg[aria-hidden=true]')).toHaveLength(2);
});

it('icons and the seal are silent', () => {
  const { container } = render(
    <button type="button">
      <Seal /> <Icon name="utensils" /> <DeskIcon name="printer" className="big" />
    </button>,
  );
  expect(container.querySelectorAll('[aria-hidden=true]')).toHaveLength(3);
  expect(container.querySelector('.i.big')).not.toBeNull();
});

it('every icon begins where it says and leaves no shape out', () => {
  const drawings = Object.entries({ ...everydayDrawings, ...laterDrawings, ...deskDrawings });
  expect(drawings.length).toBeGreaterThan(110);
  expect(
    drawings.filter(([, d]) => !/^M[-\d.]/.test(d) || /NaN|undefined|\.\D/.test(d)).map(([name]) => name),
  ).toEqual([]);
});

it('a plate is drawn the same each time, and each look in its own way', () => {
  const drawn = (look: string) => render(<DishPlate look={look} />).container.innerHTML;
  expect(dishLooks.length).toBeGreaterThanOrEqual(12);
  expect(new Set(dishLooks.map(drawn)).size).toBe(dishLooks.length);
  expect(drawn('braised-pork')).toBe(drawn('braised-pork'));
  expect(drawn('tofu')).not.toContain('NaN');
});

it('every look has its name for the menu editor, in the messages of the console', () => {
  const file = path.join(import.meta.dirname, '../../i18n/messages/dishes.zh-Hant.json');
  const named = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object);
  expect(named.sort()).toEqual(dishLooks.map((look) => `DishLook.${look}`).sort());
});

it('a look that we do not know is rice', () => {
  const drawn = (look: string) => render(<DishPlate look={look} />).container.innerHTML;
  expect([isDishLook('fish'), isDishLook('toString'), isDishLook('?')]).toEqual([true, false, false]);
  expect(drawn('toString')).toBe(drawn('rice'));
});

it('a QR code says in words what it is for', async () => {
  render(<QrCode text="LL-1124-0318" label="票號 0318 的二維碼" />);
  const code = screen.getByRole('img', { name: '票號 0318 的二維碼' });
  await waitFor(() => expect(code.getAttribute('aria-busy')).toBe('false'));
  expect(code.querySelector('path')?.getAttribute('d')).toBe(modulesOf('LL-1124-0318').d);
});

it('other text gives other modules, within the quiet zone', () => {
  const { size, d } = modulesOf('LL-1124-0318');
  expect(modulesOf('LL-1124-0319').d).not.toBe(d);
  const xs = [...d.matchAll(/M(\d+) /g)].map(([, x]) => Number(x));
  expect([Math.min(...xs), Math.max(...xs)]).toEqual([2, size - 3]);
});
