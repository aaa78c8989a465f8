import type { Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import {
  momentOf,
  type OpenSeriesInput,
  type PlannedSeries,
  planSeries,
  SERIES_DAYS,
  type SeriesWish,
  sessionWindow,
  slotProblems,
} from '@linli/domain/services/centres';
import {
  type Database,
  now,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { auditCentre } from './audit-centre.js';
import { serviceFor, serviceToManage } from './managed.js';
import { seriesMade } from './series.queries.js';
import type { Series, SeriesPreview } from './series.type.js';
import type { Service } from './service.entity.js';
import { timetableFacts } from './timetable-facts.js';
import { writeSessions } from './write-sessions.js';

const insertSeries = statement<Series, never>({
  name: 'insert-series',
  text: `
    INSERT INTO series (id, service_id, centre_id, name, weekdays, starts, ends, capacity, from_day, times, join_until)
    VALUES (:id, :serviceId, :centreId, :name, :weekdays::int[], :starts, :ends, :capacity, :fromDay, :times,
      :joinUntil)`,
});

const inTheWay = statement<{ serviceId: string; startsAt: Date; endsAt: Date }, { startsAt: Date }>({
  name: 'session-in-the-way-of-series',
  text: `
    SELECT starts_at FROM session
    WHERE service_id = :serviceId AND NOT withdrawn AND starts_at < :endsAt AND ends_at > :startsAt
    ORDER BY starts_at LIMIT 1`,
});

async function firstOverlap(tx: Transaction, serviceId: string, { dates }: PlannedSeries) {
  for (const { day, starts, ends } of dates) {
    const span = { startsAt: momentOf(day, starts), endsAt: momentOf(day, ends) };
    const [other] = await inTheWay(tx, { serviceId, ...span });
    if (other) return new Refused(Refusal.SLOTS_OVERLAP, { onDay: day });
  }
  return undefined;
}

/** What has begun is over: such a class begins tomorrow. */
async function firstDay(tx: Transaction, { from, starts }: SeriesWish): Promise<PlainDate> {
  const moment = await now(tx);
  const today = plainDateOf(moment);
  if (from > today) return from;
  return momentOf(today, starts) > moment ? today : addDays(today, 1);
}

/** The dates that the class has, or why it cannot be. What preview shows is what opening does. */
async function planOf(tx: Transaction, service: Service, wish: SeriesWish): Promise<PlannedSeries | Refused> {
  if (service.bookedAs !== 'SERIES') return new Refused(Refusal.NOT_A_SERIES);
  const from = await firstDay(tx, wish);
  const range = { from, to: addDays(from, SERIES_DAYS - 1) };
  const facts = (await timetableFacts(tx, [service], range)).get(service.id);
  if (!facts) throw new Error('A service without facts');
  const slots = wish.weekdays.map((weekday) => ({ ...wish, weekday }));
  const [problem] = slotProblems(slots, facts.openingHours, service.turnaroundMinutes);
  if (problem) return new Refused(problem.code);
  const plan = planSeries(facts, { ...wish, from });
  if (plan.dates.length < wish.times) {
    const isUnknown = plan.unpublished > 0;
    return isUnknown
      ? new Refused(Refusal.CALENDAR_UNPUBLISHED)
      : new Refused(Refusal.SERIES_TOO_LONG, { times: plan.dates.length });
  }
  return (await firstOverlap(tx, service.id, plan)) ?? plan;
}

export const previewSeries = (
  db: Database,
  viewer: Viewer,
  wish: SeriesWish,
): Promise<SeriesPreview | Refused> =>
  transaction(db, async (tx) => {
    const service = await serviceFor(tx, viewer, 'MANAGE_SERVICES', wish.serviceId);
    const plan = await planOf(tx, service, wish);
    if (plan instanceof Refused) return plan;
    return { days: plan.dates.map(({ day }) => day), resting: plan.resting };
  });

const isSame = (made: Series, wanted: Series): boolean =>
  made.serviceId === wanted.serviceId &&
  made.name === wanted.name &&
  made.weekdays.join() === wanted.weekdays.join() &&
  [made.starts, made.ends, made.capacity, made.fromDay, made.times, made.joinUntil].join() ===
    [wanted.starts, wanted.ends, wanted.capacity, wanted.fromDay, wanted.times, wanted.joinUntil].join();

async function openInside(
  tx: Transaction,
  viewer: Viewer,
  input: OpenSeriesInput,
): Promise<Series | Refused> {
  const service = await serviceToManage(tx, viewer, input.serviceId);
  const { id, name, starts, ends, capacity, from: fromDay, times } = input;
  const weekdays = input.weekdays.toSorted((one, other) => one - other);
  const wanted = {
    ...{ id, serviceId: service.id, centreId: service.centreId, name, weekdays, starts, ends },
    ...{ capacity, fromDay, times, joinUntil: input.joinUntil ?? null, closedAt: null, closeReason: null },
  };
  const made = await seriesMade(tx, id);
  if (made) return isSame(made, wanted) ? made : new Refused(Refusal.CONFLICT);
  const plan = await planOf(tx, service, input);
  if (plan instanceof Refused) return plan;
  await insertSeries(tx, wanted);
  const [first] = plan.dates;
  if (!first) throw new Error('A class without a date');
  // Whoever joins takes all dates: they open with the first.
  const startsAt = momentOf(first.day, first.starts);
  const { opensAt } = sessionWindow(service, { day: first.day, startsAt });
  const dates = plan.dates.map((date) => ({ ...date, service, series: { id, opensAt } }));
  const written = await writeSessions(tx, dates);
  if (written < dates.length) throw new Error('Not every date of the class was free');
  await recordEvent(tx, {
    ...{ name: 'centres.series-opened', subjectId: service.centreId, payload: { seriesId: id } },
  });
  await auditCentre(tx, viewer, service.centreId, {
    ...{ action: 'SERIES_OPENED', subject: { kind: 'SERVICE', id: service.id, name: service.name } },
    detail: { series: name, times: plan.dates.length, from: first.day },
  });
  return wanted;
}

/** 開班 All dates of a class in one act. The same again is the same class. */
export const openSeries = (db: Database, viewer: Viewer, input: OpenSeriesInput): Promise<Series | Refused> =>
  secondLook(() => transaction(db, (tx) => openInside(tx, viewer, input)));
