import { afterAll, beforeAll, expect } from '@jest/globals';
import { launchBrowser } from '@linli/testkit';
import type { Browser, Page } from 'playwright-core';
import { dayFromNow, newId } from './api.js';
import { contextOf, DESK, noteComplaints, remember } from './support/browser-people.js';
import { done, openCentre } from './support/canteen.js';
import { inDatabase } from './support/database.js';
import { tabTo, usedMouse, watchForMouse } from './support/keys.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

const house = sharedHouse();
const step = story();
const [centreId, lessons, dayCare, seriesId] = [newId(), newId(), newId(), newId()];
const DAYS = 3;
let browser: Browser;
let desk: Page;
/** Somebody of the community whom no other test knows, with a name that nobody else has. */
let caller: { id: string; name: string };
const complaints: string[] = [];

const service = (id: string, category: string, name: string, bookedAs: string) => ({
  ...{ id, centreId, category, name, description: name, place: '二樓', priceFen: 0, careNeeds: [] },
  ...{ opensDaysAhead: 30, cutOffMinutes: 0, cancelMinutes: 0, walkIn: true, followsCalendar: false },
  ...{ active: true, bookedAs },
});

beforeAll(async () => {
  browser = await launchBrowser();
  const [found] = await inDatabase<typeof caller>(
    house,
    `SELECT resident.id, resident.name FROM resident JOIN area ON area.id = building_id
     WHERE area.code LIKE '411103001001%'
       AND NOT EXISTS (SELECT FROM booking WHERE beneficiary_id = resident.id)
       AND NOT EXISTS (SELECT FROM resident other WHERE other.name LIKE resident.name || '%' AND other.id <> resident.id)
     ORDER BY resident.name LIMIT 1`,
  );
  if (!found) throw new Error('Nobody has a name of their own');
  caller = found;
  const centre = { id: centreId, name: '示範幾次都訂站', near: caller.id, kind: 'ACTIVITY_ROOM' as const };
  const cadre = await openCentre(house, centre);
  await done(cadre, 'saveService', service(lessons, 'CLASS', '示範合唱課', 'SERIES'));
  await done(cadre, 'saveService', service(dayCare, 'DAY_CARE', '示範日間照料', 'RANGE'));
  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  await done(cadre, 'openSeries', {
    ...{ id: seriesId, serviceId: lessons, name: '晚班', weekdays: everyDay, starts: '23:57', ends: '23:58' },
    ...{ capacity: 4, from: dayFromNow(0), times: DAYS },
  });
  const slots = everyDay.map((weekday) => ({ weekday, starts: '08:00', ends: '17:00', capacity: 4 }));
  const days = { from: dayFromNow(1), to: dayFromNow(7) };
  await done(cadre, 'publishTimetable', { serviceId: dayCare, slots, ...days });
  const context = await contextOf(browser, cadre, DESK);
  await remember(context, { 'linli.locale': 'zh-Hant' });
  desk = await context.newPage();
  noteComplaints(desk, complaints);
  await watchForMouse(desk);
  await desk.goto(`${house.url}/console/desk?centre=${centreId}`);
  await desk.getByRole('heading', { name: word('console.quick.title') }).waitFor();
}, 900_000);

afterAll(() => browser.close());

const states = (of: string) =>
  inDatabase<{ state: string; channel: string }>(
    house,
    `SELECT booking.state, channel FROM booking JOIN session ON session.id = session_id
     WHERE beneficiary_id = $1 AND service_id = $2 ORDER BY starts_at`,
    [caller.id, of],
  );

/** The name, Enter, and C: the drawer for classes and days is there. */
async function callsForSeveral(): Promise<void> {
  await desk.waitForFunction(() => document.activeElement?.id === 'desk-who');
  await desk.keyboard.type(caller.name);
  await desk.getByRole('option', { name: new RegExp(caller.name) }).waitFor();
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: word('console.several.open') }).waitFor();
  await desk.keyboard.press('c');
  await desk.getByRole('dialog', { name: new RegExp(caller.name) }).waitFor();
}

/** Down from the first of the services, until it is this one. */
async function chooseService(id: string): Promise<void> {
  await tabTo(desk, new RegExp(`^ ${word('console.quick.what')}`));
  const chosen = () => desk.evaluate(() => (document.activeElement as HTMLSelectElement).value);
  for (let pressed = 0; pressed < 2 && (await chosen()) !== id; pressed += 1)
    await desk.keyboard.press('ArrowDown');
  expect(await chosen()).toBe(id);
}

step('a caller joins a class by keys alone: C, which class, all its dates', async () => {
  await desk.keyboard.press('t');
  await callsForSeveral();
  await chooseService(lessons);
  await desk.getByRole('button', { name: new RegExp(`報名這 ${DAYS} 次`) }).waitFor();
  await tabTo(desk, new RegExp(`報名這 ${DAYS} 次`));
  await desk.keyboard.press('Enter');
  await desk.locator('.toasts', { hasText: caller.name }).waitFor();
  expect(await states(lessons)).toEqual(Array(DAYS).fill({ state: 'CONFIRMED', channel: 'PHONE' }));
});

step('and days of day care, every one of them or none', async () => {
  await desk.getByRole('dialog').waitFor({ state: 'hidden' });
  await callsForSeveral();
  await chooseService(dayCare);
  const take = desk.getByRole('button', { name: /訂下這 5 天/ });
  await take.waitFor();
  await tabTo(desk, /訂下這 5 天/);
  await desk.keyboard.press('Enter');
  await desk.getByRole('dialog').waitFor({ state: 'hidden' });
  expect((await states(dayCare)).map(({ state }) => state)).toEqual(Array(5).fill('CONFIRMED'));
});

step('the roll of the class checks in by keys, and can tell who came', async () => {
  await desk.goto(`${house.url}/console/classes/${seriesId}?centre=${centreId}`);
  await desk.getByRole('rowheader', { name: new RegExp(caller.name) }).waitFor();
  await tabTo(desk, new RegExp(`^給${caller.name}簽到`));
  await desk.keyboard.press('Enter');
  await desk
    .getByRole('button', { name: new RegExp(`${caller.name}，.*${word('console.classes.mark.HERE')}`) })
    .waitFor();
  expect((await states(lessons)).map(({ state }) => state)).toEqual(['CHECKED_IN', 'CONFIRMED', 'CONFIRMED']);
  expect(await usedMouse(desk)).toBe(false);
  expect(complaints).toEqual([]);
});
