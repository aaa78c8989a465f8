import type { Page } from 'playwright-core';

const MOST = 60;

/** Tab, until what has the focus is called that; whoever uses no mouse must get there. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    const at = await page.evaluate(() => {
      const element = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLElement> }) | null;
      const label = element?.labels?.[0]?.textContent ?? '';
      return `${element?.getAttribute('aria-label') ?? ''} ${label} ${element?.textContent ?? ''}`;
    });
    if (name.test(at)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No key leads to ${String(name)}`);
}

/** From here on it is written down when somebody presses a button of a mouse, or touches. */
export async function watchForMouse(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const count = () => {
      document.documentElement.dataset.pressed = 'yes';
    };
    for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, count, true);
  });
}

export const usedMouse = async (page: Page): Promise<boolean> =>
  (await page.evaluate(() => document.documentElement.dataset.pressed)) !== undefined;
