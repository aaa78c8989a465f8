import { axeViolations, horizontalOverflow, smallTargets, untranslated } from '@linli/testkit';
import type { Page } from 'playwright-core';

export interface Window {
  readonly width: number;
  readonly height: number;
}

interface Rules {
  /** The page is looked at in each; axe looks at the first. */
  readonly windows: readonly Window[];
  /** Pixels, either way, of everything that can be pressed; without it axe's rule for a mouse is enough. */
  readonly leastTarget?: number;
  /** Looks once more with the letters of the phone at twice their size. */
  readonly largeLetters?: boolean;
}

const PATIENCE_MS = 30_000;

/** Until nothing is on its way any more, and the letters are there. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('#root')?.childElementCount !== 0 &&
      !document.querySelector('[aria-busy=true], .sk, .skls, .skl, .spin'),
    undefined,
    { timeout: PATIENCE_MS, polling: 50 },
  );
  await page.evaluate(() => document.fonts.ready);
}

/** Everything that is wrong with the page as it stands, one line each. */
export async function faultsOf(page: Page, { windows, leastTarget, largeLetters }: Rules): Promise<string[]> {
  const faults: string[] = [];
  for (const [i, window] of windows.entries()) {
    await page.setViewportSize(window);
    const at = `${String(window.width)} wide`;
    const over = await horizontalOverflow(page);
    if (over > 0) faults.push(`${at}: ${String(over)} px too wide`);
    const small = leastTarget === undefined ? [] : await smallTargets(page, leastTarget);
    faults.push(...small.map((target) => `${at}: small: ${target}`));
    if (i > 0) continue;
    const violations = await axeViolations(page, { targets: leastTarget === undefined });
    faults.push(...violations.map((violation) => `axe: ${violation}`));
    faults.push(...(await untranslated(page)).map((text) => `not translated: ${text}`));
  }
  if (largeLetters) faults.push(...(await faultsOfLargeLetters(page, windows[0])));
  return faults;
}

async function faultsOfLargeLetters(page: Page, window: Window | undefined): Promise<string[]> {
  if (window) await page.setViewportSize(window);
  await page.evaluate(async () => {
    document.documentElement.style.fontSize = '200%';
    // Where motion is reduced every change is a transition of a moment: two frames until it is drawn.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
  const over = await horizontalOverflow(page);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return over > 0 ? [`letters at 200 %: ${String(over)} px too wide`] : [];
}
