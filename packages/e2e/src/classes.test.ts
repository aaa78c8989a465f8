import { afterAll, beforeAll, expect } from '@jest/globals';
import { SAMPLE_PASSWORD } from '@linli/sample';
import { launchBrowser } from '@linli/testkit';
import type { Browser, Page } from 'playwright-core';
import { ApiClient, dayFromNow, newId } from './api.js';
import { contextOf, DESK, noteComplaints, remember } from './support/browser-people.js';
import { CADRE, done } from './support/canteen.js';
import { inDatabase } from './support/database.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

const house = sharedHouse();
const step = story();
const [centreId, serviceId] = [newId(), newId()];
let browser: Browser;
let desk: Page;
let one: { id: string; name: string } | undefined;
const complaints: string[] = [];

/** A centre with a service that is joined as a class, and somebody of a name that nobody else has. */
async function arrange(cadre: ApiClient): Promise<void> {
  [one] = await inDatabase<{ id: string; name: string }>(
    house,
    `SELECT id, name FROM resident one
     WHERE building_id IN (SELECT id FROM area WHERE code LIKE '411103001001%')
       AND NOT EXISTS (SELECT FROM resident other WHERE other.name = one.name AND other.id <> one.id)
       AND NOT EXISTS (SELECT FROM booking WHERE beneficiary_id = one.id)
     ORDER BY name DESC LIMIT 1`,
  );
  await inDatabase(
    house,
    `INSERT INTO centre (id, name, kind, area_id, address, phone)
     SELECT $1, '示範班級活動室', 'ACTIVITY_ROOM', id, '示範樓 3 層', '03955550996' FROM area WHERE code = $2`,
    [centreId, '411103001001'],
  );
  await done(cadre, 'saveService', {
    ...{
      id: serviceId,
      centreId,
      category: 'CLASS',
      name: '示範國畫課',
      description: '學畫竹。',
      place: '三樓',
    },
    ...{ priceFen: 500, careNeeds: [], opensDaysAhead: 30, cutOffMinutes: 0, cancelMinutes: 0 },
    ...{ walkIn: true, followsCalendar: false, active: true, bookedAs: 'SERIES' },
  });
}

const states = () =>
  inDatabase<{ state: string; name: string }>(
    house,
    `SELECT booking.state, resident.name FROM booking JOIN session ON session.id = session_id
       JOIN resident ON resident.id = beneficiary_id
     WHERE session.service_id = $1 ORDER BY resident.name, starts_at`,
    [serviceId],
  );

beforeAll(async () => {
  browser = await launchBrowser();
  const cadre = new ApiClient(() => house, 'CONSOLE');
  await cadre.signInAs(CADRE, SAMPLE_PASSWORD);
  await arrange(cadre);
  const context = await contextOf(browser, cadre, DESK);
  await remember(context, { 'linli.locale': 'zh-Hant' });
  desk = await context.newPage();
  noteComplaints(desk, complaints);
}, 900_000);

afterAll(() => browser.close());

step(
  'a class is opened with its dates seen before',
  async () => {
    await desk.goto(`${house.url}/console/classes?centre=${centreId}`);
    await desk.getByText(word('console.classes.none.open')).waitFor();
    await desk.getByRole('button', { name: word('console.classes.open') }).click();
    const form = desk.getByRole('dialog');
    await form.getByLabel(word('console.classes.className')).fill('清晨班');
    for (const box of await form.getByRole('checkbox').all()) await box.check();
    await form.getByLabel(word('console.classes.times'), { exact: true }).fill('3');
    await form.getByRole('heading', { name: /3 次/ }).waitFor();
    await form.getByRole('button', { name: word('console.classes.openDo') }).click();
    await desk.getByText(word('console.classes.nobody')).waitFor();
    const dates = await inDatabase<{ day: string }>(
      house,
      'SELECT day::text FROM session WHERE service_id = $1 ORDER BY day',
      [serviceId],
    );
    expect(dates.map(({ day }) => day)).toEqual([1, 2, 3].map(dayFromNow));
  },
  120_000,
);

step(
  'somebody is added with all dates; one who is on leave can make the date up',
  async () => {
    await desk.getByRole('button', { name: word('console.classes.join') }).click();
    const drawer = desk.getByRole('dialog');
    await drawer
      .getByRole('combobox')
      .first()
      .fill(one?.name ?? '');
    await drawer.getByRole('option').first().click();
    await drawer.getByRole('button', { name: /報名這 3 次/ }).click();
    await desk.getByRole('rowheader', { name: new RegExp(one?.name ?? '') }).waitFor();
    expect((await states()).map(({ state }) => state)).toEqual(Array(3).fill('CONFIRMED'));

    await desk
      .getByRole('button', { name: new RegExp(`^${one?.name ?? ''}，`) })
      .first()
      .click();
    await desk.getByRole('button', { name: word('console.booking.cancel') }).click();
    await desk.getByRole('textbox', { name: word('console.booking.reason') }).fill('看病');
    await desk
      .getByRole('dialog', { name: new RegExp(one?.name ?? '') })
      .last()
      .getByRole('button', { name: word('console.booking.cancel') })
      .click();
    await desk.getByRole('button', { name: new RegExp(word('console.classes.mark.AWAY')) }).waitFor();
    await desk.getByRole('button', { name: /可補 1 次/ }).waitFor();
  },
  120_000,
);

step(
  'the class is stopped, and its people are told why',
  async () => {
    await desk.getByRole('button', { name: word('console.classes.close') }).click();
    const ask = desk.getByRole('dialog');
    await ask.getByRole('textbox', { name: word('console.classes.closeReason') }).fill('老師生病');
    await ask.getByRole('button', { name: word('console.classes.close') }).click();
    await desk
      .getByText(/已停班：老師生病/)
      .first()
      .waitFor();
    expect((await states()).map(({ state }) => state)).toEqual(Array(3).fill('CANCELLED'));
    const told = await inDatabase(
      house,
      `SELECT 1 FROM notice WHERE resident_id = $1 AND kind = 'SERIES_CLOSED'`,
      [one?.id],
    );
    expect(told).toHaveLength(1);
    expect(complaints).toEqual([]);
  },
  120_000,
);
