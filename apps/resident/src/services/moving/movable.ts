import type { BookableFragment, TicketFragment } from '../../gql/graphql';

const DAY_MS = 24 * 60 * 60 * 1000;
const MONDAY = 1;

/** The Monday of a day's week. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const since = (date.getUTCDay() - MONDAY + 7) % 7;
  return new Date(date.getTime() - since * DAY_MS).toISOString().slice(0, 10);
}

/** May this booking become another? */
export const mayMove = ({ state, session, viewerCan }: TicketFragment): boolean =>
  session.state === 'SCHEDULED' &&
  (state === 'CONFIRMED' || state === 'REQUESTED') &&
  viewerCan.includes('CANCEL');

/** Could it be had once the old one is given back? What only the old one stands in the way of can. */
export function canMoveTo(
  old: TicketFragment,
  { session, refusal, refusalDetails, bookingId, placesLeft }: BookableFragment,
): boolean {
  if (session.id === old.session.id || bookingId) return false;
  // A date of a class is made up in the same class, whichever of its groups.
  if (old.runId && old.session.service.id !== session.service.id && session.service.category === 'CLASS')
    return false;
  if (!refusal) return true;
  if (refusal === 'WHOLE_SERIES')
    return Boolean(old.runId) && session.service.id === old.session.service.id && placesLeft > 0;
  const { startsAt, period, weeklyQuota, bookedThisWeek, monthlyQuota, bookedThisMonth } = refusalDetails;
  if (refusal === 'OVERLAPS')
    return new Date(String(startsAt)).getTime() === new Date(old.session.startsAt).getTime();
  if (refusal !== 'QUOTA_REACHED' || session.service.id !== old.session.service.id) return false;
  return period === 'MONTH'
    ? session.day.slice(0, 7) === old.session.day.slice(0, 7) &&
        Number(bookedThisMonth) <= Number(monthlyQuota)
    : weekOf(session.day) === weekOf(old.session.day) && Number(bookedThisWeek) <= Number(weeklyQuota);
}
