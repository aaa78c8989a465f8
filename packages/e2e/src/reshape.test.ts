import { afterAll, beforeAll, expect } from '@jest/globals';
import { SAMPLE_PASSWORD } from '@linli/sample';
import { launchBrowser } from '@linli/testkit';
import type { Browser, Page } from 'playwright-core';
import { ApiClient, newId } from './api.js';
import { contextOf, DESK, noteComplaints } from './support/browser-people.js';
import { done } from './support/canteen.js';
import { inDatabase } from './support/database.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

const house = sharedHouse();
const step = story();
const complaints: string[] = [];
let browser: Browser;
let console: Page;
const branch = newId();
// In a house that is used again another run has left its own.
const number = branch.slice(-4);
const [whole, part] = [`示範聯片支部${number}`, `示範新建支部${number}`];
let estates: { id: string; name: string }[];

/** A branch of this test's own, over two estates of one community. */
beforeAll(async () => {
  browser = await launchBrowser();
  const cadre = new ApiClient(() => house, 'CONSOLE');
  await cadre.signInAs('qu.zuzhi', SAMPLE_PASSWORD);
  const [committee] = await inDatabase<{ id: string; area: string }>(
    house,
    `SELECT o.id, covers.area_id AS area FROM organisation o
       JOIN organisation_covers covers ON covers.organisation_id = o.id AND covers.superseded_at IS NULL
     WHERE o.kind = 'COMMUNITY_COMMITTEE'
       AND (SELECT count(*) FROM area WHERE kind = 'ESTATE' AND parent_id = covers.area_id) > 1
     ORDER BY o.id LIMIT 1`,
    [],
  );
  estates = await inDatabase(
    house,
    `SELECT id, name FROM area WHERE kind = 'ESTATE' AND parent_id = $1 ORDER BY code LIMIT 2`,
    [committee?.area],
  );
  await done(cadre, 'setUpOrganisation', {
    ...{ id: branch, parentId: committee?.id, kind: 'ESTATE_BRANCH', name: whole, effectiveOn: '2026-01-01' },
    ...{ documentNumber: '郾組〔2026〕1 號', covers: estates.map(({ id }) => id) },
  });
  console = await (await contextOf(browser, cadre, DESK)).newPage();
  noteComplaints(console, complaints);
}, 120_000);

afterAll(() => browser.close());

const open = async (act: string) => {
  await console.goto(`${house.url}/console/organisation?tree=party&id=${branch}`);
  await console.getByRole('button', { name: word('console.structure.reshape') }).click();
  await console.getByRole('menuitem', { name: act }).click();
};
const dialog = () => console.getByRole('dialog');
const send = (key = 'console.change.do') =>
  dialog()
    .getByRole('button', { name: word(key), exact: true })
    .click();
const covers = (name: string) =>
  inDatabase<{ name: string }>(
    house,
    `SELECT area.name FROM organisation_covers covers JOIN area ON area.id = area_id
       JOIN organisation o ON o.id = organisation_id
     WHERE o.name = $1 AND covers.superseded_at IS NULL AND covers.valid_to IS NULL ORDER BY area.code`,
    [name],
  );

step('a split without names says so; with them the new branch takes over an estate', async () => {
  await open(word('StructureChangeKind.SPLIT'));
  await send();
  await dialog().locator('[aria-invalid=true]').first().waitFor();
  await dialog().getByLabel(word('console.structure.name')).fill(part);
  await dialog()
    .locator('label.ck', { hasText: estates[1]?.name ?? '' })
    .click();
  await dialog().getByLabel(word('console.change.document')).fill('郾組〔2026〕12 號');
  await send();
  await console.getByText(word('console.change.done')).waitFor();
  await console.locator('.crumbs').waitFor();
  expect(await covers(whole)).toEqual([{ name: estates[0]?.name }]);
  expect(await covers(part)).toEqual([{ name: estates[1]?.name }]);
});

step('merging asks once more, since what is closed does not come back', async () => {
  await open(word('StructureChangeKind.MERGED'));
  await dialog().getByRole('combobox').fill(part);
  await console.locator('.ant-select-item-option').first().click();
  await dialog().getByText(part).first().waitFor();
  await dialog().getByLabel(word('console.change.document')).fill('郾組〔2026〕13 號');
  await send();
  await dialog().getByRole('alert').waitFor();
  // The split holds from today: a branch that began today can end tomorrow at the earliest.
  await send('console.change.sureMerge');
  await dialog()
    .getByText(/今天|上一次變更/)
    .first()
    .waitFor();
  expect(await covers(part)).toEqual([{ name: estates[1]?.name }]);
});

step('what it covers is changed by hand, and stands in its history', async () => {
  await open(word('console.change.act.covers'));
  await dialog()
    .getByRole('button', { name: word('console.structure.uncover', { name: estates[0]?.name ?? '' }) })
    .click();
  await dialog().getByLabel(word('console.change.document')).fill('郾組〔2026〕14 號');
  await send();
  await console.getByText(word('console.change.done')).waitFor();
  expect(await covers(whole)).toEqual([]);
  await console.getByText('郾組〔2026〕14 號').first().waitFor();
  expect(complaints).toEqual([]);
});
