import type { Page } from 'playwright-core';

/** How a face writes down a lunch: how many booked, how many of them came, how many places are left. */
export interface Figures {
  readonly taken: number;
  readonly arrived: number;
  readonly left: number;
}

export type Reader = 'phone' | 'desk' | 'kitchen' | 'wall';

// In the page: one number or several out of what a person reads there. Undefined while it is not there yet.
const readers: Record<Reader, () => Partial<Figures> | undefined> = {
  phone: () => {
    const left = /\d+/.exec(document.querySelector('.cap__t b')?.textContent ?? '')?.[0];
    return left === undefined ? undefined : { left: Number(left) };
  },
  desk: () => {
    const cell = document.querySelector('.band .cell');
    const [arrived, taken] = cell?.querySelector('.cell__n')?.textContent.match(/\d+/g) ?? [];
    const left = /\d+/.exec(cell?.querySelector('.cell__s')?.textContent ?? '')?.[0];
    if (arrived === undefined || taken === undefined) return undefined;
    return { arrived: Number(arrived), taken: Number(taken), left: Number(left) };
  },
  kitchen: () => {
    const figures = [...document.querySelectorAll('.eqn b')].map((each) => each.textContent);
    const [orders, portions, ways, served] = figures;
    if (served === undefined || orders !== portions) return undefined;
    const byWay = (ways ?? '').split('+').reduce((sum, each) => sum + Number(each), 0);
    return byWay === Number(orders) ? { taken: byWay, arrived: Number(served) } : undefined;
  },
  wall: () => {
    const figures = [...document.querySelectorAll('.seats__key b')].map((each) => Number(each.textContent));
    const [arrived, booked, left] = figures;
    if (arrived === undefined || booked === undefined || left === undefined) return undefined;
    return { arrived, taken: arrived + booked, left };
  },
};

export const figuresOn = (page: Page, reader: Reader): Promise<Partial<Figures> | undefined> =>
  page.evaluate(readers[reader]);

const PATIENCE_MS = 20_000;

/** The moment, by the clock of this machine, at which the page shows these figures; it looks every 20 ms. */
export async function shownAt(page: Page, reader: Reader, wanted: Partial<Figures>): Promise<number> {
  // As one text: what the page looks with may not be compiled later, its content security policy forbids that.
  const seen = await page.evaluate<number | string>(`(async () => {
    const read = ${readers[reader].toString()};
    const wanted = ${JSON.stringify(wanted)};
    const end = Date.now() + ${String(PATIENCE_MS)};
    let found;
    while (Date.now() < end) {
      found = read();
      if (found && Object.entries(wanted).every(([key, value]) => found[key] === value)) return Date.now();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return JSON.stringify(found ?? null);
  })()`);
  if (typeof seen === 'string')
    throw new Error(`${reader} shows ${seen} and not ${JSON.stringify(wanted)} (${page.url()})`);
  return seen;
}
