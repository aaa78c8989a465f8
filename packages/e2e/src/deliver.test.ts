import { afterAll, beforeAll, expect } from '@jest/globals';
import { idOf, SAMPLE_PASSWORD } from '@linli/sample';
import { launchBrowser } from '@linli/testkit';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ApiClient, newId } from './api.js';
import { contextOf, DESK, noteComplaints, PHONE } from './support/browser-people.js';
import { CADRE, type Canteen, done, openCanteen, publish, saveLunch } from './support/canteen.js';
import { inDatabase } from './support/database.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

const RIDER = 'shabei.songcan';
const house = sharedHouse();
const step = story();
let browser: Browser;
let canteen: Canteen;
let elders: { id: string; name: string }[];
let cadre: ApiClient;
let console: Page;
let bicycle: BrowserContext;
let phone: Page;
const complaints: string[] = [];

/** By telephone: a lunch for each of two neighbours who appear in no other test, to be brought to their doors. */
async function orderLunches(): Promise<void> {
  const serviceId = newId();
  await saveLunch(cadre, canteen.id, serviceId, 'DELIVERY');
  await publish(cadre, { serviceId, day: canteen.day, starts: canteen.starts });
  const [session] = await inDatabase<{ id: string }>(house, 'SELECT id FROM session WHERE service_id = $1', [
    serviceId,
  ]);
  for (const { id: beneficiaryId } of elders) {
    const wish = { id: newId(), sessionId: session?.id, beneficiaryId };
    await done(cadre, 'book', { ...wish, channel: 'PHONE' });
  }
}

async function releaseLunch(): Promise<void> {
  const at = { centreId: canteen.id, day: canteen.day, meal: 'LUNCH' };
  const measured = { sampleGrams: 130, keepHours: 48, celsiusTenths: 680, servedCold: false };
  const entries = ['土豆紅燒肉', '清炒時蔬'].map((dish) => ({ dish, ...measured }));
  await done(cadre, 'recordFoodSafety', { ...at, id: newId(), entries });
  await done(cadre, 'releaseMeal', { ...at, id: newId() });
}

beforeAll(async () => {
  browser = await launchBrowser();
  elders = await inDatabase<{ id: string; name: string }>(
    house,
    `SELECT DISTINCT ON (area.code) resident.id, resident.name FROM resident JOIN area ON area.id = building_id
     WHERE area.code LIKE '411103001001%'  AND building_id <> (SELECT building_id FROM resident WHERE id = $1)
       AND allergies = '{}' AND phone_index IS NOT NULL
       AND NOT EXISTS (SELECT FROM booking WHERE beneficiary_id = resident.id)
     ORDER BY area.code, resident.id LIMIT 2`,
    [idOf('resident mother')],
  );
  canteen = await openCanteen(house, elders[0]?.id);
  cadre = new ApiClient(() => house, 'CONSOLE');
  await cadre.signInAs(CADRE, SAMPLE_PASSWORD);
  // The volunteer of another canteen helps out: no command gives somebody a second centre from here.
  await inDatabase(
    house,
    `INSERT INTO duty (id, account_id, role, centre_id, valid_from) VALUES ($1, $2, 'DELIVERY_VOLUNTEER', $3, '2020-01-01')`,
    [newId(), idOf(`account ${RIDER}`), canteen.id],
  );
  await orderLunches();
  const rider = new ApiClient(() => house, 'CONSOLE');
  await rider.signInAs(RIDER, SAMPLE_PASSWORD);
  console = await (await contextOf(browser, cadre, DESK)).newPage();
  bicycle = await contextOf(browser, rider, PHONE);
  phone = await bicycle.newPage();
  noteComplaints(console, complaints);
  await console.goto(`${house.url}/console/rounds?centre=${canteen.id}`);
}, 900_000);

afterAll(() => browser.close());

const button = (page: Page, key: string) => page.getByRole('button', { name: word(key), exact: true });

step('two orders become a round with a rider', async () => {
  await button(console, 'console.rounds.plan').click();
  await console.locator('.round .stop').nth(1).waitFor();
  expect(await console.locator('.round').count()).toBe(1);
  await console.locator('.round__h select').first().selectOption({ label: '老魏' });
  await console.getByText(word('console.rounds.unassigned')).first().waitFor();
});

step('nobody leaves before the meal is released', async () => {
  const leave = async () => {
    await console
      .locator('.round__acts')
      .getByRole('button', { name: word('console.rounds.start'), exact: true })
      .click();
    await console
      .getByRole('dialog')
      .getByRole('button', { name: word('console.rounds.start'), exact: true })
      .click();
  };
  await leave();
  await console.getByText(word('refusal.MEAL_NOT_RELEASED')).waitFor();
  await releaseLunch();
  await leave();
  await console.getByText(word('RoundState.OUT'), { exact: true }).waitFor();
});

const unsent = (count: number) => word('console.rounds.unsent').replace(/\{.*\}/, String(count));

