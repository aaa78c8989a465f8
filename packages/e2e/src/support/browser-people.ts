import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { ApiClient } from '../api.js';

/** A browser in China, in Chinese; everything of it can be changed. */
export const openContext = (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ locale: 'zh-TW', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...options });

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
export const DESK = { viewport: { width: 1440, height: 900 } } as const;
export const WALL = { viewport: { width: 1920, height: 1080 } } as const;

/** A context in which somebody is signed in already, by the cookies of an API client. */
export async function contextOf(
  browser: Browser,
  client: ApiClient,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await openContext(browser, options);
  await context.addCookies(client.cookies());
  return context;
}

/** As in the model of a phone: what is kept there decides before the first paint. */
export async function remember(
  context: BrowserContext,
  kept: Readonly<Record<string, string>>,
): Promise<void> {
  await context.addInitScript((entries) => {
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
  }, kept);
}

/** Everything that a page complains of: errors and warnings of its console, exceptions, answers of 4xx and 5xx. */
export function noteComplaints(page: Page, complaints: string[] = []): string[] {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${String(response.status())} ${response.url()}`);
  });
  return complaints;
}
