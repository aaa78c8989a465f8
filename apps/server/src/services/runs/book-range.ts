import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import { type BookRangeInput, firstDifference } from '@linli/domain/services/runs';
import type { Database, Transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { daysOfRange } from './days-of-range.js';
import type { RangeDay } from './offer.type.js';
import { runMade, serviceFor } from './run.queries.js';
import type { BookingRun } from './run.type.js';
import { allOrNothing, channelFor, takeDates } from './take-dates.js';

/** Before any rule of a single day: what is wrong with the range itself. */
export function refusalOfDays(days: readonly RangeDay[]): Refused | undefined {
  const beyond = days.find(({ kind }) => kind === 'NOT_YET');
  if (beyond) return new Refused(Refusal.NOT_PLANNED_YET, { onDay: beyond.day });
  return days.some(({ kind }) => kind === 'OPEN') ? undefined : new Refused(Refusal.NO_OPEN_DAYS);
}

async function bookInside(
  tx: Transaction,
  viewer: Viewer,
  input: BookRangeInput,
): Promise<BookingRun | Refused> {
  const { id, serviceId, beneficiaryId, from, to } = input;
  const service = await serviceFor(tx, viewer, { serviceId, beneficiaryId });
  const channel = channelFor(viewer, input);
  if (!channel) return new Refused(Refusal.NOT_YOURS_TO_CHANGE);
  const made = await runMade(tx, id);
  if (made) {
    const isSame =
      made.serviceId === serviceId &&
      made.seriesId === null &&
      made.beneficiaryId === beneficiaryId &&
      made.channel === channel &&
      made.fromDay === input.days.toSorted()[0] &&
      made.toDay === input.days.toSorted().at(-1);
    return isSame ? made : new Refused(Refusal.CONFLICT);
  }
  if (service.bookedAs !== 'RANGE') return new Refused(Refusal.NOT_A_RANGE);
  const days = await daysOfRange(tx, viewer, service, { beneficiaryId, from, to });
  const refused = refusalOfDays(days);
  if (refused) return refused;
  const open = days.filter(({ kind }) => kind === 'OPEN');
  const changed = firstDifference(
    input.days,
    open.map(({ day }) => day),
  );
  if (changed) return new Refused(Refusal.DAYS_CHANGED, { onDay: changed });
  const dates = open.flatMap(({ day, lines }) => lines.map(({ session }) => ({ id: session.id, day })));
  return takeDates(tx, viewer, { id, serviceId, seriesId: null, beneficiaryId, channel, dates });
}

/** Every open day from one to another, as the person saw them, or none. The same again is the same place. */
export const bookRange = (
  db: Database,
  viewer: Viewer,
  input: BookRangeInput,
): Promise<BookingRun | Refused> => allOrNothing(db, (tx) => bookInside(tx, viewer, input));
