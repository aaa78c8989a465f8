import { expect, it } from '@jest/globals';
import { personId, type Viewer } from '@linli/domain/access';
import { bookingId } from '@linli/domain/services/bookings';
import { newId, testApi } from '../../testing/index.js';
import { bookingScenario } from '../bookings/booking.scenario.js';

const { database, ask } = testApi();
const { given, when, today } = bookingScenario(database);

/**
 * Who gets what, written down by hand and not read from `grants`: + an answer, 0 an empty list, - NOT_FOUND,
 * x FORBIDDEN, ! UNAUTHENTICATED. Everything is about 李桂蘭, her booking and the centre of her community.
 */
const MATRIX = `
                  own carer stranger staff otherStaff kitchen volunteer screen cadre sibling lead otherLead nobody
  booking          +    +      -       +       -         x        x        x     +      -     +       -       !
  bookings         +    +      -       +       0         x        x        x     +      0     +       0       !
  bookableSessions +    +      -       +       -         x        x        x     +      -     +       -       !
  lunches          +    +      -       +       -         x        x        x     +      -     +       -       !
  home             +    +      -       +       -         x        x        x     +      -     +       -       !
  book             +    +      -       +       -         x        x        x     +      -     +       -       !
  bookAndCheckIn   x    x      x       +       -         x        x        x     +      -     x       x       !
  cancelBooking    +    +      -       +       -         x        x        x     +      -     +       -       !
  checkIn          x    x      x       +       -         x        x        x     +      -     x       x       !
  undoCheckIn      x    x      x       +       -         x        x        x     +      -     x       x       !
  desk             x    x      x       +       -         x        x        x     +      -     x       x       !
  kitchenSheet     x    x      x       +       -         +        +        x     +      -     x       x       !
  subsidyRules     +    +      +       +       +         +        +        x     +      +     +       +       !
`;
const [heading = '', ...rows] = MATRIX.trim().split('\n');
const who = heading.trim().split(/\s+/);
const cases = rows
  .map((row) => row.trim().split(/\s+/))
  .map(([operation = '', ...marks]) => [operation, marks] as const);

const VERB = '{ ... on Booking { id } ... on Refused { code } }';
const DOCUMENTS: Record<string, string> = {
  booking: 'query ($booking: ID!) { booking(id: $booking) { id } }',
  bookings:
    'query ($lan: ID!) { bookings(when: COMING, first: 10, beneficiaryId: $lan) { edges { node { id } } } }',
  bookableSessions:
    'query ($centre: ID!, $lan: ID!, $day: Date!) { bookableSessions(centreId: $centre, beneficiaryId: $lan, from: $day, to: $day) { placesLeft } }',
  lunches:
    'query ($centre: ID!, $lan: ID!, $day: Date!) { lunches(centreId: $centre, beneficiaryId: $lan, from: $day, to: $day) { day } }',
  home: 'query ($centre: ID!, $lan: ID!) { home(beneficiaryId: $lan, centreId: $centre) { comingBookings } }',
  book: `mutation ($id: ID!, $session: ID!, $lan: ID!, $channel: Channel!) { book(input: { id: $id, sessionId: $session, beneficiaryId: $lan, channel: $channel }) ${VERB} }`,
  bookAndCheckIn: `mutation ($id: ID!, $session: ID!, $lan: ID!) { bookAndCheckIn(input: { id: $id, sessionId: $session, beneficiaryId: $lan }) ${VERB} }`,
  cancelBooking: `mutation ($booking: ID!) { cancelBooking(input: { id: $booking, reason: "臨時有事" }) ${VERB} }`,
  checkIn: `mutation ($booking: ID!) { checkIn(input: { id: $booking }) ${VERB} }`,
  undoCheckIn: `mutation ($booking: ID!) { undoCheckIn(input: { id: $booking }) ${VERB} }`,
  desk: 'query ($centre: ID!, $day: Date!) { desk(centreId: $centre, day: $day) { day } }',
  kitchenSheet:
    'query ($centre: ID!, $day: Date!) { kitchenSheet(centreId: $centre, day: $day, meal: LUNCH) { orders } }',
  subsidyRules: 'query { subsidyRules { id } }',
};
const DENIALS: Record<string, string> = { NOT_FOUND: '-', FORBIDDEN: 'x', UNAUTHENTICATED: '!' };

async function cast() {
  const { community, otherCommunity, building, otherBuilding } = await given.tree();
  const centreId = await given.usualCentre();
  const elsewhere = await given.centre({ area: otherCommunity });
  const lan = await given.resident();
  const viewers: Record<string, Viewer | undefined> = {
    own: lan,
    carer: await given.resident({ caresFor: [lan.personId] }),
    stranger: await given.resident(),
    staff: given.staff(centreId),
    otherStaff: given.staff(elsewhere),
    kitchen: given.worker('KITCHEN', { centreId }),
    volunteer: given.worker('DELIVERY_VOLUNTEER', { centreId }),
    screen: { ...given.worker('SCREEN', { centreId }), personId: newId(personId), face: 'SCREEN' },
    cadre: given.worker('COMMUNITY_CADRE', { areaId: community }),
    sibling: given.worker('COMMUNITY_CADRE', { areaId: otherCommunity }),
    lead: given.worker('BUILDING_LEAD', { areaId: building }),
    otherLead: given.worker('BUILDING_LEAD', { areaId: otherBuilding }),
    nobody: undefined,
  };
  return { lan, centreId, viewers };
}

const markOf = ({ data, errors }: Awaited<ReturnType<typeof ask>>): string => {
  const code = errors?.[0]?.extensions.code;
  if (code !== undefined) return DENIALS[code] ?? code;
  return JSON.stringify(data).includes('"edges":[]') ? '0' : '+';
};

it.each(cases)(
  '%s is for whom the table says',
  async (operation, marks) => {
    const { lan, centreId, viewers } = await cast();
    const service = await given.service({ meal: 'LUNCH', way: 'DINE_IN' });
    const got: Record<string, string> = {};
    for (const name of who) {
      const viewer = viewers[name];
      const booked = await given.session({
        startsAt: new Date(Date.now() + 3_600_000),
        opensAt: new Date(0),
        closesAt: new Date(Date.now() + 60_000),
      });
      const booking = await when.hasBooked(lan, booked);
      const free = await given.session();
      const before = await database().query<object[]>('SELECT * FROM booking WHERE id = $1', [booking.id]);
      const reply = await ask(viewer, DOCUMENTS[operation] ?? '', {
        ...{
          id: newId(bookingId),
          booking: booking.id,
          session: free.id,
          lan: lan.personId,
          centre: centreId,
          day: today(),
        },
        channel: viewer?.face === 'CONSOLE' ? 'PHONE' : 'APP',
      });
      got[name] = markOf(reply);
      if (got[name] !== '+') {
        expect(await database().query('SELECT * FROM booking WHERE id = $1', [booking.id])).toEqual(before);
        expect(await database().query('SELECT FROM booking WHERE session_id = $1', [free.id])).toEqual([]);
      }
    }
    expect(service).toBeDefined();
    expect(got).toEqual(Object.fromEntries(who.map((name, i) => [name, marks[i]])));
  },
  60_000,
);

it('the table has every operation of these rooms', () => {
  expect(Object.keys(DOCUMENTS)).toEqual(cases.map(([operation]) => operation));
});
