import { afterAll, beforeAll, expect } from '@jest/globals';
import { idOf, SAMPLE_PASSWORD } from '@linli/sample';
import { launchBrowser } from '@linli/testkit';
import type { Browser, Page } from 'playwright-core';
import { ApiClient, dayFromNow, newId } from './api.js';
import { contextOf, noteComplaints, PHONE } from './support/browser-people.js';
import { CADRE, type Canteen, done, openCanteen } from './support/canteen.js';
import { inDatabase } from './support/database.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

const WORKER = 'shabei.shangmen';
const house = sharedHouse();
const step = story();
let browser: Browser;
let centre: Canteen;
let elders: { id: string; name: string }[];
let phone: Page;
const complaints: string[] = [];

/** A service at home, who goes there, and a visit of today to each of two people who appear in no other test. */
async function arrangeVisits(): Promise<void> {
  const cadre = new ApiClient(() => house, 'CONSOLE');
  await cadre.signInAs(CADRE, SAMPLE_PASSWORD);
  const [serviceId, worker] = [newId(), newId()];
  await done(cadre, 'saveService', {
    ...{
      id: serviceId,
      centreId: centre.id,
      category: 'HAIRCUT',
      name: '上門理髮',
      description: '帶工具上門。',
    },
    ...{ place: '家裡', priceFen: 1500, careNeeds: [], opensDaysAhead: 7, atHome: true, cutOffMinutes: 0 },
    ...{ cancelMinutes: 0, walkIn: true, followsCalendar: false, active: true },
  });
  await inDatabase(
    house,
    `INSERT INTO duty (id, account_id, role, centre_id, valid_from) VALUES ($1, $2, 'HOME_WORKER', $3, '2020-01-01')`,
    [newId(), idOf(`account ${WORKER}`), centre.id],
  );
  const accountId = idOf(`account ${WORKER}`);
  await done(cadre, 'saveResource', {
    ...{ id: worker, centreId: centre.id, kind: 'PERSON', name: '理髮師 王芳', accountId },
  });
  await done(cadre, 'assignResources', { serviceId, resourceIds: [worker] });
  const slots = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    ...{ weekday, starts: centre.starts, ends: '23:59', capacity: 4 },
  }));
  await done(cadre, 'publishTimetable', { serviceId, slots, from: centre.day, to: dayFromNow(6) });
  const [session] = await inDatabase<{ id: string }>(
    house,
    'SELECT id FROM session WHERE service_id = $1 AND day = $2',
    [serviceId, centre.day],
  );
  for (const [i, { id }] of elders.entries()) {
    await done(cadre, 'saveHomeDoor', { residentId: id, door: `2單元40${String(i + 1)}` });
    await done(cadre, 'book', {
      ...{ id: newId(), sessionId: session?.id, beneficiaryId: id, channel: 'PHONE' },
    });
  }
}

beforeAll(async () => {
  browser = await launchBrowser();
  elders = await inDatabase<{ id: string; name: string }>(
    house,
    `SELECT DISTINCT ON (area.code) resident.id, resident.name FROM resident JOIN area ON area.id = building_id
     WHERE area.code LIKE '411103001001%' AND building_id <> (SELECT building_id FROM resident WHERE id = $1)
       AND NOT EXISTS (SELECT FROM booking WHERE beneficiary_id = resident.id)
     ORDER BY area.code DESC, resident.id DESC LIMIT 2`,
    [idOf('resident mother')],
  );
  centre = await openCanteen(house, elders[0]?.id);
  await arrangeVisits();
  const worker = new ApiClient(() => house, 'CONSOLE');
  await worker.signInAs(WORKER, SAMPLE_PASSWORD);
  phone = await (await contextOf(browser, worker, PHONE)).newPage();
  noteComplaints(phone, complaints);
}, 900_000);

afterAll(() => browser.close());

const button = (key: string) => phone.getByRole('button', { name: word(key), exact: true });
const inDialog = (key: string) =>
  phone.getByRole('dialog').getByRole('button', { name: word(key), exact: true });
const nameOf = (i: number): string => elders[i]?.name ?? '';
const visitOf = async (i: number) =>
  (
    await inDatabase<{ state: string; outcome: string | null; note: string | null; came: boolean }>(
      house,
      `SELECT booking.state, outcome, note, checked_in_at IS NOT NULL AS came
       FROM booking LEFT JOIN home_visit ON home_visit.booking_id = booking.id
         JOIN session ON session.id = booking.session_id
       WHERE beneficiary_id = $1 AND centre_id = $2 AND day = $3`,
      [elders[i]?.id, centre.id, centre.day],
    )
  )[0];
const open = async (i: number) => {
  await phone.goto(`${house.url}/console/visits?centre=${centre.id}`);
  await phone.getByRole('link', { name: word('console.visits.openOf', { name: nameOf(i) }) }).click();
};

step('the worker sees their own visits of today with the doors', async () => {
  await phone.goto(`${house.url}/console/visits?centre=${centre.id}`);
  await phone.getByText('2單元401').waitFor();
  await phone.getByText('2單元402').waitFor();
  expect(await phone.locator('.ridden li').count()).toBe(2);
});

step(
  'signed in at the door and out again with a word on it, and the next visit is agreed there',
  async () => {
    await open(0);
    await button('console.visits.signIn').click();
    await button('console.visits.signOut').waitFor();
    expect(await visitOf(0)).toMatchObject({ state: 'CHECKED_IN', outcome: null, came: true });

    await button('console.visits.signOut').click();
    await phone.getByRole('dialog').getByRole('textbox').fill('下次剪短些');
    await inDialog('VisitAct.DONE').click();
    const choice = phone.getByRole('dialog').getByRole('combobox');
    await choice.selectOption({ index: 1 });
    await inDialog('console.visits.next').click();
    await phone.getByText(word('VisitOutcome.DONE'), { exact: true }).waitFor();
    expect(await visitOf(0)).toEqual({ state: 'COMPLETED', outcome: 'DONE', note: '下次剪短些', came: true });
    const next = async () =>
      inDatabase(
        house,
        `SELECT FROM booking JOIN session ON session.id = session_id
       WHERE beneficiary_id = $1 AND centre_id = $2 AND day > $3 AND booking.state = 'CONFIRMED'`,
        [elders[0]?.id, centre.id, centre.day],
      );
    await phone.getByText(/已約好/).waitFor();
    expect(await next()).toHaveLength(1);
  },
);

step('nobody opens: it is asked once more, and then somebody looks after the person', async () => {
  await open(1);
  await button('VisitOutcome.NOBODY_OPENED').click();
  await phone.getByText(word('console.visits.nobodyText')).waitFor();
  await inDialog('VisitAct.NOBODY_OPENED').click();
  await phone
    .getByText(word('console.visits.recorded', { outcome: word('VisitOutcome.NOBODY_OPENED') }))
    .waitFor();
  expect(await visitOf(1)).toMatchObject({ state: 'NO_SHOW', outcome: 'NOBODY_OPENED', came: false });
  const checks = await inDatabase(house, 'SELECT FROM welfare_check WHERE resident_id = $1', [elders[1]?.id]);
  expect(checks).toHaveLength(1);
  expect(complaints).toEqual([]);
});
