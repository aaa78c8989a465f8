import { afterAll, beforeAll, expect } from '@jest/globals';
import { SAMPLE_PASSWORD } from '@linli/sample';
import { launchBrowser } from '@linli/testkit';
import type { Browser, Page } from 'playwright-core';
import { ApiClient } from './api.js';
import { contextOf, noteComplaints, PHONE, remember } from './support/browser-people.js';
import { type LifeBranch, metBefore, openBranch } from './support/branch.js';
import { inDatabase } from './support/database.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

const house = sharedHouse();
const step = story();
const complaints: string[] = [];
const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true } as const;
let browser: Browser;
let tablet: Page;
let district: Page;
let branch: LifeBranch;
let meeting: string;

beforeAll(async () => {
  browser = await launchBrowser();
  branch = await openBranch(house);
  // It missed the month between.
  await metBefore(house, branch, 2);
  await metBefore(house, branch, 0);
  const openPage = async (client: ApiClient, size: object) => {
    const context = await contextOf(browser, client, size);
    await remember(context, { 'linli.locale': 'zh-Hant' });
    const page = await context.newPage();
    noteComplaints(page, complaints);
    return page;
  };
  tablet = await openPage(branch.secretary, TABLET);
  const cadre = new ApiClient(() => house, 'CONSOLE');
  await cadre.signInAs('qu.zuzhi', SAMPLE_PASSWORD);
  district = await openPage(cadre, { viewport: { width: 1440, height: 900 } });
}, 120_000);

afterAll(() => browser.close());

const press = (key: string) =>
  tablet
    .getByRole('button', { name: word(key), exact: true })
    .first()
    .click();
const dialog = () => tablet.getByRole('dialog');

/** What the district reads of this branch: the sum at the end of its row. */
async function owedInDistrict(): Promise<number> {
  await district.goto(`${house.url}/console/life?at=${branch.parentId}`);
  const debts = district.getByRole('region', { name: word('console.life.debts') });
  const row = debts.getByRole('row').filter({ hasText: branch.name });
  return Number(await row.getByRole('cell').last().textContent());
}
let owedBefore: number;

step('the secretary plans a quarter: first what it would add, then all of it', async () => {
  owedBefore = await owedInDistrict();
  expect(owedBefore).toBeGreaterThan(0);
  await tablet.goto(`${house.url}/console/life`);
  await tablet.getByRole('heading', { name: branch.name }).waitFor();
  await press('console.life.planMany');
  await dialog()
    .getByRole('button', { name: word('console.life.planLook') })
    .click();
  await dialog().getByText(word('console.life.placeMissing')).waitFor();
  await dialog().getByLabel(word('console.life.place')).fill('示範樓一樓');
  await dialog()
    .getByRole('button', { name: word('console.life.planLook') })
    .click();
  const go = dialog().getByRole('button', { name: /^排上這 \d+ 次會$/ });
  const [count] = /\d+/.exec((await go.textContent()) ?? '') ?? [];
  await go.click();
  await dialog().waitFor({ state: 'detached' });
  const planned = await inDatabase<{ id: string; on: string }>(
    house,
    `SELECT meeting.id FROM meeting JOIN meeting_kind ON meeting_id = meeting.id AND kind = 'THEME_DAY'
     WHERE organisation_id = $1 AND state = 'PLANNED' ORDER BY day`,
    [branch.id],
  );
  expect(planned.length).toBeGreaterThan(0);
  expect(planned.length).toBeLessThanOrEqual(Number(count));
  meeting = planned[0]?.id ?? '';
});

/** Nobody waits for the day: the clock of the meeting is moved, as the months before were written. */
const beginsIn = (minutes: number) =>
  inDatabase(
    house,
    `UPDATE meeting SET starts_at = moment, day = (moment AT TIME ZONE 'Asia/Shanghai')::date,
       announced_at = least(announced_at, moment - interval '1 minute')
     FROM (SELECT now() + make_interval(mins => $2) AS moment) WHERE id = $1`,
    [meeting, minutes],
  );

step('announcing freezes who is due', async () => {
  await beginsIn(20);
  await tablet.goto(`${house.url}/console/life/meetings/${meeting}`);
  await press('console.life.announce');
  const lecturer = dialog().getByLabel(word('console.life.lecturer'), { exact: true });
  if (await lecturer.isVisible()) await lecturer.fill(branch.members[0]?.name ?? '');
  const topic = dialog().getByLabel(word('console.life.firstTopic'), { exact: true });
  if (await topic.isVisible()) await topic.fill('學習基層治理條例');
  await dialog()
    .getByRole('button', { name: word('console.life.announceGo', { count: String(branch.members.length) }) })
    .click();
  await dialog().waitFor({ state: 'detached' });
  for (const { name } of branch.members)
    await tablet.getByRole('group', { name: word('console.life.markOf', { name }) }).waitFor();
});

step('a member confirms by the code of the screen; the name comes in by itself', async () => {
  await press('console.life.code');
  const code = await dialog().locator('[data-code]').getAttribute('data-code');
  const [member] = branch.members;
  const client = new ApiClient(() => house, 'RESIDENT');
  const id = await client.signInWithPhone(member?.phone ?? '');
  const context = await contextOf(browser, client, PHONE);
  await remember(context, { 'linli.resident': id, 'linli.locale': 'zh-Hant' });
  const phone = await context.newPage();
  noteComplaints(phone, complaints);
  await phone.goto(`${house.url}/me/life/confirm#${code ?? ''}`);
  await phone.getByRole('button', { name: word('later.life.confirmGo') }).click();
  await phone.getByText(word('later.life.confirmed')).waitFor();
  await dialog()
    .getByRole('status')
    .getByText(member?.name ?? '')
    .waitFor();
  await phone.goto(`${house.url}/me/life`);
  await phone.getByText(word('AttendanceMark.PRESENT')).first().waitFor();
  await context.close();
  await tablet.keyboard.press('Escape');
});

step('the others are marked by name, minutes are kept, and what is signed is printed', async () => {
  for (const { name } of branch.members.slice(1))
    await tablet
      .getByRole('group', { name: word('console.life.markOf', { name }) })
      .getByRole('button', { name: word('AttendanceMark.PRESENT') })
      .click();
  await beginsIn(-5);
  await tablet.reload();
  await press('console.life.keepMinutes');
  for (const area of await dialog().locator('textarea').all()) await area.fill('學習並討論，明確下月工作。');
  await dialog()
    .getByRole('button', { name: word('console.life.minutesGo') })
    .click();
  await dialog().waitFor({ state: 'detached' });
  await press('console.life.sign');
  await dialog()
    .getByRole('button', { name: word('console.life.sign') })
    .click();
  await tablet.getByRole('button', { name: word('console.life.print') }).waitFor();
  await tablet.emulateMedia({ media: 'print' });
  const sheet = tablet.getByRole('article', { name: word('console.life.sheet') });
  for (const { name } of branch.members) await sheet.getByText(name).first().waitFor();
  expect(await tablet.getByRole('button', { name: word('console.life.print') }).isVisible()).toBe(false);
  await tablet.emulateMedia({ media: 'screen' });
});

step('the district sees at once that the debt of the month before is gone', async () => {
  expect(await owedInDistrict()).toBe(owedBefore - 1);
  expect(complaints).toEqual([]);
});
