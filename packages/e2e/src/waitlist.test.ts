import { afterAll, beforeAll, expect } from '@jest/globals';
import { launchBrowser } from '@linli/testkit';
import type { Browser, Page } from 'playwright-core';
import { ApiClient, dayFromNow, nearestId, newId } from './api.js';
import { contextOf, noteComplaints, PHONE, remember } from './support/browser-people.js';
import { done, openCentre } from './support/canteen.js';
import { neighbours } from './support/resident-routes.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

const house = sharedHouse();
const step = story();
const day = dayFromNow(1);
const [centreId, serviceId, bookingId] = [nearestId(), newId(), newId()];
const first = new ApiClient(() => house, 'RESIDENT');
const second = new ApiClient(() => house, 'RESIDENT');
let browser: Browser;
let phone: Page;
const complaints: string[] = [];

/** A canteen with one place tomorrow, in the building of the second, where whoever finds it full may wait. */
async function openSmallCanteen(near: string): Promise<string> {
  const cadre = await openCentre(house, { id: centreId, name: '示範樓下小食堂', near });
  await done(cadre, 'saveService', {
    ...{ id: serviceId, centreId, category: 'MEAL', meal: 'LUNCH', way: 'DINE_IN' },
    ...{ name: '樓下午餐', description: '一桌一位。', place: '一樓' },
    ...{
      priceFen: 1200,
      careNeeds: [],
      opensDaysAhead: 7,
      cutOffMinutes: 0,
      cancelMinutes: 0,
      walkIn: false,
    },
    ...{ followsCalendar: false, active: true, waitlist: true, holdMinutes: 60 },
  });
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
  const slots = [{ weekday, starts: '12:35', ends: '12:55', capacity: 1 }];
  await done(cadre, 'publishTimetable', { serviceId, slots, from: day, to: day });
  const { sessions } = await cadre.ask<{ sessions: { id: string; service: { id: string } }[] }>(
    'query ($centreId: ID!, $day: Date!) { sessions(centreId: $centreId, from: $day, to: $day) { id service { id } } }',
    { centreId, day },
  );
  return sessions.find(({ service }) => service.id === serviceId)?.id ?? '';
}

beforeAll(async () => {
  browser = await launchBrowser();
  const [one = '', other = ''] = neighbours();
  const firstId = await first.signInWithPhone(one);
  const secondId = await second.signInWithPhone(other);
  const sessionId = await openSmallCanteen(secondId);
  await done(first, 'book', { id: bookingId, sessionId, beneficiaryId: firstId, channel: 'APP' });
  const context = await contextOf(browser, second, PHONE);
  await remember(context, { 'linli.resident': secondId, 'linli.locale': 'zh-Hant' });
  phone = await context.newPage();
  noteComplaints(phone, complaints);
}, 900_000);

afterAll(() => browser.close());

step(
  'who finds it full joins the waitlist in two taps, and sees the place in the line',
  async () => {
    await phone.goto(`${house.url}/lunch?day=${day}`);
    await phone.getByRole('link', { name: word('later.wait.join') }).tap();
    await phone.getByRole('heading', { level: 1, name: word('later.wait.ask') }).waitFor();
    await phone.getByRole('button', { name: word('later.wait.join') }).tap();
    await phone.getByText(word('later.waiting.position', { position: '1' })).waitFor();
    expect(await phone.locator('.qr').count()).toBe(0);
  },
  60_000,
);

step(
  'when somebody leaves, the open page offers the place; so does home, and one tap takes it',
  async () => {
    await done(first, 'cancelBooking', { id: bookingId, reason: '臨時有事' });
    await phone.getByRole('heading', { name: word('later.offer.title') }).waitFor();
    await phone.goto(house.url);
    await phone.getByRole('heading', { name: word('later.offer.title') }).waitFor();
    await phone.getByRole('button', { name: word('later.offer.accept') }).tap();
    await phone.getByRole('heading', { name: word('resident.booked') }).waitFor();
    await phone.locator('.bigt .qr').waitFor();
  },
  60_000,
);

step(
  'the notice of it stands in the inbox, leads to the ticket, and is read then',
  async () => {
    await phone.goto(house.url);
    const bell = phone.getByRole('link', { name: new RegExp(word('later.notices.title')) });
    await bell.locator('b').waitFor();
    await bell.tap();
    const told = phone.locator('article', { hasText: '樓下午餐' }).first();
    await told.getByRole('link').tap();
    await phone.locator('.bigt .qr').waitFor();
    await phone.goto(`${house.url}/me/notices`);
    await phone.locator('article').first().waitFor();
    expect(await phone.locator('article.told', { hasText: '樓下午餐' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  },
  60_000,
);
