import type { Arrival } from '../services/desk/arrivals';
import { arrival, person, price, session, TODAY, TOMORROW } from './bookings';
import { CENTRE } from './page-in-console';

const whatCanBeBooked = () => [
  {
    session: session(1),
    placesLeft: 28,
    refusal: null,
    refusalDetails: {},
    price,
    bookingId: null,
    allergens: [],
    mayJoinWaitlist: false,
  },
  {
    session: session(7, {
      day: TOMORROW,
      title: '理髮',
      startsAt: `${TOMORROW}T02:00:00Z`,
      endsAt: `${TOMORROW}T03:00:00Z`,
    }),
    placesLeft: 5,
    refusal: null,
    refusalDetails: {},
    price,
    bookingId: null,
    allergens: ['PEANUT'],
    mayJoinWaitlist: false,
  },
];

const dayWith = (bookings: Arrival[]) => ({
  centre: CENTRE,
  day: TODAY,
  asOf: new Date().toISOString(),
  cursor: '1',
  sessions: [session(1)],
  arrivals: bookings,
});

/** A small server: it keeps the bookings, and says no when it is told to. */
export function aDesk(bookings: Arrival[]) {
  const sent: { name: string; input: Record<string, unknown> }[] = [];
  const refuse = new Map<string, string>();
  const answer = (name: string, input: Record<string, unknown>, change: () => Arrival) => {
    sent.push({ name, input });
    const code = refuse.get(name);
    if (code && !input.allowAllergens) return { __typename: 'Refused', code, details: {} };
    return change();
  };
  const replace = (id: unknown, part: Partial<Arrival>) => {
    const at = bookings.findIndex((one) => one.id === id);
    const [before] = bookings.slice(at);
    if (!before) throw new Error('There is no such booking.');
    const after = { ...before, ...part };
    bookings[at] = after;
    return after;
  };
  const make = (input: Record<string, unknown>, part: Partial<Arrival>) => {
    const made = arrival(50, '郭玉蘭', { ...part, id: String(input.id) });
    bookings.push(made);
    return made;
  };
  const answers = {
    desk: () => dayWith(bookings),
    checkIn: ({ input }: { input: Record<string, unknown> }) =>
      answer('checkIn', input, () =>
        replace(input.id, {
          state: 'CHECKED_IN',
          checkedInAt: new Date().toISOString(),
          viewerCan: ['UNDO_CHECK_IN'],
        }),
      ),
    undoCheckIn: ({ input }: { input: Record<string, unknown> }) =>
      answer('undoCheckIn', input, () =>
        replace(input.id, { state: 'CONFIRMED', checkedInAt: null, viewerCan: ['CHECK_IN'] }),
      ),
    findResidents: ({ text }: { text: string }) =>
      text.includes('郭玉') ? [person(50, '郭玉蘭', { allergies: ['PEANUT'] })] : [],
    bookableSessions: whatCanBeBooked,
    book: ({ input }: { input: Record<string, unknown> }) => answer('book', input, () => make(input, {})),
    bookAndCheckIn: ({ input }: { input: Record<string, unknown> }) =>
      answer('bookAndCheckIn', input, () => make(input, { state: 'CHECKED_IN' })),
  };
  return { answers, sent, refuse, bookings };
}
