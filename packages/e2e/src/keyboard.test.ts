import { afterAll, beforeAll, expect } from '@jest/globals';
import { SAMPLE_PASSWORD } from '@linli/sample';
import { launchBrowser } from '@linli/testkit';
import type { Browser, Page } from 'playwright-core';
import { ApiClient, dayFromNow, newId } from './api.js';
import { contextOf, DESK, noteComplaints } from './support/browser-people.js';
import { CADRE, done, openCanteen, publish } from './support/canteen.js';
import { inDatabase } from './support/database.js';
import { usedMouse, watchForMouse } from './support/keys.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

const SERVICE = '示範修腳';
const house = sharedHouse();
const step = story();
const complaints: string[] = [];
let browser: Browser;
let desk: Page;
let serviceId: string;
/** Somebody of the community whom no other test knows, with a name that nobody else has. */
let caller: { id: string; name: string };

beforeAll(async () => {
  browser = await launchBrowser();
  const [found] = await inDatabase<typeof caller>(
    house,
    `SELECT resident.id, resident.name FROM resident JOIN area ON area.id = building_id
     WHERE area.code LIKE '411103001001%' AND allergies = '{}'
       AND NOT EXISTS (SELECT FROM booking WHERE beneficiary_id = resident.id)
       AND NOT EXISTS (SELECT FROM resident other WHERE other.name LIKE resident.name || '%' AND other.id <> resident.id)
     ORDER BY resident.id DESC LIMIT 1`,
  );
  if (!found) throw new Error('Nobody has a name of their own');
  caller = found;
  const centre = await openCanteen(house, caller.id);
  const cadre = new ApiClient(() => house, 'CONSOLE');
  await cadre.signInAs(CADRE, SAMPLE_PASSWORD);
  serviceId = newId();
  await done(cadre, 'saveService', {
    ...{ id: serviceId, centreId: centre.id, category: 'HEALTH_CHECK', name: SERVICE, description: SERVICE },
    ...{ place: '一樓', priceFen: 0, careNeeds: [], opensDaysAhead: 7, cutOffMinutes: 0, cancelMinutes: 0 },
    ...{ walkIn: true, followsCalendar: false, active: true },
  });
  await publish(cadre, { serviceId, day: dayFromNow(1), starts: '10:00' });
  desk = await (await contextOf(browser, cadre, DESK)).newPage();
  noteComplaints(desk, complaints);
  await watchForMouse(desk);
  await desk.goto(`${house.url}/console/desk?centre=${centre.id}`);
  await desk.getByRole('heading', { name: word('console.quick.title') }).waitFor();
}, 900_000);

afterAll(() => browser.close());

/** What has the focus: its id or name, and whether that can be seen on it or on what frames it. */
const focused = () =>
  desk.evaluate(() => {
    const at = document.activeElement as HTMLInputElement;
    const frames = [at, at.closest('label')].filter((one) => one !== null);
    const isMarked = frames.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    return { at: at.id || at.name, isMarked };
  });

const bookings = () =>
  inDatabase<{ state: string; channel: string; ticket: string }>(
    house,
    `SELECT booking.state, channel, ticket_number AS ticket FROM booking JOIN session ON session.id = session_id
     WHERE beneficiary_id = $1 AND service_id = $2`,
    [caller.id, serviceId],
  );

step(
  'T answers the telephone: the cursor stands where the name goes, and the channel is the telephone',
  async () => {
    await desk.keyboard.press('t');
    await desk.waitForFunction(() => document.activeElement?.id === 'desk-who');
    expect(await focused()).toEqual({ at: 'desk-who', isMarked: true });
    expect(await desk.getByRole('radio', { name: word('console.quick.phone') }).isChecked()).toBe(true);
  },
);

step('the name and Enter choose the person, and the keys are at what they can book', async () => {
  await desk.keyboard.type(caller.name);
  await desk.getByRole('option', { name: new RegExp(caller.name) }).waitFor();
  await desk.keyboard.press('Enter');
  await desk.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.name === 'desk-what');
  expect(await focused()).toEqual({ at: 'desk-what', isMarked: true });
});

step('a number chooses the session, and the check can be read before anything is booked', async () => {
  const lines = await desk.locator('.quick .opt2').allTextContents();
  const number = lines.findIndex((line) => line.includes(SERVICE)) + 1;
  expect(number).toBeGreaterThan(0);
  await desk.keyboard.press(String(number));
  const check = desk.locator('.quick .end [role=status]');
  await check.filter({ hasText: SERVICE }).waitFor();
  expect(await check.textContent()).toContain(caller.name);
  expect(await check.textContent()).toContain(word('console.quick.phone'));
  expect(await bookings()).toEqual([]);
});

step('Esc asks, and Enter goes on where one was', async () => {
  await desk.keyboard.press('Escape');
  const dialog = desk.getByRole('dialog', { name: word('console.quick.giveUpTitle') });
  await dialog.waitFor();
  await desk.waitForFunction(() => document.activeElement?.tagName === 'BUTTON');
  await desk.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  expect(await desk.locator('.quick .end [role=status]').textContent()).toContain(SERVICE);
});

step('Ctrl and Enter book; it is told, stored, and the next caller can be asked for', async () => {
  await desk.keyboard.press('Control+Enter');
  await desk.locator('.toasts', { hasText: caller.name }).waitFor();
  const [booking, ...more] = await bookings();
  expect(more).toEqual([]);
  expect(booking).toMatchObject({ state: 'CONFIRMED', channel: 'PHONE' });
  expect(await desk.locator('.toasts').textContent()).toContain(booking?.ticket);
  await desk.waitForFunction(() => document.activeElement?.id === 'desk-who');
});

step('the keys are written down a key away, and no button of a mouse was pressed', async () => {
  await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await desk.keyboard.press('?');
  await desk.getByRole('dialog', { name: word('console.keys.title') }).waitFor();
  expect(await usedMouse(desk)).toBe(false);
  expect(complaints).toEqual([]);
});
