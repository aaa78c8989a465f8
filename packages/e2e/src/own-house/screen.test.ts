import { afterAll, beforeAll, expect } from '@jest/globals';
import { SAMPLE_PASSWORD, sampleCentres } from '@linli/sample';
import { freePort, type House, launchBrowser, openHouse } from '@linli/testkit';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ApiClient } from '../api.js';
import { contextOf, DESK, openContext, WALL } from '../support/browser-people.js';
import { copyFurnished } from '../support/furnished-house.js';
import { codeOn, pairWall } from '../support/pairing.js';
import { story } from '../support/steps.js';
import { word } from '../support/words.js';

/** Source: design, Patterns, Screen; the issue "The house stands". */
const RESUMES_MS = 15_000;
const REVOKED_MS = 5000;
/** A wall says that its figures are old after 15 s without its live connection. */
const STALE_MS = 40_000;

const place = sampleCentres.find(({ key }) => key === 'shabei')?.name ?? '';
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'linli-wall-'));
const step = story();
const cadre = new ApiClient(() => house, 'CONSOLE');
let house: House;
let browser: Browser;
let wallContext: BrowserContext;
let wall: Page;

beforeAll(async () => {
  // A house of its own: this one is stopped and opened again.
  copyFurnished(dataDir);
  house = await openHouse({ dataDir, port: await freePort() });
  browser = await launchBrowser();
  wallContext = await openContext(browser, WALL);
  wall = await wallContext.newPage();
  await cadre.signInAs('qu.zuzhi', SAMPLE_PASSWORD);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await house.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const openDesk = async (): Promise<Page> => (await contextOf(browser, cadre, DESK)).newPage();

const figures = async (): Promise<string> => (await wall.locator('main').innerText()).replace(/\s+/g, ' ');

const age = () => wall.locator('.age');

/** How long it took until the locator was there, or went. */
async function lasted(state: 'visible' | 'hidden', what: ReturnType<typeof age>, mostMs: number) {
  const from = Date.now();
  await what.waitFor({ state, timeout: mostMs });
  return Date.now() - from;
}

step('paired, it shows its centre, live', async () => {
  await pairWall({ wall, desk: await openDesk(), url: house.url, place });
  await wall.locator('.dot:not(.dot--stale)').waitFor();
  expect(await age().count()).toBe(0);
  const seen = async () =>
    (await cadre.ask<{ screens: object[] }>('{ screens { online resolution } }')).screens;
  const end = Date.now() + 10_000;
  while (!JSON.stringify(await seen()).includes('true') && Date.now() < end) await sleep(200);
  expect(await seen()).toEqual([{ online: true, resolution: '1920x1080' }]);
});

step(
  'the server gone, it keeps its figures and says how old they are; the server back, it resumes within 15 s',
  async () => {
    const before = await wall.locator('.head__name').innerText();
    await house.stop();
    await age().waitFor({ timeout: STALE_MS });
    expect(await age().innerText()).toMatch(/數據停在 \d\d:\d\d/);
    expect(await wall.locator('.head__name').innerText()).toBe(before);
    expect(await wall.locator('.stage--stale').count()).toBe(1);
    expect((await figures()).length).toBeGreaterThan(20);

    house = await openHouse({ dataDir, port: Number(new URL(house.url).port) });
    const back = await lasted('hidden', age(), 60_000);
    expect(back).toBeLessThan(RESUMES_MS);
    expect(await wall.locator('.stage--stale').count()).toBe(0);
  },
  180_000,
);

step(
  'opened anew without any network, it shows what it knew last, with its age',
  async () => {
    await wall.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await wall.reload();
    await wall.locator('.dot:not(.dot--stale)').waitFor();
    await wall.evaluate(
      () => navigator.serviceWorker.controller?.state ?? Promise.reject(new Error('no worker')),
    );
    await wallContext.setOffline(true);
    await wall.reload();
    await wall.locator('.head__name', { hasText: place }).waitFor();
    await age().waitFor({ timeout: STALE_MS });
    expect((await figures()).length).toBeGreaterThan(20);
    await wallContext.setOffline(false);
    await age().waitFor({ state: 'hidden', timeout: RESUMES_MS * 2 });
  },
  120_000,
);

step('unpaired in the console, it forgets its figures and asks for a code within 5 s', async () => {
  const desk = await openDesk();
  await desk.goto(`${house.url}/console/screens`);
  await desk.getByRole('button', { name: word('console.screens.revokeOf', { name: '一樓大廳' }) }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: word('console.screens.revoke') }).click();
  await dialog.waitFor({ state: 'hidden' });
  const took = await lasted('visible', wall.locator('.count'), 30_000);
  expect(took).toBeLessThan(REVOKED_MS);
  expect(await codeOn(wall)).toMatch(/^[0-9A-Z]{6}$/);
  expect(await wall.evaluate(() => localStorage.getItem('linli.screen.scene'))).toBeNull();
  expect(await wall.getByText(place).count()).toBe(0);
});
