import type { BookableSessionsQuery } from '../../gql/graphql';
import { dayOf } from '../../kit/days';

export type Option = BookableSessionsQuery['bookableSessions'][number];
export type Mode = 'COUNTER' | 'PHONE';

/** Someone who stands here for something that begins within the hour is here for it. */
const SOON_MS = 60 * 60 * 1000;

/** What is left after the cut-off is for whoever comes to the counter: the telephone is too late. */
export const isTooLateByPhone = ({ session }: Pick<Option, 'session'>, mode: Mode, now: Date): boolean =>
  mode === 'PHONE' && Date.parse(session.closesAt) <= now.getTime();

/** Can this be asked for? An allergy clash can: it is answered in a dialog of its own. */
export function isUsable(option: Option, mode: Mode, now: Date): boolean {
  const { refusal } = option;
  return (refusal === null || refusal === 'ALLERGY_CLASH') && !isTooLateByPhone(option, mode, now);
}

/** A check-in is of the session's own day; how near it is decides what is offered first. */
export type Arriving = 'NOW' | 'EARLY' | 'OTHER_DAY' | 'DELIVERY' | 'PHONE';

export function arrivingOf({ session }: Pick<Option, 'session'>, mode: Mode, now: Date): Arriving {
  if (session.service.way === 'DELIVERY') return 'DELIVERY';
  if (mode === 'PHONE') return 'PHONE';
  if (session.day !== dayOf(now)) return 'OTHER_DAY';
  return Date.parse(session.startsAt) - now.getTime() <= SOON_MS ? 'NOW' : 'EARLY';
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
