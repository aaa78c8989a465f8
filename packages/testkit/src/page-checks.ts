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
export async function axeViolations(page: Page, { targets = false } = {}): Promise<string[]> {
  // Not addScriptTag: our content security policy refuses inline scripts, as it should.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async (enabled) => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    // Of WCAG 2.2, and off unless asked for: 24 pixels, or as much room around. A bar over the page confuses it.
    return (await axe.run({ rules: { 'target-size': { enabled } } })).violations;
  }, targets);
  return violations.map(
    ({ id, impact, nodes }) => `${id} (${impact ?? '?'}): ${nodes.map(({ html }) => html).join(' | ')}`,
  );
}

/** How many pixels the page is wider than its window, or its main part than its frame, where that scrolls by itself. */
export const horizontalOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const mains = [...document.querySelectorAll('main')];
    const scrolling = mains.filter((main) => getComputedStyle(main).overflowX !== 'visible');
    const frames = [document.documentElement, ...scrolling];
    return Math.max(0, ...frames.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
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
      // By something wide: the width of a word is rounded.
      let wide = parent;
      while (wide.offsetWidth < 300 && wide.parentElement) wide = wide.parentElement;
      const scale = wide.getBoundingClientRect().width / (wide.offsetWidth || 1);
      if (size * scale < minimum - 0.1) found.push(`${size}px ${text.slice(0, 40)}`);
    }
    return found;
  }, least);

/** Texts, names and hints that are a key or a pattern instead of words: `resident.book`, `Meal.LUNCH`, `{count}`. */
export const untranslated = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isRaw = (text: string) =>
      /\b(common|console|dish|issue|language|live|problem|refusal|resident|screen)\.[a-zA-Z][\w.-]*/.test(
        text,
      ) ||
      /\b[A-Z]\w+\.[A-Z][A-Z_]+\b/.test(text) ||
      /\{\w+(, ?\w+.*)?\}|\bundefined\b|\bNaN\b|\[object |Invalid Date/.test(text);
    const said = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!['SCRIPT', 'STYLE'].includes(node.parentElement?.tagName ?? '')) said.push(node.textContent ?? '');
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      for (const element of document.querySelectorAll(`[${name}]`))
        said.push(element.getAttribute(name) ?? '');
    }
    return said.filter(isRaw).map((text) => text.trim().slice(0, 80));
  });

/** Texts that are cut off: by their own box, by one around it that hides what sticks out, or by the window. */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    const hides = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflow);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent?.trim() || !parent?.checkVisibility({ visibilityProperty: true })) continue;
      if (parent.closest('.vh, .skip, [aria-hidden=true] svg')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      const frames = [{ left: 0, top: 0, right: innerWidth, bottom: innerHeight }];
      for (let box: Element | null = parent; box && box !== document.body; box = box.parentElement)
        if (hides(box)) frames.push(box.getBoundingClientRect());
      const cut = frames.some(
        (frame) =>
          text.left < frame.left - 1 ||
          text.right > frame.right + 1 ||
          text.top < frame.top - text.height * 0.2 ||
          text.bottom > frame.bottom + text.height * 0.2,
      );
      if (cut) found.push(`${parent.className || parent.tagName}: ${node.textContent.trim().slice(0, 40)}`);
    }
    return found;
  });
