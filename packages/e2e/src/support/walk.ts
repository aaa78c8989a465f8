import type { Page } from 'playwright-core';

/**
 * Goes to an address as a link of the app does, without loading the app anew, and resolves when the page before is gone.
 * By way of another page, which the app is loaded with the first time: what was opened on the last one is closed then.
 */
export async function walkTo(page: Page, origin: string, by: string, address: string): Promise<void> {
  if (!page.url().startsWith(origin)) await page.goto(origin + by);
  else await step(page, origin + by);
  await page.locator('.page').first().waitFor();
  await step(page, origin + address);
}

async function step(page: Page, url: string): Promise<void> {
  if (page.url() === url) return;
  await page.evaluate((to) => {
    document.querySelector('.page')?.setAttribute('data-left', '');
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, url);
  await page.locator('[data-left]').waitFor({ state: 'detached' });
}
