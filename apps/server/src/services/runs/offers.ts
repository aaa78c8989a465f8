import type { PersonId, Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import type { BookingRunId } from '@linli/domain/services/bookings';
import { isJoiningOver, type SeriesId, SERIES_DAYS, type ServiceId } from '@linli/domain/services/centres';
import { type Database, now, statement, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { type BookableSession, bookableSessions } from '../bookings/index.js';
import { type Series, seriesOfService } from '../centres/index.js';
import { refusalOfDays } from './book-range.js';
import { daysOfRange } from './days-of-range.js';
import type { RangeOffer, SeriesOffer, TotalPrice } from './offer.type.js';
import { serviceFor } from './run.queries.js';

const totalOf = (lines: readonly BookableSession[]): TotalPrice => {
  const sum = (value: (line: BookableSession) => number) => lines.reduce((all, line) => all + value(line), 0);
  const [fullFen, payFen] = [sum(({ price }) => price.fullFen), sum(({ price }) => price.payFen)];
  return { fullFen, payFen, subsidyFen: fullFen - payFen };
};

interface Why {
  readonly refusal: Refusal | null;
  readonly refusalDetails: Readonly<Record<string, string | number>>;
}
const NOTHING: Why = { refusal: null, refusalDetails: {} };

/** Of a date that is taken with all others: that it is one of a class stands in nobody's way. */
function whyNot({ refusal, refusalDetails, placesLeft, session }: BookableSession): Why {
  if (refusal !== 'WHOLE_SERIES') return { refusal, refusalDetails };
  return placesLeft > 0
    ? NOTHING
    : { refusal: 'SESSION_FULL', refusalDetails: { capacity: session.capacity } };
}

function firstRefusal(lines: readonly BookableSession[]): Why {
  for (const line of lines) {
    const { refusal, refusalDetails } = whyNot(line);
    if (refusal) return { refusal, refusalDetails: { ...refusalDetails, onDay: line.session.day } };
  }
  return NOTHING;
}

const joined = statement<
  { beneficiaryId: PersonId; serviceId: ServiceId },
  { id: BookingRunId; seriesId: SeriesId }
>({
  name: 'classes-joined',
  text: `
    SELECT id, series_id FROM booking_run
    WHERE beneficiary_id = :beneficiaryId AND service_id = :serviceId AND series_id IS NOT NULL AND left_at IS NULL`,
});

function offerOf(
  series: Series,
  lines: readonly BookableSession[],
  { runId, today }: { readonly runId: BookingRunId | null; readonly today: PlainDate },
): SeriesOffer {
  const own = lines.filter(({ session }) => session.seriesId === series.id);
  const dates = own.filter(
    ({ session, refusal }) =>
      session.state === 'SCHEDULED' && refusal !== 'PAST_CUT_OFF' && refusal !== 'SESSION_OVER',
  );
  const none = { refusal: Refusal.SERIES_OVER, refusalDetails: {} };
  const late = { refusal: Refusal.SERIES_JOINING_OVER, refusalDetails: { until: series.joinUntil ?? '' } };
  const isLate = runId === null && isJoiningOver(series.joinUntil, today);
  return {
    ...{ series, runId, dates: dates.map(({ session }) => session), total: totalOf(dates) },
    placesLeft: dates.length === 0 ? 0 : Math.min(...dates.map(({ placesLeft }) => placesLeft)),
    ...(dates.length === 0 ? none : isLate ? late : firstRefusal(dates)),
  };
}

interface OfService {
  readonly serviceId: ServiceId;
  readonly beneficiaryId: PersonId;
}

/** The classes of a service that are not over, each as this person could join it now. */
export const seriesOffers = (db: Database, viewer: Viewer, wish: OfService): Promise<SeriesOffer[]> =>
  transaction(db, async (tx) => {
    const { serviceId, beneficiaryId } = wish;
    const { centreId } = await serviceFor(tx, viewer, wish);
    const classes = await seriesOfService(tx, serviceId);
    if (classes.length === 0) return [];
    const from = plainDateOf(await now(tx));
    // A class may begin some months from now.
    const page = { centreId, beneficiaryId, serviceId, from, to: addDays(from, 2 * SERIES_DAYS) };
    const lines = await bookableSessions(tx, viewer, page);
    const runs = new Map((await joined(tx, wish)).map(({ id, seriesId }) => [seriesId, id]));
    return classes.map((series) =>
      offerOf(series, lines, { runId: runs.get(series.id) ?? null, today: from }),
    );
  });

/** Every day from one to another, as this person could take them now. */
export const rangeOffer = (
  db: Database,
  viewer: Viewer,
  wish: OfService & { readonly from: PlainDate; readonly to: PlainDate },
): Promise<RangeOffer> =>
  transaction(db, async (tx) => {
    const service = await serviceFor(tx, viewer, wish);
    const days = await daysOfRange(tx, viewer, service, wish);
    const lines = days.flatMap((day) => day.lines);
    const range = service.bookedAs === 'RANGE' ? refusalOfDays(days) : new Refused(Refusal.NOT_A_RANGE);
    const why = range ? { refusal: range.code, refusalDetails: range.details } : firstRefusal(lines);
    return { days, total: totalOf(lines), ...why };
  });
