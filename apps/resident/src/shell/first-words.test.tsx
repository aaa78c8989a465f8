import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { NOTHING_YET } from '@linli/i18n';
import { screen } from '@testing-library/react';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const { catalogs } = await import('@linli/i18n/resident');
const never = () => new Promise<never>(() => undefined);
jest.unstable_mockModule('@linli/i18n/resident', () => ({
  catalogs: { ...catalogs, rest: { 'zh-Hant': never, 'zh-Hans': never, en: never } },
}));
const { closeApp, newPhone, openApp } = await import('../testing/open-app');
const { everyday, home, ticket } = await import('../testing/district');
const { FakeServer } = await import('../testing/fake-server');

const source = path.join(import.meta.dirname, '..');
const messages = path.join(source, '../../../packages/i18n/messages');
const json = (name: string) => JSON.parse(readFileSync(path.join(messages, name), 'utf8')) as object;
const first = json('resident.first.json') as string[];
const all = Object.keys({ ...json('resident.zh-Hant.json'), ...json('common.zh-Hant.json') });
const isFirst = (key: string) =>
  first.some((one) => (one.endsWith('*') ? key.startsWith(one.slice(0, -1)) : key === one));

/** The modules of this app that a page brings at once: what is imported in the text, not when it is wanted. */
function broughtBy(file: string, brought = new Set<string>()): Set<string> {
  if (brought.has(file)) return brought;
  brought.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:^|\} |^import )from '(\.[^']*)'/gm)) {
    const stem = path.join(path.dirname(file), name);
    const next = [`${stem}.tsx`, `${stem}.ts`].find((one) => existsSync(one));
    if (next && !next.includes(`${path.sep}gql${path.sep}`)) broughtBy(next, brought);
  }
  return brought;
}

beforeEach(newPhone);
afterEach(closeApp);

it('what the first pages say stands among the first words', () => {
  const modules = ['shell/app.tsx', 'shell/signed-in.tsx', 'access/sign-in-pages.ts'].flatMap((name) => [
    ...broughtBy(path.join(source, name)),
  ]);
  expect(modules.length).toBeGreaterThan(40);
  const said = modules.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    // A part of theirs that comes later waits for its words itself.
    return text.includes('useLaterWords') ? [] : all.filter((key) => text.includes(`'${key}'`));
  });
  expect(said.length).toBeGreaterThan(60);
  expect([...new Set(said.filter((key) => !isFirst(key)))]).toEqual([]);
});

const nothing = () => Promise.resolve();
const lunch = async () => {
  await screen.findByText('0421');
};
it.each([
  ['/sign-in', false, nothing],
  ['/language', false, nothing],
  ['/', true, lunch],
] as const)('%s does without the others', async (where, isSignedIn, there) => {
  const Home = () => home(ticket('019ab000-0000-7000-8000-000000000421'));
  await openApp(new FakeServer({ ...everyday, Home }), where, ...(isSignedIn ? [] : [null]));
  await there();
  expect(document.body.textContent.length).toBeGreaterThan(30);
  expect(document.body.innerHTML).not.toContain(NOTHING_YET);
});
