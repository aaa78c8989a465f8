import { afterAll, beforeAll, expect } from '@jest/globals';
import { SAMPLE_PASSWORD, STORY } from '@linli/sample';
import { launchBrowser } from '@linli/testkit';
import type { Browser, Page, Response } from 'playwright-core';
import { ApiClient } from './api.js';
import { contextOf, DESK, noteComplaints, openContext, PHONE, WALL } from './support/browser-people.js';
import { CADRE, type Canteen, CAPACITY, openCanteen } from './support/canteen.js';
import { type Figures, figuresOn, type Reader, shownAt } from './support/figures.js';
import { pairWall, untilLunchStands } from './support/pairing.js';
import { signInByMessage } from './support/residents.js';
import { sharedHouse } from './support/shared-house.js';
import { story } from './support/steps.js';
import { word } from './support/words.js';

/** From the answer to a resident until everybody sees it. Source: issue "The house stands", Live. */
const LIVE_MS = 2000;

const house = sharedHouse();
const step = story();
const { daughter, mother } = STORY;
let browser: Browser;
let canteen: Canteen;
let phone: Page;
/** The same resident's home page, left open. */
let home: Page;
let desk: Page;
let kitchen: Page;
let wall: Page;
let booking: { id: string; ticketNumber: string };
let wish: { body: string; headers: Record<string, string> };
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  canteen = await openCanteen(house);
  const cadre = new ApiClient(() => house, 'CONSOLE');
  await cadre.signInAs(CADRE, SAMPLE_PASSWORD);
  const console = await contextOf(browser, cadre, DESK);
  [desk, kitchen] = [await console.newPage(), await console.newPage()];
  wall = await (await openContext(browser, WALL)).newPage();
  phone = await (await openContext(browser, PHONE)).newPage();
  for (const page of [desk, kitchen, wall, phone]) noteComplaints(page, complaints);
  await desk.goto(`${house.url}/console/desk?centre=${canteen.id}&view=all`);
  await kitchen.goto(`${house.url}/console/kitchen?centre=${canteen.id}`);
}, 900_000);

afterAll(() => browser.close());

/** Starts to look at the faces, acts, and says how long after the answer each of them showed it. */
async function liveAfter(act: () => Promise<Response>, wanted: Figures): Promise<Record<string, number>> {
  await untilLunchStands(wall);
  const { left: _, ...ofKitchen } = wanted;
  const looks = {
    desk: shownAt(desk, 'desk', wanted),
    kitchen: shownAt(kitchen, 'kitchen', ofKitchen),
    wall: shownAt(wall, 'wall', wanted),
    home: shownAt(home, 'phone', { left: wanted.left }),
  };
  const response = await act();
  await response.finished();
  const { startTime, responseEnd } = response.request().timing();
  const answeredAt = startTime + responseEnd;
  const seen = await Promise.all(
    Object.entries(looks).map(async ([face, at]) => [face, (await at) - answeredAt] as const),
  );
  return Object.fromEntries(seen);
}

/** Reads what was answered at once: after the next page it is gone. */
async function noteBooking(response: Response): Promise<void> {
  const { data } = (await response.json()) as { data: { book: typeof booking } };
  booking = data.book;
  const request = response.request();
  const sent = Object.entries(request.headers()).filter(([name]) =>
    /^(content-type|x-linli|apollo)/.test(name),
  );
  wish = { body: request.postData() ?? '', headers: Object.fromEntries(sent) };
}

const answerTo = (page: Page, operation: string): Promise<Response> =>
  page.waitForResponse(
    (response) =>
      response.url().endsWith('/graphql') && (response.request().postData() ?? '').includes(operation),
  );

async function press(page: Page, operation: string, button: string | RegExp): Promise<Response> {
  const [response] = await Promise.all([
    answerTo(page, operation),
    page.getByRole('button', { name: button, exact: typeof button === 'string' }).click(),
  ]);
  return response;
}

function expectLive(delays: Record<string, number>): void {
  for (const [face, delay] of Object.entries(delays)) {
    if (delay > LIVE_MS)
      throw new Error(`${face} showed it ${String(Math.round(delay))} ms after the answer`);
  }
}

step(
  'a resident signs in with the code of a message',
  async () => {
    await signInByMessage(phone, house.url, daughter.phone);
    await phone.getByRole('heading', { level: 1, name: daughter.name }).waitFor();
  },
  60_000,
);

step(
  'a wall is paired by its code in the console, and shows the canteen',
  async () => {
    await pairWall({ wall, desk: await desk.context().newPage(), url: house.url, place: canteen.name });
    await untilLunchStands(wall);
    expect(await figuresOn(wall, 'wall')).toEqual({ taken: 0, arrived: 0, left: CAPACITY });
  },
  90_000,
);

