import type { SessionCountsFragment } from '../../gql/graphql';

/** So far ahead one looks when no day is chosen. */
export const LINE_DAYS = 14;

export type LineView = 'waiting' | 'full' | 'all';
export const lineViews: readonly LineView[] = ['waiting', 'full', 'all'];

type Line = Pick<
  SessionCountsFragment,
  'state' | 'startsAt' | 'closesAt' | 'waiting' | 'placesLeft' | 'service'
>;

/** After the cut-off no place is offered any more, so nobody waits. */
export const isPastOffers = ({ closesAt }: Pick<Line, 'closesAt'>, now: Date): boolean =>
  Date.parse(closesAt) <= now.getTime();

/** A session that one can wait for: still to come, of a service with a waitlist. */
const hasLine = ({ state, startsAt, waiting, service }: Line, now: Date): boolean =>
  state === 'SCHEDULED' && Date.parse(startsAt) > now.getTime() && (service.policy.waitlist || waiting > 0);

/** What there is to look at, view by view, by time. */
export function linesOf<Session extends Line>(
  sessions: readonly Session[],
  now: Date,
): Readonly<Record<LineView, readonly Session[]>> {
  const all = sessions
    .filter((session) => hasLine(session, now))
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  return {
    all,
    full: all.filter(({ placesLeft }) => placesLeft === 0),
    waiting: all.filter(({ waiting }) => waiting > 0),
  };
}

export type WhyNobody = 'waits' | 'none' | 'closed' | 'free';

/** What an empty line means, and with it whether somebody can be added. */
export function whyNobody(session: Line, now: Date): WhyNobody {
  if (!session.service.policy.waitlist) return 'none';
  if (isPastOffers(session, now)) return 'closed';
  return session.placesLeft > 0 ? 'free' : 'waits';
}

const two = (number: number): string => String(number).padStart(2, '0');

/** 1:02:03, or 09:30; undefined when the time is up. */
export function leftUntil(until: string, now: Date): string | undefined {
  const seconds = Math.ceil((Date.parse(until) - now.getTime()) / 1000);
  if (seconds <= 0) return undefined;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${String(hours)}:${rest}` : rest;
}
