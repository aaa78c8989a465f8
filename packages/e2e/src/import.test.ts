import { afterAll, beforeAll, expect } from '@jest/globals';
import { divisionsFile, SAMPLE_PASSWORD } from '@linli/sample';
import { launchBrowser } from '@linli/testkit';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { ApiClient, dayFromNow } from './api.js';
import { contextOf, DESK, noteComplaints } from './support/browser-people.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

interface Area {
  readonly code: string;
  readonly name: string;
}

const OPENED = { code: '411103107299', file: '示范新村村民委员会', name: '示範新村' };
const CLOSED = { code: '411103107214', file: '何庄村村民委员会', name: '何莊村' };
const RENAMED = {
  code: '411103107213',
  before: '坡杨村村民委员会',
  after: '坡杨新村村民委员会',
  name: '坡楊新村',
};
const TOWN = '411103107';
const DOCUMENT = '示範〔2026〕1 號';

const house = sharedHouse();
const cadre = new ApiClient(() => house, 'CONSOLE');
const step = story();
const [yesterday, today] = [dayFromNow(-1), dayFromNow(0)];
const current = readFileSync(divisionsFile, 'utf8');
const complaints: string[] = [];
let browser: Browser;
let page: Page;
let treeYesterday: readonly Area[];

const treeOn = async (on: string): Promise<readonly Area[]> => {
  const query = 'query ($on: Date) { areas(depth: 3, on: $on) { code name officialName kind } }';
  return (await cadre.ask<{ areas: Area[] }>(query, { on })).areas;
};

/** The same file as it may look next year. */
const newerEdition = (): string => {
  const lines = current.trimEnd().split(/\r?\n/);
  const next = lines
    .filter((line) => !line.startsWith(`${CLOSED.code},`))
    .map((line) => line.replace(RENAMED.before, RENAMED.after));
  expect(next).toHaveLength(lines.length - 1);
  return [...next, `${OPENED.code},${OPENED.file},${TOWN}`, ''].join('\n');
};

beforeAll(async () => {
  browser = await launchBrowser();
  await cadre.signInAs('qu.zuzhi', SAMPLE_PASSWORD);
  treeYesterday = await treeOn(yesterday);
  page = await (await contextOf(browser, cadre, DESK)).newPage();
  noteComplaints(page, complaints);
}, 60_000);

afterAll(() => browser.close());

async function preview(name: string, text: string): Promise<void> {
  await page.goto(`${house.url}/console/organisation/import`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: word('console.import.preview') }).click();
}

const rows = (): Promise<string[][]> =>
  page
    .locator('main tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim())),
    );

/** A column as the console calls it, then as the file does. */
const column = (name: string): string =>
  word(`console.import.columnOf.${name}`) + word('console.aside', { text: name });

/** Row by row what is wrong, as the spreadsheet counts: the heading is row 1. */
async function problemsOf(name: string, lines: readonly string[]): Promise<string[][]> {
  await preview(name, [...lines, ''].join('\n'));
  await page.getByText(word('console.import.nothingDone')).waitFor();
  expect(await page.getByRole('button', { name: word('console.import.commit'), exact: true }).count()).toBe(
    0,
  );
  return (await rows()).map(([row = '', where = '', , said = '']) => [row, where, said]);
}

step('a broken file is refused row by row, and nothing of it is done', async () => {
  const before = await treeOn(today);
  const problem = (code: string) => expect.stringContaining(word(`ImportProblemCode.${code}`));
  const malformed = [
    'code,name,parentCode',
    '411103,郾城区,',
    `41110310729X,坏代码村村民委员会,${TOWN}`,
    `${OPENED.code},${OPENED.file},411103999`,
    `${RENAMED.code},,${TOWN}`,
    `411103,郾城区,`,
  ];
  expect(await problemsOf('malformed.csv', malformed)).toEqual([
    ['3', column('code'), problem('BAD_CODE')],
    ['4', column('parentCode'), problem('WRONG_PARENT')],
    ['5', column('name'), problem('MISSING_VALUE')],
    ['6', column('code'), problem('DUPLICATE_CODE')],
  ]);

  const lines = newerEdition().trimEnd().split('\n');
  const doubled = [...lines, `${RENAMED.code},${RENAMED.after},${TOWN}`];
  expect(await problemsOf('doubled.csv', doubled)).toEqual([
    [String(doubled.length), column('code'), problem('DUPLICATE_CODE')],
  ]);
  expect(await treeOn(today)).toEqual(before);
});

