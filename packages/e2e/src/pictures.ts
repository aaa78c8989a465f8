import { idOf, SAMPLE_PASSWORD, sampleCentres } from '@linli/sample';
import { launchBrowser, openHouse } from '@linli/testkit';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ApiClient, dayFromNow } from './api.js';
import { contextOf, PHONE, remember, WALL } from './support/browser-people.js';
import { settle } from './support/page-rules.js';

// The pictures of the README: `pnpm --filter @linli/e2e pictures` after a build. The machine needs Chinese fonts
// (Debian: fonts-noto-cjk), or every character is a box. They show the day on which they are taken.
const folder = path.resolve(import.meta.dirname, '../../../docs/pictures');
const shabei = sampleCentres.find(({ key }) => key === 'shabei');
const centre = `centre=${shabei?.id ?? ''}`;
const lunch = shabei?.services[0]?.id ?? '';
// There is no lunch on a Sunday.
const isSunday = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() === 0;
const tomorrow = dayFromNow(isSunday(dayFromNow(1)) ? 2 : 1);
const HALF_SIZE = { deviceScaleFactor: 0.75 };

const house = await openHouse();
const browser = await launchBrowser();
try {
  mkdirSync(folder, { recursive: true });
  await ofPhone(browser);
  await ofConsole(browser);
} finally {
  await browser.close();
  await house.stop();
}

async function shoot(page: Page, name: string): Promise<void> {
  await settle(page);
  await page.waitForTimeout(600);
  await page.screenshot({ path: path.join(folder, `${name}.png`), type: 'png' });
  console.log(`docs/pictures/${name}.png`);
}

interface Ticket {
  readonly id: string;
  readonly session: { service: { meal: string | null } };
}

async function ofPhone(open: Browser): Promise<void> {
  const daughter = new ApiClient(() => house, 'RESIDENT');
  const id = await daughter.signInWithPhone('13900000001');
  const mother = idOf('resident mother');
  const { bookings } = await daughter.ask<{ bookings: { edges: { node: Ticket }[] } }>(
    `query ($mother: ID) { bookings(when: COMING, first: 20, beneficiaryId: $mother) {
      edges { node { id session { service { meal } } } } } }`,
    { mother },
  );
  const ticket = bookings.edges.find(({ node }) => node.session.service.meal)?.node.id ?? '';
  for (const [name, address, elder] of [
    ['resident-home', '/', 'no'],
    ['resident-home-elder', '/', 'yes'],
    ['resident-lunch', '/lunch', 'no'],
    ['resident-ticket', `/bookings/${ticket}`, 'no'],
    ['resident-services', '/services', 'no'],
  ] as const) {
    const context = await contextOf(open, daughter, { ...PHONE, deviceScaleFactor: 1.5 });
    const look = { 'linli.elder': elder, 'linli.locale': 'zh-Hant' };
    await remember(context, { 'linli.resident': id, 'linli.for': mother, ...look });
    const page = await context.newPage();
    await page.goto(house.url + address);
    await shoot(page, name);
    await context.close();
  }
}

async function ofConsole(open: Browser): Promise<void> {
  const cadre = new ApiClient(() => house, 'CONSOLE');
  await cadre.signInAs('qu.zuzhi', SAMPLE_PASSWORD);
  const context = await contextOf(open, cadre, { viewport: { width: 1320, height: 825 } });
  await remember(context, { 'linli.locale': 'zh-Hant' });
  const page = await context.newPage();
  for (const [name, address] of [
    ['console-desk', `/desk?${centre}&day=${tomorrow}&view=all`],
    ['console-kitchen', `/kitchen?${centre}&day=${tomorrow}`],
    ['console-services', `/services?${centre}`],
    ['console-timetable', `/services/${lunch}?${centre}`],
    ['console-organisation', '/organisation'],
    ['console-accounts', '/accounts'],
  ] as const) {
    await page.goto(`${house.url}/console${address}`);
    await shoot(page, name);
  }
  await context.close();
  await ofWalls(await contextOf(open, cadre, { ...WALL, ...HALF_SIZE }), await district(cadre));
}

async function district(cadre: ApiClient): Promise<string> {
  const { areas } = await cadre.ask<{ areas: { id: string }[] }>('{ areas(depth: 0) { id } }');
  return areas[0]?.id ?? '';
}

async function ofWalls(context: BrowserContext, areaId: string): Promise<void> {
  await context.clock.install();
  await byDay(context);
  const page = await context.newPage();
  for (const [name, preview, turns] of [
    ['screen-centre', `centre:${shabei?.id ?? ''}`, 0],
    ['screen-centre-week', `centre:${shabei?.id ?? ''}`, 1],
    ['screen-district', `area:${areaId}`, 0],
    ['screen-district-services', `area:${areaId}`, 1],
  ] as const) {
    await page.goto(`${house.url}/screen/?preview=${preview}`);
    await page.locator('.foot').waitFor();
    for (let turn = 0; turn < turns; turn++) await page.clock.fastForward(24_500);
    await shoot(page, name);
  }
  await context.close();
}

/** A wall shines less at night, whoever takes its picture then. */
async function byDay(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const style = document.createElement('style');
    style.textContent =
      '.wall--night .stage, .wall--night { filter: none !important; opacity: 1 !important; }';
    document.addEventListener('DOMContentLoaded', () => document.head.append(style));
  });
}
