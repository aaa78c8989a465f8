import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SAMPLE_PASSWORD, STORY } from '@linli/sample';
import { launchBrowser } from '@linli/testkit';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ApiClient } from './api.js';
import { DESK, openContext, PHONE } from './support/browser-people.js';
import { codeFromOutbox } from './support/residents.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

const house = sharedHouse();
const { mother, fatherInLaw } = STORY;
const CADRE = 'longta.qiantai';
let browser: Browser;
/** The mother's phone, from one step to the next. */
let hers: Page;
const step = story();

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const openPhone = async (): Promise<Page> => (await openContext(browser, PHONE)).newPage();
const openDesk = async (): Promise<Page> => (await openContext(browser, DESK)).newPage();

const submit = (page: Page) => page.locator('form button[type=submit]');
const mode = (page: Page) => page.evaluate(() => document.documentElement.dataset.mode ?? 'normal');
const language = (page: Page) => page.evaluate(() => document.documentElement.lang);

it('five wrong codes burn the code: the right one opens nothing any more', async () => {
  const phone = await openPhone();
  await phone.goto(`${house.url}/sign-in`);
  await phone.locator('form input').fill(fatherInLaw.phone);
  await submit(phone).click();
  const field = phone.locator('input[autocomplete=one-time-code]');
  await field.waitFor();
  const right = await codeFromOutbox(phone, fatherInLaw.phone);
  const wrong = right.startsWith('0') ? '111111' : '000000';
  for (let guess = 1; guess <= 5; guess++) {
    await field.fill(wrong);
    const answer = phone.waitForResponse((response) => response.url().endsWith('/graphql'));
    await submit(phone).click();
    expect(await (await answer).text()).toContain('CODE_WRONG');
    await phone.getByText(word('refusal.CODE_WRONG')).waitFor();
  }
  await field.fill(right);
  await submit(phone).click();
  await phone.getByText(word('refusal.TOO_MANY_TRIES')).waitFor();
  expect(new URL(phone.url()).pathname).toBe('/sign-in/code');
  await phone.context().close();
}, 60_000);

step(
  'the language and the letters that one chose stay, after a reload, after the sign-in, and on the next phone',
  async () => {
    const phone = (hers = await openPhone());
    await phone.goto(`${house.url}/language`);
    await phone.getByRole('radio', { name: 'English' }).click({ force: true });
    await phone.locator('html[lang=en]').waitFor();
    await phone.locator('header button.tool').click();
    expect(await mode(phone)).toBe('elder');
    await phone.goto(`${house.url}/sign-in`);
    await phone.locator('html[lang=en]').waitFor();
    expect(await mode(phone)).toBe('elder');

    await phone.locator('form input').fill(mother.phone);
    await submit(phone).click();
    await phone.locator('input[autocomplete=one-time-code]').waitFor();
    const code = await codeFromOutbox(phone, mother.phone);
    await phone.locator('input[autocomplete=one-time-code]').fill(code);
    await submit(phone).click();
    await phone.locator('nav.tabs').waitFor();
    expect([await language(phone), await mode(phone)]).toEqual(['en', 'elder']);
    await untilSaved(phone);

    const next = await nextPhoneOf(phone.context());
    await next.goto(house.url);
    await next.locator('html[lang=en][data-mode=elder]').waitFor();
    await next.context().close();
  },
  90_000,
);

/** The app tells the server by itself what was chosen. */
const untilSaved = (page: Page) =>
  page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'x-linli-face': 'RESIDENT' };
    const body = JSON.stringify({ query: '{ myPreferences { language elderMode } }' });
    for (let tries = 0; tries < 100; tries++) {
      const answer = await fetch('/graphql', { method: 'POST', headers, body });
      if ((await answer.text()).includes('"language":"en","elderMode":true')) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The choice did not reach the server');
  });