step(
  'she books lunch for her mother in three taps from home, and desk, kitchen, wall and her open home page show it within 2 s',
  async () => {
    let taps = 0;
    const tap = async (name: string, role: 'radio' | 'link') => {
      taps += 1;
      await phone.getByRole(role, { name, exact: role === 'link' }).tap();
    };
    await phone.goto(house.url);
    await tap(mother.name, 'radio');
    await shownAt(phone, 'phone', { left: CAPACITY });
    home = await phone.context().newPage();
    noteComplaints(home, complaints);
    await home.goto(house.url);
    await shownAt(home, 'phone', { left: CAPACITY });
    await tap(word('resident.bookToday'), 'link');
    const confirm = phone.getByRole('button', { name: word('resident.confirmBooking') });
    await confirm.waitFor();
    const delays = await liveAfter(
      async () => {
        taps += 1;
        const [response] = await Promise.all([answerTo(phone, 'mutation Book'), confirm.tap()]);
        await noteBooking(response);
        return response;
      },
      { taken: 1, arrived: 0, left: CAPACITY - 1 },
    );
    expect(taps).toBeLessThanOrEqual(3);
    await phone.getByRole('heading', { name: word('resident.booked') }).waitFor();
    expect(await phone.locator('.bigt__no').textContent()).toBe(booking.ticketNumber.split('-').pop());
    expect(await desk.locator('tr[data-row]', { hasText: booking.ticketNumber }).textContent()).toContain(
      mother.name,
    );
    expectLive(delays);
  },
  90_000,
);

step(
  'the same wish sent ten times more is the same booking with the same number',
  async () => {
    const again = await phone.evaluate(async ({ body, headers }) => {
      const send = () => fetch('/graphql', { method: 'POST', headers, body }).then((each) => each.json());
      return Promise.all(Array.from({ length: 10 }, send));
    }, wish);
    const answers = again as { data: { book: typeof booking } }[];
    expect(answers.map(({ data }) => data.book)).toEqual(Array(10).fill(booking));
    await desk.reload();
    await shownAt(desk, 'desk', { taken: 1, arrived: 0 });
    expect(await desk.locator('tr[data-row]', { hasText: mother.name }).count()).toBe(1);
  },
  60_000,
);

step(
  'before the lunch begins she may give it back: every face has the place again; then she books anew',
  async () => {
    await phone.getByRole('button', { name: word('resident.cancel.do') }).tap();
    const dialog = phone.getByRole('dialog');
    const delays = await liveAfter(
      async () => {
        const [response] = await Promise.all([
          answerTo(phone, 'mutation Cancel'),
          dialog.getByRole('button', { name: word('resident.cancel.do') }).tap(),
        ]);
        return response;
      },
      { taken: 0, arrived: 0, left: CAPACITY },
    );
    await phone.getByText(word('resident.cancel.done')).waitFor();
    expectLive(delays);

    await phone.goto(house.url);
    await phone.getByRole('link', { name: word('resident.bookToday'), exact: true }).tap();
    await phone.getByRole('button', { name: word('resident.confirmBooking') }).waitFor();
    const before = booking;
    await noteBooking(await press(phone, 'mutation Book', word('resident.confirmBooking')));
    await phone.getByRole('heading', { name: word('resident.booked') }).waitFor();
    expect(booking.id).not.toBe(before.id);
    await shownAt(desk, 'desk', { taken: 1, arrived: 0, left: CAPACITY - 1 });
  },
  120_000,
);

step(
  'the desk checks her in, and every face counts one who came',
  async () => {
    const delays = await liveAfter(
      () => press(desk, 'mutation CheckIn', word('console.desk.checkInOf', { name: mother.name })),
      {
        taken: 1,
        arrived: 1,
        left: CAPACITY - 1,
      },
    );
    expectLive(delays);
    await phone.reload();
    await phone.locator('.bigt--used').waitFor();
    expect(await phone.getByRole('button', { name: word('resident.cancel.do') }).count()).toBe(0);
  },
  60_000,
);

step(
  'what was eaten cannot be cancelled, and the figures agree everywhere',
  async () => {
    const refused = await phone.evaluate(async (id) => {
      const query = `mutation ($input: CancelBookingInput!) {
      cancelBooking(input: $input) { __typename ... on Refused { code } } }`;
      const headers = { 'content-type': 'application/json', 'x-linli-face': 'RESIDENT' };
      const body = JSON.stringify({ query, variables: { input: { id, reason: '臨時有事' } } });
      const answer = await fetch('/graphql', { method: 'POST', headers, body });
      return (await answer.json()) as { data: { cancelBooking: object } };
    }, booking.id);
    expect(refused.data.cancelBooking).toEqual({ __typename: 'Refused', code: 'ALREADY_CHECKED_IN' });

    await phone.goto(house.url);
    await phone.locator('.cap__t').waitFor();
    await untilLunchStands(wall);
    const faces: [Page, Reader][] = [[phone, 'phone'], [desk, 'desk'], [kitchen, 'kitchen'], [wall, 'wall']]; // prettier-ignore
    for (const [page, reader] of faces) {
      const { taken = 1, arrived = 1, left = CAPACITY - 1 } = (await figuresOn(page, reader)) ?? {};
      expect({ reader, taken, arrived, left }).toEqual({ reader, taken: 1, arrived: 1, left: CAPACITY - 1 });
    }
    expect(complaints).toEqual([]);
  },
  90_000,
);
