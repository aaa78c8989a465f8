import { expect, it } from '@jest/globals';
import { plainDateOf } from '@linli/domain/base';
import { testApi, statementsOf } from '../../testing/index.js';
import { bookingScenario, bornYearsAgo, minutes } from '../bookings/booking.scenario.js';
import { canteen, HOME, LINE } from './canteen.scenario.js';

const { database, ask } = testApi();
const { given, when, today } = bookingScenario(database);

it('home answers at a glance, in few statements', async () => {
  const { centre, now, tomorrow, haircut, staff } = await canteen(given);
  await given.rule({ name: '76–89 歲高齡助餐', minAge: 76, maxAge: 89, subsidyFen: 800 });
  const lan = await given.resident({ birthDate: bornYearsAgo(78), needs: ['OLD_AGE'] });
  const booking = await when.hasBooked(lan, tomorrow.dineIn);
  await when.walksIn(staff, now, await given.resident());

  let reply: Awaited<ReturnType<typeof ask>> = {};
  const names = await statementsOf(database(), async () => {
    reply = await ask(lan, HOME, { centre });
  });

  const price = { fullFen: 1200, subsidyFen: 800, payFen: 400, ruleName: '76–89 歲高齡助餐' };
  expect(reply.errors).toBeUndefined();
  expect(reply.data?.home).toMatchObject({
    centre: { id: centre },
    beneficiary: { id: lan.personId, name: '李桂蘭', isMe: true },
    nextBooking: {
      id: booking.id,
      price: { payFen: 400 },
      viewerCan: ['CANCEL'],
      session: { id: tomorrow.dineIn.id },
    },
    comingBookings: 1,
    lunchToday: {
      day: today(),
      capacity: 5,
      placesLeft: 4,
      ways: [{ refusal: 'PAST_CUT_OFF', refusalDetails: { walkInPlaces: 4 }, price }],
    },
    lunchTomorrow: {
      ...{ day: tomorrow.dineIn.day, capacity: 9, placesLeft: 8 },
      menu: { dishes: [{ name: '宮保雞丁' }, { name: '小米南瓜粥' }] },
      ways: [
        {
          refusal: 'ALREADY_BOOKED',
          bookingId: booking.id,
          placesLeft: 3,
          session: { taken: 1, service: { way: 'DINE_IN' } },
        },
        { refusal: null, placesLeft: 3, price },
        { refusal: 'NOT_ELIGIBLE', refusalDetails: { bound: 'CARE_NEED' } },
      ],
    },
    activities: [{ session: { id: haircut.id, title: '理髮' }, refusal: null, price: { subsidyFen: 0 } }],
    activityCount: 1,
  });
  expect(names.length).toBeLessThanOrEqual(8);
});

it('the centre of home is the one that serves where the person lives, the nearest one with meals', async () => {
  const { street, otherBuilding, otherCommunity } = await given.tree();
  const ofStreet = await given.centre({ area: street });
  const there = await given.centre({ area: otherCommunity });
  await given.service({ centre: ofStreet, meal: 'LUNCH', way: 'DINE_IN' });
  const { centre } = await canteen(given);
  const homeOf = async (unlike: object) =>
    (
      (await ask(await given.resident(unlike), '{ home { centre { id } } }')).data?.home as {
        centre: { id: string };
      }
    ).centre.id;

  expect(await homeOf({})).not.toBe(ofStreet);
  expect(await homeOf({ home: otherBuilding })).toBe(there);
  expect(centre).toBeDefined();
});

it('bookableSessions is one statement, and its sessions bring their services in one more', async () => {
  const { centre, tomorrow } = await canteen(given);
  const lan = await given.resident();
  const query = `query ($centre: ID!, $lan: ID!, $day: Date!) { bookableSessions(centreId: $centre, beneficiaryId: $lan, from: $day, to: $day) ${LINE} }`;
  const variables = { centre, lan: lan.personId, day: tomorrow.dineIn.day };

  const names = await statementsOf(database(), () => ask(lan, query, variables));

  expect(names).toEqual(['bookable-sessions', 'services-by-ids']);
});

it('a booking page by page, the next one first, and those that are over the other way round', async () => {
  const lan = await given.resident();
  const day = 24 * 60;
  const sessions = [];
  for (const days of [1, 2, 3]) sessions.push(await given.session({ startsAt: minutes(days * day) }));
  const bookings = [];
  for (const session of sessions) bookings.push(await when.hasBooked(lan, session));
  if (bookings[0]) await when.cancels(lan, bookings[0]);
  const query = `query ($when: BookingTime!, $first: Int!, $after: String) {
    bookings(when: $when, first: $first, after: $after) { edges { cursor node { id state session { id } } } pageInfo { hasNextPage endCursor } } }`;
  const page = async (variables: object) =>
    (await ask(lan, query, variables)).data?.bookings as {
      edges: { node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };

  const first = await page({ when: 'COMING', first: 1 });
  const second = await page({ when: 'COMING', first: 1, after: first.pageInfo.endCursor });
  const past = await page({ when: 'PAST', first: 5 });

  const idsOf = ({ edges }: typeof first) => edges.map(({ node }) => node.id);
  expect([first, second, past].map(idsOf)).toEqual([[bookings[1]?.id], [bookings[2]?.id], [bookings[0]?.id]]);
  expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
  const refused = await ask(lan, query, { when: 'COMING', first: 101 });
  expect(refused.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

it('hostile text is refused, and nothing is done', async () => {
  const lan = await given.resident();
  const booking = await when.hasBooked(lan, await given.session());
  const cancel = 'mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename } }';
  for (const reason of ['', '   ', '王\u0000', '\u202e臨時', '忙'.repeat(10_000)]) {
    const { errors } = await ask(lan, cancel, { input: { id: booking.id, reason } });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
  expect(await database().query('SELECT state FROM booking WHERE id = $1', [booking.id])).toEqual([
    { state: 'CONFIRMED' },
  ]);
  expect(plainDateOf(booking.bookedAt)).toBe(today());
});
