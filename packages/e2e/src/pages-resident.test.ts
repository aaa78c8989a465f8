import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { launchBrowser } from '@linli/testkit';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ApiClient } from './api.js';
import { routesWithout } from './support/app-routes.js';
import { contextOf, noteComplaints, openContext, PHONE, remember } from './support/browser-people.js';
import { faultsOf, settle } from './support/page-rules.js';
import { phoneOfCarer, residentRoutes } from './support/resident-routes.js';
import { sharedHouse } from './support/shared-house.js';
import { walkTo } from './support/walk.js';

const LOCALES = ['zh-Hant', 'zh-Hans', 'en'] as const;
const MODES = { normal: 48, elder: 60 } as const;
const WINDOWS = [PHONE.viewport, { width: 320, height: 700 }];

/** One look of the app: a page that stays open, with all that it complains of. */
interface Look {
  readonly name: string;
  readonly page: Page;
  readonly leastTarget: number;
  readonly complaints: string[];
}

const house = sharedHouse();
const resident = new ApiClient(() => house, 'RESIDENT');
let browser: Browser;
let looks: Look[];
let strangers: Look[];
let routes: Awaited<ReturnType<typeof residentRoutes>>;

const openLooks = (open: () => Promise<BrowserContext>): Promise<Look[]> =>
  Promise.all(
    LOCALES.flatMap((locale) =>
      Object.entries(MODES).map(async ([mode, leastTarget]) => {
        const context = await open();
        await remember(context, { 'linli.locale': locale, 'linli.elder': mode === 'elder' ? 'yes' : 'no' });
        const page = await context.newPage();
        return { name: `${mode} ${locale}`, page, leastTarget, complaints: noteComplaints(page) };
      }),
    ),
  );

beforeAll(async () => {
  browser = await launchBrowser();
  const id = await resident.signInWithPhone(phoneOfCarer());
  routes = await residentRoutes(resident);
  strangers = await openLooks(() => openContext(browser, PHONE));
  looks = await openLooks(async () => {
    const context = await contextOf(browser, resident, PHONE);
    await remember(context, { 'linli.resident': id });
    return context;
  });
}, 60_000);

afterAll(() => browser.close());

/** In every mode and language: faults of the page and what it complained of meanwhile. */
async function faultsInEachLook(all: readonly Look[], arrive: (page: Page) => Promise<unknown>) {
  const found = await Promise.all(
    all.map(async ({ name, page, leastTarget, complaints }) => {
      complaints.length = 0;
      await page.setViewportSize(PHONE.viewport);
      await arrive(page);
      await settle(page);
      const faults = await faultsOf(page, { windows: WINDOWS, leastTarget, largeLetters: true });
      return [...faults, ...complaints].map((fault) => `${name}: ${fault}`);
    }),
  );
  return found.flat();
}

const STANDING = [
  ...['standing orders', 'standing order, which days', 'standing order, how', 'standing order, from when'],
  ...['standing order, check', 'standing order', 'standing order, a day', 'standing order, a day otherwise'],
  ...['standing order, pause', 'standing order, end'],
];
const SEVERAL = [
  ...['classes', 'class, check', 'range, first day', 'range, last day', 'range, check', 'run', 'run, new'],
];
// Opened cold, the steps lead back to the list; walked through below.
const CONTACTS = [
  ...['contacts', 'contacts, new', 'contacts, new/relation', 'contacts, new/phone', 'contacts, door'],
  ...['contacts, door/hours', 'contacts, door/hint'],
];
const ROUTES = [
  ...['home', 'language', 'lunch', 'lunch, another day', 'lunch, check', 'services', 'services of a kind'],
  ...[
    'services, which centre',
    'service',
    'service, time chosen',
    'service, wait',
    'service, check',
    'bookings',
    'bookings, past',
    'ticket',
  ],
  ...[
    'ticket, new',
    'move',
    'move, check',
    'appeal',
    ...STANDING,
    ...SEVERAL,
    'me',
    'devices',
    'organisational life',
    'organisational life, confirming',
    'notices',
    'calendar',
    'reminders',
    'care',
    'care, new',
    'care, change',
    ...CONTACTS,
    'nowhere',
  ],
];

it('the table of routes is the one that is tried', () => {
  expect(routes.map(([name]) => name)).toEqual(ROUTES);
});

it('every route of the app is tried', () => {
  const before = ['/sign-in', '/sign-in/code', '/language'];
  expect(routesWithout('resident', [...routes.map(([, address]) => address), ...before])).toEqual([]);
});

it.each(ROUTES)(
  '%s: no violation, no overflow, no small target, no raw word, no complaint, in both modes and three languages',
  async (route) => {
    const address = routes.find(([name]) => name === route)?.[1] ?? '';
    expect(await faultsInEachLook(looks, (page) => walkTo(page, house.url, '/nowhere', address))).toEqual([]);
  },
  90_000,
);

const submit = (page: Page) => page.locator('main button[type=submit]').click();
const aContact = async (page: Page) => {
  await page.goto(`${house.url}/me/contacts/new`);
  await page.getByRole('textbox').fill('趙小紅');
  await submit(page);
  await page.waitForURL(/new\/relation$/);
};
const theDoor = async (page: Page) => {
  await page.goto(`${house.url}/me/contacts`);
  await page
    .locator('main')
    .getByRole('link', { name: /門牌|门牌|door/i })
    .click();
  await page.waitForURL(/contacts\/door$/);
};
const STEPS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['how a contact is related', aContact],
  [
    'how a contact is reached',
    async (page) => {
      await aContact(page);
      await page.locator('main .opt').first().click();
      await submit(page);
      await page.waitForURL(/new\/phone$/);
    },
  ],
  ['where the door is', theDoor],
  [
    'when somebody is at home',
    async (page) => {
      await theDoor(page);
      await page.getByRole('textbox').fill('1 單元 302');
      await submit(page);
      await page.waitForURL(/door\/hours$/);
    },
  ],
];
it.each(STEPS)(
  '%s',
  async (_, arrive) => {
    expect(await faultsInEachLook(looks, arrive)).toEqual([]);
  },
  90_000,
);

it('cancelling a ticket', async () => {
  const ticket = routes.find(([name]) => name === 'ticket')?.[1] ?? '';
  const arrive = async (page: Page) => {
    await page.goto(house.url + ticket);
    await settle(page);
    await page.getByRole('button', { name: /取消|cancel/i }).click();
    await page.locator('dialog[open]').waitFor();
  };
  expect(await faultsInEachLook(looks, arrive)).toEqual([]);
}, 90_000);

it.each(['/sign-in', '/language'])(
  '%s, before the sign-in',
  async (address) => {
    expect(await faultsInEachLook(strangers, (page) => page.goto(house.url + address))).toEqual([]);
  },
  90_000,
);

it('the code page, and a wrong number before it', async () => {
  const serial = [...strangers.keys()];
  const arrive = async (page: Page) => {
    const nobody = `1391234${String(1000 + (serial.pop() ?? 0))}`;
    await page.goto(`${house.url}/sign-in`);
    await page.locator('form input').fill('1390');
    await page.locator('form button[type=submit]').click();
    await page.locator('[aria-invalid=true]').waitFor();
    await page.locator('form input').fill(nobody);
    await page.locator('form button[type=submit]').click();
    await page.locator('input[autocomplete=one-time-code]').waitFor();
  };
  expect(await faultsInEachLook(strangers, arrive)).toEqual([]);
}, 90_000);
