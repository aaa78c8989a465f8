import { expect, it } from '@jest/globals';
import { elderSizes, residentSizes } from '@linli/ui/tokens';
import { readFileSync } from 'node:fs';

// The phone says the tokens in rem, so that the text size of the phone itself counts: they must stay the same sizes.
it.each([
  ["[data-face='resident']", residentSizes],
  ["[data-mode='elder']", elderSizes],
])('%s has the sizes of the tokens', (selector, sizes) => {
  const css = readFileSync('src/styles/frame.css', 'utf8');
  const rule = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  const said = [...rule.matchAll(/--(t-\w+): ([\d.]+)rem/g)].map(([, name, rem]) => [name, Number(rem) * 16]);
  expect(said).toEqual(Object.entries(sizes).filter(([name]) => name.startsWith('t-')));
});
