import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sampleEstates, sampleResidents, STORY } from '@linli/sample';
import { launchBrowser } from '@linli/testkit';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { ApiClient, dayFromNow } from './api.js';
import { contextOf, PHONE, remember } from './support/browser-people.js';
import { type Canteen, openCanteen } from './support/canteen.js';
import { inDatabase } from './support/database.js';
import { neighbours } from './support/resident-routes.js';
import { sharedHouse } from './support/shared-house.js';
import { word } from './support/words.js';

const TIMES = 10;
/** Enough of the sample for finding somebody. */
const RESIDENTS = 2000;
const SEEDS = [3, 41, 592] as const;
const house = sharedHouse();
let browser: Browser;
let people: { id: string; phone: string }[];

/** The same cuts at each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Cutting {
  /** How many requests the server never saw. */
  before: number;
  /** What it answered, and nobody heard. */
  readonly unheard: string[];
  isOver: boolean;
}

/** Between this phone and the house: each booking is lost on the way there, or its answer on the way back. */
async function cutAtRandom(phone: Page, seed: number): Promise<Cutting> {
  const random = seeded(seed);
  const cutting: Cutting = { before: 0, unheard: [], isOver: false };
  const isBooking = (route: Route) => (route.request().postData() ?? '').includes('mutation Book');
  await phone.route('**/graphql', async (route) => {
    if (cutting.isOver || !isBooking(route)) return route.fallback();
    if (random() < 0.5) {
      cutting.before += 1;
      return route.abort('internetdisconnected');
    }
    const answer = await route.fetch();
    const { data } = (await answer.json()) as { data: { book: { ticketNumber: string } } };
    cutting.unheard.push(data.book.ticketNumber);
    return route.abort('connectionreset');
  });
  return cutting;
}

async function openPhone(person: { phone: string }): Promise<BrowserContext> {
  const resident = new ApiClient(() => house, 'RESIDENT');
  const id = await resident.signInWithPhone(person.phone);
  const context = await contextOf(browser, resident, PHONE);
  await remember(context, { 'linli.resident': id, 'linli.locale': 'zh-Hant' });
  return context;
}

/** Grown-ups of 嵩山路社區, each in a building of their own, who appear in no other test and have booked nothing. */
async function freePeople(): Promise<typeof people> {
  const today = dayFromNow(0) as Parameters<typeof sampleResidents>[0];
  const { residents, carers } = sampleResidents(today, sampleEstates(today), RESIDENTS);
  const busy = new Set<string>(carers.flatMap(({ carerId, elderId }) => [carerId, elderId]));
  const known = [...neighbours(), ...Object.values(STORY).map((each): string => each.phone)];
  const found = residents.flatMap(({ id, phone, buildingCode, birthDate }) =>
    phone &&
    !known.includes(phone) &&
    !busy.has(id) &&
    buildingCode.startsWith('411103001001') &&
    birthDate < '2000'
      ? [{ id, phone }]
      : [],
  );
  const free = await inDatabase<{ id: string }>(
    house,
    `SELECT DISTINCT ON (building_id) id FROM resident
     WHERE id = ANY ($1) AND NOT EXISTS (SELECT FROM booking WHERE beneficiary_id = resident.id)
     ORDER BY building_id, id LIMIT 3`,
    [found.map(({ id }) => id)],
  );
  return free.flatMap(({ id }) => found.filter((each) => each.id === id));
}

const confirming = (phone: Page) =>
  phone.getByRole('button', {
    name: new RegExp(`^(${word('resident.confirmBooking')}|${word('common.retry')})$`),
  });

/** One tap, and what the page says of it: that it does not know, and that trying again is safe. */
async function tapInVain(phone: Page): Promise<void> {
  await confirming(phone).tap();
  await phone.getByText(word('resident.neverTwice')).waitFor();
  await phone.getByRole('button', { name: word('common.retry') }).waitFor({ timeout: 30_000 });
}

const bookingsAt = ({ serviceId }: Canteen) =>
  inDatabase<{ ticket: string; state: string; taken: number }>(
    house,
    `SELECT ticket_number AS ticket, booking.state, taken FROM booking
       JOIN session ON session.id = session_id JOIN session_places USING (session_id)
     WHERE service_id = $1`,
    [serviceId],
  );

beforeAll(async () => {
  browser = await launchBrowser();
  people = await freePeople();
}, 900_000);

afterAll(() => browser.close());

it.each(SEEDS.map((seed, person) => ({ seed, person })))(
  'confirmed ten times with the network cut at random (seed $seed), it is one booking with one number',
  async ({ seed, person }) => {
    const { id = '', phone: number = '' } = people[person] ?? {};
    const canteen = await openCanteen(house, id);
    const context = await openPhone({ phone: number });
    const phone = await context.newPage();
    const cutting = await cutAtRandom(phone, seed);
    await phone.goto(`${house.url}/lunch/check?day=${canteen.day}&way=DINE_IN`);
    for (let time = 1; time < TIMES; time++) await tapInVain(phone);
    cutting.isOver = true;
    await confirming(phone).tap();
    await phone.getByRole('heading', { name: word('resident.booked') }).waitFor();

    expect(cutting.before).toBeGreaterThan(0);
    expect(cutting.unheard.length).toBeGreaterThan(0);
    const bookings = await bookingsAt(canteen);
    expect(bookings).toEqual([{ ticket: cutting.unheard[0], state: 'CONFIRMED', taken: 1 }]);
    expect(new Set(cutting.unheard).size).toBe(1);
    expect(await phone.locator('.bigt__no').textContent()).toBe(cutting.unheard[0]?.split('-').pop());
    await context.close();
  },
  180_000,
);
