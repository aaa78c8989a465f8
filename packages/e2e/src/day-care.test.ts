import { afterAll, beforeAll, expect } from '@jest/globals';
import { launchBrowser } from '@linli/testkit';
import type { Browser, Page } from 'playwright-core';
import { dayFromNow, newId } from './api.js';
import { contextOf, DESK, noteComplaints, remember } from './support/browser-people.js';
import { done, openCentre, publish } from './support/canteen.js';
import { inDatabase } from './support/database.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

const house = sharedHouse();
const step = story();
const [centreId, serviceId] = [newId(), newId()];
let browser: Browser;
let desk: Page;
let elder: { id: string; name: string };
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const [found] = await inDatabase<typeof elder>(
    house,
    `SELECT resident.id, resident.name FROM resident JOIN area ON area.id = building_id
     WHERE area.code LIKE '411103001001%'
       AND NOT EXISTS (SELECT FROM booking WHERE beneficiary_id = resident.id)
       AND NOT EXISTS (SELECT FROM home_door WHERE resident_id = resident.id)
       AND NOT EXISTS (SELECT FROM assessment WHERE resident_id = resident.id)
       AND NOT EXISTS (SELECT FROM resident other WHERE other.name LIKE resident.name || '%' AND other.id <> resident.id)
     ORDER BY resident.birth_date LIMIT 1`,
  );
  if (!found) throw new Error('Nobody has a name of their own');
  elder = found;
  const cadre = await openCentre(house, { id: centreId, name: '示範樓下日間照料', near: elder.id });
  await done(cadre, 'saveService', {
    ...{
      id: serviceId,
      centreId,
      category: 'DAY_CARE',
      name: '示範日托',
      description: '示範',
      place: '一樓',
    },
    ...{ priceFen: 0, careNeeds: [], opensDaysAhead: 7, cutOffMinutes: 0, cancelMinutes: 0 },
    ...{ walkIn: true, followsCalendar: false, active: true },
  });
  await publish(cadre, { serviceId, day: dayFromNow(0), starts: '23:58' });
  const [session] = await inDatabase<{ id: string }>(house, 'SELECT id FROM session WHERE service_id = $1', [
    serviceId,
  ]);
  await done(cadre, 'bookAndCheckIn', { id: newId(), sessionId: session?.id, beneficiaryId: elder.id });
  const context = await contextOf(browser, cadre, DESK);
  await remember(context, { 'linli.locale': 'zh-Hant' });
  desk = await context.newPage();
  noteComplaints(desk, complaints);
}, 900_000);

afterAll(() => browser.close());

const drawer = (name: string) => desk.getByRole('dialog', { name: new RegExp(name) });

step(
  'what somebody eats and takes is written down at the desk; what is wrong is struck through and said why',
  async () => {
    await desk.goto(`${house.url}/console/desk?centre=${centreId}&view=here`);
    await desk.getByRole('button', { name: `${elder.name}的照料日誌` }).click();
    const log = drawer(`${elder.name}的照料日誌`);
    await log.getByText(word('console.log.none')).waitFor();
    await log.getByRole('button', { name: word('console.log.meal') }).click();
    const meal = drawer(word('console.log.meal'));
    await meal.getByLabel(word('console.log.whatMeal')).fill('午餐，麵條');
    await meal.getByLabel(word('console.log.eaten')).selectOption({ label: word('Eaten.HALF') });
    await meal.getByRole('button', { name: word('common.save') }).click();
    await log.getByRole('row', { name: /麵條.*吃了一半/ }).waitFor();
    await log.getByRole('button', { name: word('console.log.medicine') }).click();
    const pill = drawer(word('console.log.medicine'));
    await pill.getByLabel(word('console.log.whatMedicine')).fill('降壓藥');
    await pill.getByLabel(word('console.log.dose')).fill('一片，飯後');
    await pill.getByRole('button', { name: word('common.save') }).click();
    await log.getByRole('row', { name: /降壓藥.*一片/ }).waitFor();
    await log.getByRole('row', { name: /麵條/ }).getByRole('button', { name: /撤回/ }).click();
    const counter = drawer('撤回：午餐');
    await counter.getByLabel(word('console.log.reason')).fill('記錯了人');
    await counter.getByRole('button', { name: word('console.log.counter'), exact: true }).click();
    await log
      .getByText(/已撤回：記錯了人/)
      .first()
      .waitFor();
    const kept = await inDatabase<{ what: string; reason: string | null }>(
      house,
      `SELECT what, reason FROM day_log_entry LEFT JOIN day_log_counter ON entry_id = day_log_entry.id
         JOIN booking ON booking.id = booking_id WHERE beneficiary_id = $1 ORDER BY nth`,
      [elder.id],
    );
    expect(kept).toEqual([
      { what: '午餐，麵條', reason: '記錯了人' },
      { what: '降壓藥', reason: null },
    ]);
  },
  120_000,
);

step('for the family it is printed on one sheet, and nothing else of the page', async () => {
  await desk.emulateMedia({ media: 'print' });
  const paper = desk.locator('.daylog--paper');
  await paper.waitFor({ state: 'visible' });
  expect(await paper.textContent()).toContain('降壓藥');
  expect(await desk.locator('.shell').isVisible()).toBe(false);
  await desk.emulateMedia({ media: 'screen' });
});

step(
  'the file of whoever calls gets a door and an assessment, once each',
  async () => {
    await desk.goto(`${house.url}/console/desk?centre=${centreId}`);
    await desk.getByRole('combobox').first().fill(elder.name);
    await desk.getByRole('option', { name: new RegExp(elder.name) }).click();
    await desk.getByRole('button', { name: word('console.file.title') }).click();
    const file = drawer(`${elder.name}的檔案`);
    await file.getByRole('button', { name: word('console.file.giveDoor') }).click();
    const door = drawer('門牌');
    await door.getByLabel(word('console.register.door')).fill('2單元401');
    await door.getByRole('button', { name: word('common.save') }).click();
    await file.getByText(/2單元4\*\*/).waitFor();
    await file.getByRole('button', { name: word('console.file.assess') }).click();
    const assess = drawer('能力評估');
    await assess
      .getByLabel(word('console.file.level'))
      .selectOption({ label: word('AbilityLevel.MILD_LOSS') });
    await assess.getByLabel(word('console.file.assessedBy')).fill('示範評估所');
    await assess.getByRole('button', { name: word('common.save') }).click();
    await file.getByRole('heading', { name: word('AbilityLevel.MILD_LOSS') }).waitFor();
    expect(
      await inDatabase(house, 'SELECT level, assessed_by FROM assessment WHERE resident_id = $1', [elder.id]),
    ).toEqual([{ level: 'MILD_LOSS', assessed_by: '示範評估所' }]);
    expect(complaints).toEqual([]);
  },
  120_000,
);
