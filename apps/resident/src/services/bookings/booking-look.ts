import type { IconName, Tone } from '@linli/ui';
import type { BookingState, TicketFragment } from '../../gql/graphql';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

const LOOKS: Readonly<Record<BookingState, Look>> = {
  REQUESTED: { tone: 'warn', icon: 'hourglass' },
  CONFIRMED: { tone: 'ok', icon: 'circle-check' },
  DECLINED: { tone: 'bad', icon: 'circle-x' },
  WAITLISTED: { tone: 'info', icon: 'list-ordered' },
  OFFERED: { tone: 'warn', icon: 'hourglass' },
  LAPSED: { tone: 'mute', icon: 'clock' },
  CHECKED_IN: { tone: 'ok', icon: 'check' },
  COMPLETED: { tone: 'ok', icon: 'check' },
  CANCELLED: { tone: 'bad', icon: 'calendar-x' },
  NO_SHOW: { tone: 'mute', icon: 'circle-minus' },
};
export const lookOf = (state: BookingState): Look => LOOKS[state];

/** Can this still be shown at the door? */
export const isShowable = ({ state, session }: Pick<TicketFragment, 'state' | 'session'>): boolean =>
  session.state === 'SCHEDULED' && (state === 'CONFIRMED' || state === 'CHECKED_IN');

/** Not sure yet: in line, offered, or waiting for an answer. */
export const isPending = ({ state, session }: Pick<TicketFragment, 'state' | 'session'>): boolean =>
  session.state === 'SCHEDULED' && (state === 'REQUESTED' || state === 'WAITLISTED' || state === 'OFFERED');

/** Nothing came of it: nothing is paid then. */
export const hasEnded = ({ state }: Pick<TicketFragment, 'state'>): boolean =>
  state === 'CANCELLED' || state === 'DECLINED' || state === 'LAPSED';

export const isUsed = ({ state }: Pick<TicketFragment, 'state'>): boolean =>
  state !== 'CONFIRMED' && state !== 'REQUESTED' && state !== 'WAITLISTED' && state !== 'OFFERED';

/** The part of the number that people say aloud: LL-1124-0318 → 0318. */
export const spoken = (ticketNumber: string): string => ticketNumber.split('-').pop() ?? ticketNumber;

/** Bookings under the day on which they are, in the order given. */
export function byDay(
  tickets: readonly TicketFragment[],
): readonly (readonly [string, readonly TicketFragment[]])[] {
  const days = new Map<string, TicketFragment[]>();
  for (const ticket of tickets)
    days.set(ticket.session.day, [...(days.get(ticket.session.day) ?? []), ticket]);
  return [...days];
}

/** What is still to come of kept bookings, soonest first. */
export const stillComing = (tickets: readonly TicketFragment[], now: Date): readonly TicketFragment[] =>
  tickets
    .filter(({ session, state }) => state !== 'CANCELLED' && new Date(session.endsAt) > now)
    .sort((one, other) => one.session.startsAt.localeCompare(other.session.startsAt));

/** The other days that were booked in the same act. */
export const ofRun = (tickets: readonly TicketFragment[], runId: string): readonly TicketFragment[] =>
  tickets.filter((ticket) => ticket.runId === runId);

/** Several days of one act are one entry, where the first of them stands. */
export const isFirstOfRun = (tickets: readonly TicketFragment[], ticket: TicketFragment): boolean =>
  // A ticket that was kept by an older page does not know of runs.
  !ticket.runId || ofRun(tickets, ticket.runId)[0] === ticket;
