import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SAMPLE_PASSWORD, sampleCentres } from '@linli/sample';
import { cutTexts, launchBrowser, smallTexts } from '@linli/testkit';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ApiClient } from './api.js';
import { contextOf, noteComplaints, openContext, WALL } from './support/browser-people.js';
import { faultsOf, settle, type Window } from './support/page-rules.js';
import { sharedHouse } from './support/shared-house.js';

const LOCALES = ['zh-Hant', 'zh-Hans', 'en'] as const;
/** Each wall shape at its own size: there a pixel is a pixel. */
const WINDOWS: Record<string, Window> = {
  normal: WALL.viewport,
  wide: { width: 3840, height: 1080 },
  tall: { width: 1080, height: 1920 },
};
/** Source: design, Tokens: the smallest text of a wall. */
const LEAST_TEXT = 28;
/** A page stands for 24 s; the clock of the browser is turned on by a little more. */
const NEXT_PAGE_MS = 24_500;

const idOf = (key: string): string => sampleCentres.find((centre) => centre.key === key)?.id ?? '';

const house = sharedHouse();
const cadre = new ApiClient(() => house, 'CONSOLE');
let browser: Browser;
let scenes: Readonly<Record<string, string>>;

beforeAll(async () => {
  browser = await launchBrowser();
  await cadre.signInAs('qu.zuzhi', SAMPLE_PASSWORD);
  const { areas } = await cadre.ask<{ areas: { id: string; code: string }[] }>(
    '{ areas(depth: 1) { id code } }',
  );
  const area = (code: string) => `area:${areas.find((each) => each.code === code)?.id ?? ''}`;
  scenes = {
    'a centre with a canteen': `centre:${idOf('shabei')}`,
    'a centre without': `centre:${idOf('bashanlu')}`,
    'the district': area('411103'),
    'a sub-district': area('411103001'),
  };
}, 60_000);

afterAll(() => browser.close());

async function faultsOfWall(page: Page, window: Window): Promise<string[]> {
  const small = await smallTexts(page, LEAST_TEXT);
  const cut = await cutTexts(page);
  return [
    ...(await faultsOf(page, { windows: [window] })),
    ...small.map((text) => `small text: ${text}`),
    ...cut.map((text) => `cut off: ${text}`),
  ];
}

/** Every page of the scene, one after the other, until the first comes again. */
async function faultsOfScene(context: BrowserContext, address: string, window: Window): Promise<string[]> {
  await context.clock.install();
  const page = await context.newPage();
  const complaints = noteComplaints(page);
  await page.setViewportSize(window);
  await page.goto(house.url + address);
  await page.locator('.foot').waitFor();
  const faults: string[] = [];
  const pages = Math.max(1, await page.locator('.foot__turns i').count());
  for (let i = 0; i < pages; i++) {
    await settle(page);
    const title = ((await page.locator('h1').textContent()) ?? '').trim();
    faults.push(...(await faultsOfWall(page, window)).map((fault) => `${title}: ${fault}`));
    await page.clock.fastForward(NEXT_PAGE_MS);
  }
  await context.close();
  return [...faults, ...complaints];
}

const cases = Object.keys(WINDOWS).flatMap((shape) =>
  ['a centre with a canteen', 'a centre without', 'the district', 'a sub-district'].map(
    (scene) => [scene, shape] as const,
  ),
);

it.each(cases)(
  '%s on a %s wall: nothing small, cut off, untranslated or wrong, in three languages',
  async (scene, shape) => {
    const found = await Promise.all(
      LOCALES.map(async (locale) => {
        const context = await contextOf(browser, cadre);
        const address = `/screen/?lang=${locale}&preview=${scenes[scene] ?? ''}`;
        const faults = await faultsOfScene(context, address, WINDOWS[shape] ?? WALL.viewport);
        return faults.map((fault) => `${locale}: ${fault}`);
      }),
    );
    expect(found.flat()).toEqual([]);
  },
  120_000,
);

it.each(Object.keys(WINDOWS))(
  'pairing, and a preview without a sign-in, on a %s wall',
  async (shape) => {
    const window = WINDOWS[shape] ?? WALL.viewport;
    const context = await openContext(browser);
    const found = await Promise.all(
      LOCALES.map(async (locale) => {
        const page = await context.newPage();
        await page.setViewportSize(window);
        await page.goto(`${house.url}/screen/?lang=${locale}`);
        await page.locator('.count').waitFor();
        const faults = await faultsOfWall(page, window);
        await page.goto(`${house.url}/screen/?lang=${locale}&preview=${scenes['the district'] ?? ''}`);
        await page.locator('.body--notice').waitFor();
        faults.push(...(await faultsOfWall(page, window)));
        return faults.map((fault) => `${locale}: ${fault}`);
      }),
    );
    await context.close();
    expect(found.flat()).toEqual([]);
  },
  120_000,
);
