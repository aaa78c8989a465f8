import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds wrong on the page, one line each; an empty list is the only good answer. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Not addScriptTag: our content security policy refuses inline scripts, as it should.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations.map(
    ({ id, impact, nodes }) => `${id} (${impact ?? '?'}): ${nodes.map(({ html }) => html).join(' | ')}`,
  );
}

/** How many pixels the page is wider than its window. */
export const horizontalOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });

/** Everything one can press that is smaller than `least` pixels either way; links within a line of text are exempt. */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((minimum) => {
    const targets = document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=radio]',
    );
    const isInline = (element: HTMLElement) =>
      element.tagName === 'A' &&
      getComputedStyle(element).display === 'inline' &&
      element.closest('p, li, dd') !== null;
    const boxOf = (element: HTMLElement) => (element.closest('label') ?? element).getBoundingClientRect();
    return [...targets]
      .filter((element) => element.checkVisibility() && !isInline(element))
      .filter((element) => {
        const { width, height } = boxOf(element);
        return width > 1 && height > 1 && (width < minimum - 0.5 || height < minimum - 0.5);
      })
      .map((element) => {
        const { width, height } = boxOf(element);
        return `${Math.round(width)}×${Math.round(height)} ${element.outerHTML.slice(0, 120)}`;
      });
  }, least);

/** Texts set smaller than `least` pixels. */
export const smallTexts = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((minimum) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (text === '' || !parent?.checkVisibility()) continue;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      const scale = parent.getBoundingClientRect().width / (parent.offsetWidth || 1);
      if (size * scale < minimum - 0.1) found.push(`${size}px ${text.slice(0, 40)}`);
    }
    return found;
  }, least);
