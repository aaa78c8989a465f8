import { useCallback, useState } from 'react';
import type { ClosedBookingFragment, SessionCountsFragment } from '../../gql/graphql';

export type CallView = 'open' | 'told' | 'all';
export const callViews: readonly CallView[] = ['open', 'told', 'all'];

/** Whom one still has to call, who is told, and all whom the closing hit; in the server's order. */
export const callsOf = (
  bookings: readonly ClosedBookingFragment[],
  told: readonly string[],
): Readonly<Record<CallView, readonly ClosedBookingFragment[]>> => ({
  open: bookings.filter(({ mustCall, booking }) => mustCall && !told.includes(booking.id)),
  told: bookings.filter(({ booking }) => told.includes(booking.id)),
  all: bookings,
});

/** The one after this among those whom one still has to call; round from the end. */
export function nextToCall(
  open: readonly ClosedBookingFragment[],
  id: string,
): ClosedBookingFragment | undefined {
  const at = open.findIndex(({ booking }) => booking.id === id);
  const others = [...open.slice(at + 1), ...open.slice(0, Math.max(0, at))];
  return others.find(({ booking }) => booking.id !== id);
}

/** The next session of the service that can be booked and has places, after the day that closes. */
export const firstFree = (
  sessions: readonly SessionCountsFragment[],
  serviceId: string,
): SessionCountsFragment | undefined =>
  sessions
    .filter(
      ({ service, state, placesLeft }) => service.id === serviceId && state === 'SCHEDULED' && placesLeft > 0,
    )
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt))[0];

const keyOf = (centreId: string, day: string): string => `linli.told.${centreId}.${day}`;

function kept(key: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Who was told by telephone: a tick on this computer, as on paper; ids only. */
export function useTold(
  centreId: string,
  day: string,
): readonly [readonly string[], (id: string, isTold: boolean) => void] {
  const key = keyOf(centreId, day);
  const [state, setState] = useState({ key, told: kept(key) });
  const { told } = state.key === key ? state : { told: kept(key) };
  const mark = useCallback(
    (id: string, isTold: boolean) => {
      const next = [...kept(key).filter((one) => one !== id), ...(isTold ? [id] : [])];
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // A full or forbidden store: the marks last as long as the page.
      }
      setState({ key, told: next });
    },
    [key],
  );
  return [told, mark];
}