/** One kind of change, and how many there are of it. */
const tab = (kind: string, count: number) =>
  page.getByRole('button', { name: new RegExp(`^${word(`ImportChangeKind.${kind}`)}\\s*${String(count)}$`) });

step('a newer edition is previewed as one opened, one closed, one renamed', async () => {
  await preview('divisions-next.csv', newerEdition());
  for (const [kind, count] of [
    ['OPENED', 1],
    ['CLOSED', 1],
    ['RENAMED', 1],
    ['MOVED', 0],
  ] as const) {
    await tab(kind, count).waitFor();
  }
  await tab('OPENED', 1).click();
  expect((await rows()).map(([code, name]) => [code, name])).toEqual([[OPENED.code, OPENED.name]]);
  await tab('CLOSED', 1).click();
  expect((await rows()).map(([code, name]) => [code, name])).toEqual([[CLOSED.code, CLOSED.name]]);
  await tab('RENAMED', 1).click();
  expect((await rows())[0]?.[0]).toBe(RENAMED.code);
  expect((await rows())[0]?.[2]).toContain(RENAMED.name);
  expect((await treeOn(today)).map(({ code }) => code)).not.toContain(OPENED.code);
});

step('committed under its document number, the tree has it', async () => {
  await page.getByLabel(word('console.change.document')).fill(DOCUMENT);
  await page.getByRole('button', { name: word('console.import.commit'), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: word('console.import.commitDo') })
    .click();
  await page.getByText(word('console.import.done')).waitFor();
  const counts = { opened: '1', closed: '1', renamed: '1', moved: '0' };
  await page.getByText(word('console.import.counts', counts)).waitFor();

  await page.getByRole('link', { name: word('console.import.toTree') }).click();
  await page.getByRole('tree').waitFor();
  expect(await found(today, OPENED.code)).toEqual([OPENED.name]);
  expect(await found(today, RENAMED.code)).toEqual([RENAMED.name]);
  expect(await found(today, CLOSED.code)).toEqual([]);
});

/** What the search of the tree finds as it stood on a day. */
async function found(on: string, code: string): Promise<string[]> {
  await page.goto(`${house.url}/console/organisation?on=${on}&q=${code}`);
  await page.locator('.treep .hits, .treep .nil').waitFor();
  return page.locator('.treep .hit b').allTextContents();
}

step('as it stood the day before, nothing has changed', async () => {
  expect(await found(yesterday, OPENED.code)).toEqual([]);
  expect(await found(yesterday, CLOSED.code)).toEqual([CLOSED.name]);
  expect(await found(yesterday, RENAMED.code)).toEqual([
    treeYesterday.find(({ code }) => code === RENAMED.code)?.name,
  ]);
  expect(await treeOn(yesterday)).toEqual(treeYesterday);
});

step('the change is on record with its document, and the same file again changes nothing', async () => {
  await page.goto(`${house.url}/console/organisation?q=${RENAMED.code}`);
  await page.locator('.treep .hit').click();
  await page
    .getByText(DOCUMENT)
    .first()
    .waitFor({ state: 'attached', timeout: 3000 })
    .catch(async () => {
      await page.getByRole('button', { name: word('console.structure.part.changes') }).click();
      await page.getByText(DOCUMENT).first().waitFor();
    });
  await preview('divisions-next.csv', newerEdition());
  await page.getByText(word('console.import.difference')).first().waitFor();
  for (const kind of ['OPENED', 'CLOSED', 'RENAMED', 'MOVED']) await tab(kind, 0).waitFor();
  expect(complaints).toEqual([]);
});
