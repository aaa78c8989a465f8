import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SAMPLE_PASSWORD } from '@linli/sample';
import { launchBrowser } from '@linli/testkit';
import type { Browser } from 'playwright-core';
import { ApiClient } from './api.js';
import { contextOf, DESK } from './support/browser-people.js';
import { sharedHouse } from './support/shared-house.js';
import { word } from './support/words.js';

const house = sharedHouse();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser.close());

it.each(['reduce', 'no-preference'] as const)(
  'what was looked up opens below the field in which one writes, also when motion is %s',
  async (reducedMotion) => {
    const cadre = new ApiClient(() => house, 'CONSOLE');
    await cadre.signInAs('qu.zuzhi', SAMPLE_PASSWORD);
    const page = await (await contextOf(browser, cadre, { ...DESK, reducedMotion })).newPage();
    await page.goto(`${house.url}/console/screens`);
    // What has even the shortest transition measures itself where it was before.
    const passing = () => getComputedStyle(document.body).transitionDuration;
    expect(await page.evaluate(passing)).toBe('0s');
    await page
      .getByRole('button', { name: word('console.screens.pair') })
      .first()
      .click();
    const drawer = page.getByRole('dialog');
    await drawer.locator('label', { has: page.locator('input[value="area"]') }).click();
    const field = drawer.getByRole('combobox');
    await field.fill('郾城區');
    const option = page.locator('.ant-select-item-option').first();
    await option.click();
    await page.locator('.ant-select-content', { hasText: '郾城區' }).waitFor();
    await option.waitFor({ state: 'hidden' });
  },
  60_000,
);
