import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { setTimeout as sleep } from 'node:timers/promises';
import { testApi } from '../../testing/index.js';
import { bookingScenario } from './booking.scenario.js';

const { database, ask, listen } = testApi();
const { given, when, wish, stored } = bookingScenario(database);

const BOOK = `
  mutation ($input: BookInput!) {
    book(input: $input) { __typename ... on Booking { id state channel } ... on Refused { code } }
  }`;

const WATCH = 'subscription ($id: ID!) { sessionChanged(id: $id) { title placesLeft } }';

it('books over HTTP, and tells those who watch the session', async () => {
  const lunch = await given.session({ capacity: 2 });
  const lan = given.resident();
  const client = await listen(given.resident());
  const change = client.iterate({ query: WATCH, variables: { id: lunch.id } }).next();
  await sleep(300); // The protocol has no word for "subscribed".

  const input = wish(lunch, lan.personId);
  const { data } = await ask(lan, BOOK, { input });

  expect(data).toEqual({ book: { __typename: 'Booking', id: input.id, state: 'CONFIRMED', channel: 'APP' } });
  expect((await change).value).toEqual({ data: { sessionChanged: { title: '助餐', placesLeft: 1 } } });
  await client.dispose();
});

const notForSockets: [string, string, Viewer | undefined][] = [
  ['UNAUTHENTICATED', WATCH, undefined],
  ['Only subscriptions', 'query ($id: ID!) { session(id: $id) { title } }', given.clerk()],
  ['Syntax Error', 'subscription {', given.clerk()],
];
it.each(notForSockets)('answers %s on a socket', async (complaint, query, viewer) => {
  const lunch = await given.session();
  const client = await listen(viewer);

  const reply = client.iterate({ query, variables: { id: lunch.id } }).next();

  expect(JSON.stringify(await reply.catch((errors: unknown) => errors))).toContain(complaint);
  await client.dispose();
});

it('answers a refusal as data', async () => {
  const lunch = await given.session({ capacity: 1 });
  await when.hasBooked(given.resident(), lunch);
  const lan = given.resident();

  const { data } = await ask(lan, BOOK, { input: wish(lunch, lan.personId) });

  expect(data).toEqual({ book: { __typename: 'Refused', code: 'SESSION_FULL' } });
  expect(await stored(lunch)).toEqual({ taken: 1, bookings: 1, events: 1 });
});

it('shows the bookings of a session to each as far as they reach', async () => {
  const lunch = await given.session();
  const [lan, neighbour] = [given.resident(), given.resident()];
  await when.hasBooked(lan, lunch);
  await when.hasBooked(neighbour, lunch);
  const query = 'query ($id: ID!) { session(id: $id) { placesLeft bookings { beneficiaryId } } }';
  const seenBy = async (viewer: Viewer) => (await ask(viewer, query, { id: lunch.id })).data;

  const [hers, his] = [{ beneficiaryId: lan.personId }, { beneficiaryId: neighbour.personId }];
  expect(await seenBy(lan)).toEqual({ session: { placesLeft: 8, bookings: [hers] } });
  expect(await seenBy(given.clerk())).toEqual({ session: { placesLeft: 8, bookings: [hers, his] } });
  expect(await seenBy(given.clerk({ area: '411103/03/' }))).toEqual({
    session: { placesLeft: 8, bookings: [] },
  });
});

it('turns away strangers, those without the action, and what does not fit', async () => {
  const lunch = await given.session();
  const lan = given.resident();
  const input = wish(lunch, lan.personId);
  const failure = async (viewer: Viewer | undefined, variables: object) =>
    (await ask(viewer, BOOK, variables)).errors?.[0]?.extensions;

  expect(await failure(undefined, { input })).toEqual({ code: 'UNAUTHENTICATED' });
  expect(await failure(given.resident({ role: 'SCREEN' }), { input })).toEqual({ code: 'FORBIDDEN' });
  expect(await failure(lan, { input: { ...input, id: 'lunch' } })).toEqual({
    code: 'BAD_USER_INPUT',
    issues: [{ path: 'id', code: 'invalid_format' }],
  });
  expect(await failure(lan, { input: { ...input, channel: 'TELEX' } })).toEqual({
    code: 'BAD_USER_INPUT',
  });
  expect(await stored(lunch)).toEqual({ taken: 0, bookings: 0, events: 0 });
});
