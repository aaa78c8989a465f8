import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { SAMPLE_PASSWORD, sampleCentres, STORY } from '@linli/sample';
import { launchBrowser, openHouse } from '@linli/testkit';
import type { Browser, Page } from 'playwright-core';
import { ApiClient, newId } from './api.js';

// Takes the pictures of the README, for which the machine must have a Chinese font.
const FOLDER = path.resolve(import.meta.dirname, '../../../docs/pictures');
const SETTLED_MS = 2500;
// A wall is dimmed at night; a picture is looked at by day.
const BY_DAY = '.wall--night { filter: none !important }';

mkdirSync(FOLDER, { recursive: true });
const house = await openHouse();
const browser = await launchBrowser();
try {
  await resident(browser);
  await staff(browser);
  await walls(browser);
} finally {
  await browser.close();
  await house.stop();
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLED_MS);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
}

async function resident(on: Browser): Promise<void> {
  const context = await on.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-TW' });
  const page = await context.newPage();
  await page.goto(house.url);
  await page.locator('input').first().fill(STORY.mother.phone);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(SETTLED_MS);
  const outbox = await context.newPage();
  await outbox.goto(`${house.url}/outbox`);
  const [code = ''] = /\b\d{6}\b/.exec(await outbox.locator('body').innerText()) ?? [];
  await outbox.close();
  await page.locator('input').first().fill(code);
  await page.keyboard.press('Enter');
  await take(page, 'resident-home-first');
  await page.goto(`${house.url}/lunch`);
  await take(page, 'resident-lunch');
  await page.goto(`${house.url}/bookings`);
  const ticket = page.locator('a[href*="/bookings/"]').first();
  if (await ticket.isVisible()) await ticket.click();
  await take(page, 'resident-ticket');
  await page.goto(house.url);
  await take(page, 'resident-home');
  await page.getByRole('button', { name: '大字' }).click();
  await take(page, 'resident-home-elder');
  await context.close();
}

async function staff(on: Browser): Promise<void> {
  const context = await on.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-TW' });
  const page = await context.newPage();
  await page.goto(`${house.url}/console/`);
  await page.locator('input').nth(0).fill('shabei.qiantai');
  await page.locator('input').nth(1).fill(SAMPLE_PASSWORD);
  await page.keyboard.press('Enter');
  await take(page, 'console-desk');
  for (const name of ['kitchen', 'services', 'organisation']) {
    await page.goto(`${house.url}/console/${name}`);
    await take(page, `console-${name}`);
  }
  await page.goto(`${house.url}/console/services`);
  await page.getByText('量血壓、測血糖').first().click();
  await take(page, 'console-timetable');
  await context.close();
}

async function walls(on: Browser): Promise<void> {
  const district = new ApiClient(() => house, 'CONSOLE');
  await district.signInAs('qu.zuzhi', SAMPLE_PASSWORD);
  const { areas } = await district.ask<{ areas: { id: string }[] }>('{ areas(depth: 0) { id } }');
  const places = { centre: { centreId: sampleCentres[0]?.id }, district: { areaId: areas[0]?.id } };
  for (const [name, place] of Object.entries(places)) {
    const context = await on.newContext({ viewport: { width: 1920, height: 1080 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${house.url}/screen/`);
    await page.waitForTimeout(SETTLED_MS);
    const text = (await page.locator('body').innerText()).replace(/\s/g, '');
    const code = /碼([2-9A-HJKMNP-Z]{6})/.exec(text)?.[1];
    const pair = 'mutation ($input: PairScreenInput!) { pairScreen(input: $input) { __typename } }';
    await district.ask(pair, { input: { id: newId(), code, name: '一樓大廳', ...place } });
    await page.addStyleTag({ content: BY_DAY });
    await page.waitForTimeout(SETTLED_MS);
    await take(page, `screen-${name}`);
    await context.close();
  }
}
