import { afterAll, beforeAll, expect } from '@jest/globals';
import { launchBrowser } from '@linli/testkit';
import type { Browser, Page } from 'playwright-core';
import { ApiClient, dayFromNow, nearestId, newId } from './api.js';
import { contextOf, noteComplaints, PHONE, remember } from './support/browser-people.js';
import { done, openCentre } from './support/canteen.js';
import { inDatabase } from './support/database.js';
import { learner as someone } from './support/resident-routes.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

const house = sharedHouse();
const step = story();
const TIMES = 8;
const [centreId, serviceId, seriesId] = [nearestId(), newId(), newId()];
const learner = new ApiClient(() => house, 'RESIDENT');
let browser: Browser;
let phone: Page;
const complaints: string[] = [];
/** A word that counts the dates. */
const counted = (key: Parameters<typeof word>[0]): string =>
  word(key).replace('{count, number}', String(TIMES));

/** A class of eight weeks in the learner's own building, with a place for each of few. */
async function openClass(near: string): Promise<void> {
  const cadre = await openCentre(house, {
    id: centreId,
    name: '示範樓上書法室',
    near,
    kind: 'ACTIVITY_ROOM',
  });
  await done(cadre, 'saveService', {
    ...{
      id: serviceId,
      centreId,
      category: 'CLASS',
      name: '樓上書法課',
      description: '八週學會楷書。',
      place: '二樓',
    },
    ...{ priceFen: 500, careNeeds: [], opensDaysAhead: 30, cutOffMinutes: 0, cancelMinutes: 0 },
    ...{ walkIn: false, followsCalendar: false, active: true, bookedAs: 'SERIES' },
  });
  const from = dayFromNow(1);
  const weekday = new Date(`${from}T12:00:00Z`).getUTCDay() || 7;
  await done(cadre, 'openSeries', {
    ...{ id: seriesId, serviceId, name: '上午班', weekdays: [weekday], starts: '06:05', ends: '06:55' },
    ...{ capacity: 4, from, times: TIMES },
  });
}

const taken = () =>
  inDatabase<{ state: string }>(
    house,
    `SELECT booking.state FROM booking JOIN session ON session.id = session_id WHERE session.series_id = $1
     ORDER BY starts_at`,
    [seriesId],
  );

beforeAll(async () => {
  browser = await launchBrowser();
  const { phone: number } = someone();
  const learnerId = await learner.signInWithPhone(number);
  await openClass(learnerId);
  const context = await contextOf(browser, learner, PHONE);
  await remember(context, { 'linli.resident': learnerId, 'linli.locale': 'zh-Hant' });
  phone = await context.newPage();
  noteComplaints(phone, complaints);
}, 900_000);

afterAll(() => browser.close());

step(
  'a class is joined in three taps: which class, on, all dates',
  async () => {
    await phone.goto(`${house.url}/services/${serviceId}`);
    await phone.getByRole('heading', { level: 1, name: '樓上書法課' }).waitFor();
    await phone.getByRole('radio', { name: /上午班/ }).check();
    await phone.getByRole('button', { name: word('resident.nextCheck') }).tap();
    await phone.getByRole('heading', { name: counted('later.several.allDates') }).waitFor();
    expect(await phone.locator('ol li').count()).toBe(TIMES);
    await phone.getByRole('button', { name: counted('later.several.join') }).tap();
    await phone.getByText(counted('later.several.taken')).waitFor();
    expect(await taken()).toEqual(Array(TIMES).fill({ state: 'CONFIRMED' }));
  },
  60_000,
);

step(
  'the list shows it as one entry, which opens into its dates; one of them is given back alone',
  async () => {
    await phone.goto(`${house.url}/bookings`);
    const entry = phone.getByRole('link', { name: new RegExp(word('later.several.allDays')) });
    await entry.waitFor();
    expect(await entry.count()).toBe(1);
    await entry.tap();
    const dates = phone.locator('.stand a');
    await dates.first().waitFor();
    expect(await dates.count()).toBe(TIMES);
    await dates.nth(1).tap();
    await phone.getByRole('button', { name: word('resident.cancel.do') }).tap();
    await phone
      .getByRole('dialog')
      .getByRole('button', { name: word('resident.cancel.do') })
      .tap();
    await phone.getByText(word('resident.cancel.done')).waitFor();
    const states = (await taken()).map(({ state }) => state);
    expect(states.filter((state) => state === 'CANCELLED')).toHaveLength(1);
  },
  60_000,
);

step(
  'who leaves gives back all that remains, and reads so',
  async () => {
    await phone.getByRole('link', { name: new RegExp(word('later.several.allDays')) }).tap();
    await phone.getByRole('button', { name: word('later.several.leave') }).tap();
    await phone
      .getByRole('dialog')
      .getByRole('button', { name: word('later.several.leave') })
      .tap();
    await phone.getByText(word('later.several.leftLead')).waitFor();
    expect(await taken()).toEqual(Array(TIMES).fill({ state: 'CANCELLED' }));
    expect(complaints).toEqual([]);
  },
  60_000,
);
