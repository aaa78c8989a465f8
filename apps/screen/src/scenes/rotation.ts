/** How long one page stands. Source: design, Wall: 20-30 s. */
export const PAGE_MS = 24_000;

export interface Turn {
  readonly index: number;
  /** 0 to 1: how much of its time the page has stood. */
  readonly progress: number;
}

/** Which of so many pages stands now, by time alone: a wall that was busy or asleep does not lag behind. */
export function turnAt(pages: number, startedAt: number, now: number, pageMs = PAGE_MS): Turn {
  const gone = Math.max(0, now - startedAt);
  const index = pages === 0 ? 0 : Math.floor(gone / pageMs) % pages;
  return { index, progress: (gone % pageMs) / pageMs };
}
