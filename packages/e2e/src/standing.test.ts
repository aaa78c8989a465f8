import { afterAll, beforeAll, expect } from '@jest/globals';
import { SAMPLE_PASSWORD } from '@linli/sample';
import { launchBrowser } from '@linli/testkit';
import type { Browser, Page } from 'playwright-core';
import { ApiClient, dayFromNow, nearestId, newId } from './api.js';
import { contextOf, DESK, noteComplaints, PHONE, remember } from './support/browser-people.js';
import { CADRE, done, openCentre } from './support/canteen.js';
import { elder } from './support/resident-routes.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

const house = sharedHouse();
const step = story();
const [centreId, serviceId] = [nearestId(), newId()];
const WORKDAYS = [1, 2, 3, 4, 5];
const who = elder();
const resident = new ApiClient(() => house, 'RESIDENT');
let browser: Browser;
let phone: Page;
const complaints: string[] = [];

/** Lunch to be fetched, Monday to Friday of the next three weeks, in the elder's own building. */
async function openCanteenBelow(): Promise<void> {
  const cadre = await openCentre(house, { id: centreId, name: '示範樓下取餐點', near: who.id });
  await done(cadre, 'saveService', {
    ...{ id: serviceId, centreId, category: 'MEAL', meal: 'LUNCH', way: 'PICK_UP', name: '樓下午餐' },
    ...{ description: '一葷兩素。', place: '取餐口', priceFen: 1200, careNeeds: [], opensDaysAhead: 20 },
    ...{ cutOffMinutes: 0, cancelMinutes: 0, walkIn: false, followsCalendar: false, active: true },
  });
  const slots = WORKDAYS.map((weekday) => ({ weekday, starts: '11:30', ends: '12:30', capacity: 5 }));
  await done(cadre, 'publishTimetable', { serviceId, slots, from: dayFromNow(0), to: dayFromNow(20) });
}

/** What stands for the elder on the days to come, as the server has it. */
async function booked(): Promise<string[]> {
  const { bookings } = await resident.ask<{
    bookings: { edges: { node: { channel: string; session: { day: string; service: { id: string } } } }[] };
  }>('{ bookings(when: COMING, first: 50) { edges { node { channel session { day service { id } } } } } }');
  return bookings.edges
    .filter(({ node }) => node.session.service.id === serviceId && node.channel === 'STANDING_ORDER')
    .map(({ node }) => node.session.day)
    .toSorted();
}
const isWorkday = (day: string) => WORKDAYS.includes(new Date(`${day}T12:00:00Z`).getUTCDay());
const workdays = Array.from({ length: 20 }, (_, ahead) => dayFromNow(ahead + 1)).filter(isWorkday);
const tap = (key: string) => phone.getByRole('button', { name: word(key), exact: true }).tap();

beforeAll(async () => {
  browser = await launchBrowser();
  await openCanteenBelow();
  const id = await resident.signInWithPhone(who.phone);
  const context = await contextOf(browser, resident, PHONE);
  await remember(context, { 'linli.resident': id, 'linli.locale': 'zh-Hant' });
  phone = await context.newPage();
  noteComplaints(phone, complaints);
}, 900_000);

afterAll(() => browser.close());

step('an elder sets up lunch from Monday to Friday in four taps, and it is booked', async () => {
  await phone.goto(`${house.url}/bookings`);
  await phone.getByRole('link', { name: word('later.standing.everyWeek') }).tap();
  await phone.getByRole('heading', { level: 1, name: word('later.standing.whichDays') }).waitFor();
  await tap('later.standing.next');
  await phone.getByRole('heading', { level: 1, name: word('later.standing.fromWhen') }).waitFor();
  await tap('later.standing.next');
  await phone.getByRole('heading', { level: 2, name: word('later.standing.twoWeeks') }).waitFor();
  await tap('later.standing.make');
  await phone.getByText(word('later.standing.made')).waitFor();
  expect(await booked()).toEqual(workdays);
});

step('she leaves one day out, sees it in the list, and the others stay', async () => {
  const [, day = ''] = workdays;
  await phone.locator(`a[href$="/day/${day}"]`).tap();
  await tap('later.standing.takeOut');
  await phone.getByText(word('later.standing.isOut')).waitFor();
  await phone.getByRole('link', { name: word('common.back') }).tap();
  const line = phone.locator(`a[href$="/day/${day}"]`);
  await line.getByText(word('later.standing.day.TAKEN_OUT')).waitFor();
  expect(await booked()).toEqual(workdays.filter((each) => each !== day));
});

step('the desk sees her order, and the day that she left out', async () => {
  const cadre = new ApiClient(() => house, 'CONSOLE');
  await cadre.signInAs(CADRE, SAMPLE_PASSWORD);
  const context = await contextOf(browser, cadre, DESK);
  await remember(context, { 'linli.locale': 'zh-Hant' });
  const desk = await context.newPage();
  noteComplaints(desk, complaints);
  await desk.goto(`${house.url}/console/standing?centre=${centreId}`);
  await desk.getByRole('row', { name: who.name }).getByRole('button').click();
  const drawer = desk.getByRole('dialog');
  const out = drawer.getByRole('row').filter({ hasText: word('StandingDayState.TAKEN_OUT') });
  await out.first().waitFor();
  expect(await out.count()).toBe(1);
  await context.close();
});

step('the order stands among her bookings', async () => {
  await phone.goto(`${house.url}/bookings`);
  await phone.locator('a[href^="/bookings/standing/"]').first().waitFor();
  expect(await phone.getByText(word('later.standing.state.COMING')).count()).toBe(1);
  expect(complaints).toEqual([]);
});