const marksThere = () =>
  inDatabase<{ count: number }>(
    house,
    `SELECT count(*)::int FROM delivery_mark mark JOIN delivery_stop stop USING (booking_id)
       JOIN delivery_round round ON round.id = stop.round_id JOIN session ON session.id = round.session_id
     WHERE session.centre_id = $1`,
    [canteen.id],
  );

step(
  'without network the rider opens the round again and goes on: what was tapped stays on the phone',
  async () => {
    await phone.goto(`${house.url}/console/rounds?centre=${canteen.id}`);
    await phone.getByRole('link', { name: word('console.rounds.ride') }).click();
    await button(phone, 'console.rounds.toResident').waitFor();
    await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await bicycle.setOffline(true);
    await phone.reload();
    await phone.getByText(word('console.rounds.alone')).waitFor();
    await phone.getByText('1 / 2').waitFor();
    await button(phone, 'console.rounds.toResident').click();
    await phone.getByText('2 / 2').waitFor();
    await phone.getByText(unsent(1)).waitFor();
  },
);

step(
  'closed and opened from the home screen, the round is still there; a tap taken back is not kept',
  async () => {
    await phone.close();
    phone = await bicycle.newPage();
    await phone.goto(`${house.url}/console/`);
    await phone.getByText('2 / 2').waitFor();
    expect(new URL(phone.url()).pathname).toMatch(/^\/console\/rounds\//);
    await button(phone, 'DeliveryOutcome.REFUSED').click();
    await phone.getByText(unsent(2)).waitFor();
    await button(phone, 'console.rounds.takeBack').click();
    await phone.getByText('2 / 2').waitFor();
    await button(phone, 'DeliveryOutcome.NOBODY_OPENED').click();
    await phone.getByText(unsent(2)).waitFor();
    expect(await marksThere()).toEqual([{ count: 0 }]);
  },
);

step('back in the network they are sent, once', async () => {
  await bicycle.setOffline(false);
  await phone.getByText(word('console.rounds.allSent')).waitFor({ timeout: 30_000 });
  await phone.getByText(word('console.rounds.alone')).waitFor({ state: 'hidden' });
  expect(await marksThere()).toEqual([{ count: 2 }]);
  const marks = await inDatabase<{ outcome: string }>(
    house,
    `SELECT outcome FROM delivery_mark mark JOIN booking ON booking.id = booking_id
       JOIN session ON session.id = session_id WHERE session.centre_id = $1 ORDER BY outcome`,
    [canteen.id],
  );
  expect(marks).toEqual([{ outcome: 'DELIVERED' }, { outcome: 'NOBODY_OPENED' }]);
  await console.getByText(word('DeliveryOutcome.DELIVERED')).nth(1).waitFor();
});

step('whoever did not open is looked after until somebody has seen them', async () => {
  await console.goto(`${house.url}/console/welfare`);
  // Others may wait to be looked after too.
  const card = console
    .locator('.check')
    .filter({ hasText: new RegExp(elders.map(({ name }) => name).join('|')) });
  const act = (key: string) => card.getByRole('button', { name: word(key), exact: true });
  await act('console.welfare.reveal').click();
  await card.locator('.due__n').waitFor();
  await act('WelfareStepResult.NOT_REACHED').click();
  await card.getByText(word('WelfareStepKind.EMERGENCY_CONTACT')).waitFor();
  await act('console.welfare.close').click();
  const dialog = console.getByRole('dialog');
  await dialog.getByRole('button', { name: word('console.welfare.close'), exact: true }).click();
  await dialog.getByText(word('console.welfare.chooseOutcome')).waitFor();
  await dialog.getByLabel(word('console.welfare.outcome')).selectOption('SAFE_AT_HOME');
  await dialog.getByLabel(word('console.welfare.note')).fill('網格員田俊霞 12:20 在家中見到本人');
  await dialog.getByRole('button', { name: word('console.welfare.close'), exact: true }).click();
  await card.waitFor({ state: 'detached' });
});

step('and the bicycle is back', async () => {
  await console.goto(`${house.url}/console/rounds?centre=${canteen.id}`);
  await button(console, 'console.rounds.end').click();
  await console.getByText(word('RoundState.BACK'), { exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

/** All that this phone keeps of rounds, as text. */
const keptOn = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open('linli.rounds');
    await new Promise((done) => (open.onsuccess = done));
    const rows = open.result.transaction('rounds').objectStore('rounds').getAll();
    await new Promise((done) => (rows.onsuccess = done));
    return JSON.stringify([rows.result, localStorage.getItem('linli.console.rider')]);
  });

step('whoever signs out leaves no names on the phone, and without network it opens nothing', async () => {
  expect(await keptOn(phone)).toContain('building');
  await phone.locator('.side__u').click();
  await phone.getByRole('menuitem', { name: word('common.signOut') }).click();
  await phone.getByLabel(word('console.signIn.password')).waitFor();
  expect(await keptOn(phone)).toBe('[[],null]');
  await bicycle.setOffline(true);
  await phone.goto(`${house.url}/console/`);
  await phone.getByText(word('console.read.failed')).waitFor({ timeout: 30_000 });
  for (const { name } of elders) expect(await phone.getByText(name).count()).toBe(0);
});
