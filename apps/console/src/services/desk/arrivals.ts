import type { ArrivalFragment, DeskQuery, SessionCountsFragment } from '../../gql/graphql';

export type Arrival = ArrivalFragment;
export type View = 'due' | 'late' | 'here' | 'all' | 'cancelled';

/** A person may be ten minutes behind before the desk wonders. */
const PATIENCE_MINUTES = 10;
/** A meal is served for a while: someone is late only when the serving is about to end. */
const LAST_CALL_MINUTES = 30;

const MINUTE_MS = 60_000;
const minutesFrom = (from: string, to: Date): number =>
  Math.floor((to.getTime() - Date.parse(from)) / MINUTE_MS);

export const isHere = ({ state }: Pick<Arrival, 'state'>): boolean =>
  state === 'CHECKED_IN' || state === 'COMPLETED';
export const isDue = ({ state }: Pick<Arrival, 'state'>): boolean => state === 'CONFIRMED';
const isGone = ({ state }: Pick<Arrival, 'state'>): boolean =>
  state === 'CANCELLED' || state === 'LAPSED' || state === 'DECLINED';

export type Lateness =
  | { readonly kind: 'LATE'; readonly minutes: number }
  | { readonly kind: 'LAST_CALL'; readonly minutes: number }
  | { readonly kind: 'OVER' };

/** How late someone is who is still expected; undefined while there is nothing to worry about. */
export function latenessOf(arrival: Pick<Arrival, 'state' | 'session'>, now: Date): Lateness | undefined {
  if (!isDue(arrival)) return undefined;
  const { startsAt, endsAt, service } = arrival.session;
  const left = -minutesFrom(endsAt, now);
  if (left <= 0) return { kind: 'OVER' };
  if (service.meal) return left <= LAST_CALL_MINUTES ? { kind: 'LAST_CALL', minutes: left } : undefined;
  const minutes = minutesFrom(startsAt, now);
  return minutes >= PATIENCE_MINUTES ? { kind: 'LATE', minutes } : undefined;
}

/** Nobody comes to the desk for a meal that is brought to the door. */
export const comesToTheDesk = ({ session }: Pick<Arrival, 'session'>): boolean =>
  session.service.way !== 'DELIVERY';

type Day = DeskQuery['desk'];
const isAtHome = ({ service }: Pick<SessionCountsFragment, 'service'>): boolean => service.policy.atHome;

/** Whom a worker goes to is on the page of the visits: signed in at the door, and not at the desk. */
export const withoutVisits = (desk: Day): Day => ({
  ...desk,
  sessions: desk.sessions.filter((session) => !isAtHome(session)),
  arrivals: desk.arrivals.filter(({ session }) => !isAtHome(session)),
});

const inOrder = (one: Arrival, other: Arrival): number =>
  one.session.startsAt.localeCompare(other.session.startsAt) ||
  one.ticketNumber.localeCompare(other.ticketNumber, 'en', { numeric: true });

export type Views = Readonly<Record<View, readonly Arrival[]>>;

/** The day's list, view by view. With a session chosen, only that one; otherwise all who come to the desk. */
export function viewsOf(arrivals: readonly Arrival[], now: Date, sessionId?: string): Views {
  const chosen = arrivals
    .filter((arrival) => (sessionId ? arrival.session.id === sessionId : comesToTheDesk(arrival)))
    .sort(inOrder);
  const late = (arrival: Arrival) => latenessOf(arrival, now) !== undefined;
  const due = chosen.filter(isDue);
  return {
    due: [...due.filter(late), ...due.filter((arrival) => !late(arrival))],
    late: due.filter(late),
    here: chosen
      .filter(isHere)
      .sort((one, other) => (other.checkedInAt ?? '').localeCompare(one.checkedInAt ?? '')),
    all: chosen.filter((arrival) => !isGone(arrival)),
    cancelled: chosen.filter(isGone),
  };
}

/** A masked number is for recognising someone, not for calling them. */
export const isCallable = (phone: string | null): boolean => phone !== null && /^\+?[\d\s-]{5,}$/.test(phone);

/** By part of the name, by ticket, or by the last digits of the phone. */
export function matches(arrival: Arrival, text: string): boolean {
  const wanted = text.trim();
  if (!wanted) return true;
  const { name, phone } = arrival.beneficiary;
  return (
    name.includes(wanted) ||
    arrival.ticketNumber.endsWith(wanted) ||
    (phone ?? '').replace(/\D/g, '').endsWith(wanted)
  );
}

/** Whose ticket it is: at least two of its last figures, each person once. */
export function onTicket(
  arrivals: readonly Arrival[],
  text: string,
): { readonly ticket: string; readonly person: Arrival['beneficiary'] }[] {
  const wanted = text.trim().toUpperCase();
  if (!/^[A-Z]?-?\d{2,}$/.test(wanted)) return [];
  const hits = arrivals.filter(({ ticketNumber }) => ticketNumber.endsWith(wanted));
  return [...new Map(hits.map((hit) => [hit.beneficiary.id, hit])).values()].map((hit) => ({
    ...{ ticket: hit.ticketNumber, person: hit.beneficiary },
  }));
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/i;

const CARD = new RegExp(`person:(${UUID.source})`, 'i');
/** What stands in the QR code of a paper card: whose it is. */
export const cardText = (personId: string): string => `person:${personId}`;

export type Scanned =
  | { readonly bookingId: string }
  | { readonly personId: string }
  | { readonly ticketNumber: string }
  | undefined;

/** What a scanner read or someone typed: the QR text of a ticket or of a paper card, a link with it, or the number alone. */
export function readTicket(text: string): Scanned {
  const person = CARD.exec(text)?.[1];
  if (person) return { personId: person.toLowerCase() };
  const uuid = UUID.exec(text)?.[0];
  if (uuid) return { bookingId: uuid.toLowerCase() };
  const number = /[0-9A-Z][0-9A-Z-]{1,20}$/i.exec(text.trim())?.[0];
  return number ? { ticketNumber: number.toUpperCase() } : undefined;
}

const bare = (ticket: string): string => ticket.toUpperCase().replace(/^0+(?=\d)/, '');

/** Of a person's bookings of the day the one that they come for now: the first that is due, else where they are already. */
function nextOf(arrivals: readonly Arrival[], personId: string): Arrival | undefined {
  const own = arrivals.filter(({ beneficiary }) => beneficiary.id === personId).sort(inOrder);
  return own.find(isDue) ?? own.find(isHere);
}

export function findScanned(
  arrivals: readonly Arrival[],
  scanned: NonNullable<Scanned>,
): Arrival | undefined {
  if ('bookingId' in scanned) return arrivals.find(({ id }) => id === scanned.bookingId);
  if ('personId' in scanned) return nextOf(arrivals, scanned.personId);
  return arrivals.find(({ ticketNumber }) => bare(ticketNumber) === bare(scanned.ticketNumber));
}
