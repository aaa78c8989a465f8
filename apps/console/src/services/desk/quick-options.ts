import type { BookableSessionsQuery } from '../../gql/graphql';
import { dayOf } from '../../kit/days';

export type Option = BookableSessionsQuery['bookableSessions'][number];
export type Mode = 'COUNTER' | 'PHONE';

/** Someone who stands here for something that begins within the hour is here for it. */
const SOON_MS = 60 * 60 * 1000;
/** What the desk may go over, each on record: the places left after the cut-off are for whoever comes in. */
const WALK_IN_ANYWAY = ['PAST_CUT_OFF', 'QUOTA_REACHED'];

export const isToday = (option: Pick<Option, 'session'>, now: Date): boolean =>
  option.session.day === dayOf(now);

/** Can this be asked for? An allergy clash can: it is answered in a dialog of its own. */
export function isUsable(option: Option, mode: Mode, now: Date): boolean {
  const { refusal, session, placesLeft } = option;
  if (refusal === null || refusal === 'ALLERGY_CLASH') return true;
  const walksIn =
    mode === 'COUNTER' && session.service.policy.walkIn && isToday(option, now) && placesLeft > 0;
  return walksIn && WALK_IN_ANYWAY.includes(refusal);
}

/** Booked and checked in at once: the person is here, and it is a meal of today or about to begin. */
export function checksInAtOnce(option: Option, mode: Mode, now: Date): boolean {
  if (mode !== 'COUNTER' || !isToday(option, now)) return false;
  const { service, startsAt } = option.session;
  return (
    service.way !== 'DELIVERY' && (service.meal !== null || Date.parse(startsAt) - now.getTime() <= SOON_MS)
  );
}

/** What is still to come, what can be booked first; nothing that is over or called off. */
export function optionsToShow(options: readonly Option[], mode: Mode, now: Date): Option[] {
  const open = options.filter(
    ({ session, refusal }) =>
      session.state === 'SCHEDULED' &&
      refusal !== 'SESSION_OVER' &&
      Date.parse(session.endsAt) > now.getTime(),
  );
  const rank = (option: Option) =>
    (isUsable(option, mode, now) ? 0 : 1) +
    (mode === 'COUNTER' && option.session.service.way === 'DELIVERY' ? 0.5 : 0);
  return open.sort(
    (one, other) => rank(one) - rank(other) || one.session.startsAt.localeCompare(other.session.startsAt),
  );
}
