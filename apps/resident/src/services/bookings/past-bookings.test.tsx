import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { everyday, listOf, ticket } from '../../testing/district';
import { FakeServer } from '../../testing/fake-server';
import { newPhone, openApp } from '../../testing/open-app';

/** More than the 100 that a server gives at once; a day for each two, so that a page ends inside a day. */
const ALL = Array.from({ length: 107 }, (_, index) => {
  const day = new Date(Date.UTC(2026, 10, 20 - Math.floor((index + 1) / 2))).toISOString().slice(0, 10);
  const serial = String(1000 + index);
  return {
    ...ticket(`019ab000-0000-7000-8000-00000000${serial}`, day, 'COMPLETED'),
    ticketNumber: `LL-1120-${serial}`,
  };
});

function pageOf({ first, after }: { first: number; after?: string }) {
  const from = after === undefined ? 0 : ALL.findIndex(({ id }) => id === after) + 1;
  const nodes = ALL.slice(from, from + first);
  const { bookings } = listOf(...nodes);
  const pageInfo = {
    ...bookings.pageInfo,
    hasNextPage: from + first < ALL.length,
    endCursor: nodes[nodes.length - 1]?.id ?? null,
  };
  return { bookings: { ...bookings, pageInfo } };
}

let server: FakeServer;
beforeEach(async () => {
  await newPhone();
  server = new FakeServer({ ...everyday, Bookings: (variables) => pageOf(variables as never) });
});
const numbers = () => screen.getAllByText(/票號/).map((each) => /\d{4}/.exec(each.textContent)?.[0]);
const earlier = () => screen.findByRole('button', { name: '看更早的' });

it('goes back to the very first booking, page after page, each once', async () => {
  const user = await openApp(server, '/bookings?when=past');
  await earlier();
  for (let shown = 20; shown < ALL.length; shown += 20) {
    await user.click(await earlier());
    await waitFor(() => expect(numbers()).toHaveLength(Math.min(shown + 20, ALL.length)));
  }
  expect(numbers()).toEqual(ALL.map(({ ticketNumber }) => ticketNumber.slice(-4)));
  expect(screen.queryByRole('button', { name: '看更早的' })).toBeNull();
  const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(new Set(headings).size).toBe(headings.length);
  expect(server.of('Bookings').map(({ variables }) => variables.first)).toEqual(Array(6).fill(20));
}, 60_000);

it('says so when an earlier page could not be read, keeps what is there and tries again', async () => {
  const user = await openApp(server, '/bookings?when=past');
  await earlier();
  server.down = true;
  await user.click(await earlier());
  await screen.findByRole('alert', undefined, { timeout: 15_000 });
  expect(numbers()).toHaveLength(20);
  server.down = false;
  await user.click(await earlier());
  await waitFor(() => expect(numbers()).toHaveLength(40));
  expect(screen.queryByRole('alert')).toBeNull();
}, 30_000);