/** Another phone of the same person, on which nobody has chosen anything. */
async function nextPhoneOf(context: BrowserContext): Promise<Page> {
  const id = await context.pages()[0]?.evaluate(() => localStorage.getItem('linli.resident'));
  const next = await openContext(browser, PHONE);
  await next.addCookies(await context.cookies());
  await next.addInitScript((resident) => localStorage.setItem('linli.resident', resident), id ?? '');
  return next.newPage();
}

step('signing out leaves nothing of her on the phone, and her cookie opens nothing', async () => {
  const cookies = await hers.context().cookies();
  expect(cookies.map(({ name }) => name)).toContain('linli_resident');
  await hers.goto(`${house.url}/me`);
  const signOut = { name: word('common.signOut', {}, 'en') };
  await hers.getByRole('button', signOut).click();
  await hers.getByRole('dialog').getByRole('button', signOut).click();
  await hers.locator('input[type=tel]').waitFor();

  const kept = await hers.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toMatch(/linli\.(resident|for|last-wish)/);
  expect([await language(hers), await mode(hers)]).toEqual(['en', 'elder']);
  await hers.goto(`${house.url}/bookings`);
  await hers.locator('input[type=tel]').waitFor();
  const answer = await fetch(`${house.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-linli-face': 'RESIDENT',
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    },
    body: JSON.stringify({ query: '{ me { id } }' }),
  });
  expect(await answer.json()).toEqual({ data: { me: null } });
  await hers.context().close();
});

/** What the console says to a pair of account and password. */
async function answerOf(account: string, password: string): Promise<{ text: string; page: Page }> {
  const page = await openDesk();
  await page.goto(`${house.url}/console/`);
  await page.getByLabel(word('console.signIn.account')).fill(account);
  await page.getByLabel(word('console.signIn.password')).fill(password);
  await submit(page).click();
  await page.locator('[role=alert]').waitFor();
  return { text: (await page.locator('[role=alert]').textContent()) ?? '', page };
}

it('a wrong password and an unknown account are answered alike', async () => {
  const known = await answerOf(CADRE, 'not the password');
  const unknown = await answerOf('nobody.at.all', 'not the password');
  expect(known.text).toContain(word('refusal.CREDENTIALS_WRONG'));
  expect(unknown.text).toBe(known.text);
  for (const { page } of [known, unknown]) await page.context().close();
}, 60_000);

async function enterConsole(page: Page): Promise<void> {
  await page.getByLabel(word('console.signIn.account')).fill(CADRE);
  await page.getByLabel(word('console.signIn.password')).fill(SAMPLE_PASSWORD);
  await submit(page).click();
  await page.locator('.side').waitFor();
}

it('a session that ended by itself leads back to the page where one was', async () => {
  const page = await openDesk();
  const address = `${house.url}/console/organisation?tree=party`;
  await page.goto(address);
  await enterConsole(page);
  expect(page.url()).toBe(address);
  await page.getByRole('treeitem').first().waitFor();

  const elsewhere = new ApiClient(() => house, 'CONSOLE');
  await elsewhere.signInAs(CADRE, SAMPLE_PASSWORD);
  await elsewhere.ask(
    'mutation { signOut(input: { everywhere: true }) { __typename ... on SignedOut { sessions } } }',
  );
  await page.getByRole('treeitem').last().click();
  await page.getByText(word('console.signIn.expired')).waitFor();
  const left = page.url();
  await enterConsole(page);
  expect(page.url()).toBe(left);
  expect(left).toContain('/console/organisation?tree=party');
  await page.getByRole('treeitem').first().waitFor();
  await page.context().close();
}, 90_000);

it('signing out of the console closes it, and the way back of the browser too', async () => {
  const page = await openDesk();
  await page.goto(`${house.url}/console/desk`);
  await enterConsole(page);
  await page.locator('.side__u').click();
  await page.getByRole('menuitem', { name: word('common.signOut') }).click();
  await page.getByLabel(word('console.signIn.password')).waitFor();
  await page.goBack();
  await page.goto(`${house.url}/console/desk`);
  await page.getByLabel(word('console.signIn.password')).waitFor();
  expect(await page.locator('.side').count()).toBe(0);
  await page.context().close();
}, 60_000);
