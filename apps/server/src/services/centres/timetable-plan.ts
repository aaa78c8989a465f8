import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import {
  momentOf,
  type PlannedChange,
  type PlannedTime,
  planTimetable,
  type ServiceId,
  type SessionId,
  type Slot,
  slotProblems,
  type StandingSession,
  type TimetableChanges,
  timetableChanges,
  timeOf,
  type TimetableFacts,
  weekdayOf,
} from '@linli/domain/services/centres';
import { now, statement, type Transaction } from '../../platform/database/index.js';
import type { Service } from './service.entity.js';
import { sessionFollowers } from './session-followers.js';
import { timetableFacts } from './timetable-facts.js';
import type { PlannedDay, TimetablePreview, TimetableProblem } from './timetable.type.js';

export interface TimetableWish {
  readonly slots: readonly Slot[];
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** What publishing does: preview shows it, publish does it, and there is no second way to find out. */
export interface TimetablePlan {
  readonly from: PlainDate;
  readonly changes: TimetableChanges;
  readonly preview: TimetablePreview;
}

const standingSessions = statement<
  { serviceId: ServiceId; from: PlainDate },
  { id: SessionId; day: PlainDate; startsAt: Date; endsAt: Date; capacity: number }
>({
  name: 'standing-sessions',
  text: `
    SELECT id, day, starts_at, ends_at, capacity FROM session
    WHERE service_id = :serviceId AND day >= :from AND NOT withdrawn AND series_id IS NULL ORDER BY starts_at`,
});

type Booked = ReadonlyMap<SessionId, number>;

/** The past is not planned: it begins today at the earliest. It ends after the last session that stands. */
export async function timetablePlan(
  tx: Transaction,
  service: Service,
  wish: TimetableWish,
): Promise<TimetablePlan> {
  const moment = await now(tx);
  const today = plainDateOf(moment);
  const from = wish.from < today ? today : wish.from;
  const rows = await standingSessions(tx, { serviceId: service.id, from });
  const to = [wish.to, rows.at(-1)?.day ?? wish.to, addDays(from, -1)].toSorted().at(-1) ?? wish.to;
  const standing = rows.map(({ id, day, startsAt, endsAt, capacity }) => ({
    ...{ id, day, capacity },
    starts: timeOf(startsAt),
    ends: timeOf(endsAt),
  }));
  const stored = (await timetableFacts(tx, [service], { from, to })).get(service.id);
  if (!stored) throw new Error('A service without facts');
  const slots = wish.slots.map((slot) => ({ ...slot, validFrom: from, validTo: null }));
  const facts = { ...stored, slots };

  const changes = timetableChanges(facts, standing, { from, to, now: moment });
  const ids = [...changes.removed, ...changes.kept.map(({ session }) => session)].map(({ id }) => id);
  const booked = await sessionFollowers.countBooked(tx, ids);
  const held = await sessionFollowers.countHeld(tx, ids);
  const problems = [
    ...slotProblems(wish.slots, facts.openingHours, service.turnaroundMinutes).map((problem) => ({
      ...problem,
      details: {},
    })),
    ...capacityProblems(wish.slots, changes, held),
    ...(await resourceProblems(tx, wish.slots, changes)),
  ];
  return { from, changes, preview: previewOf(facts, { from, to }, changes, booked, problems) };
}

const slotOf = ({ starts, day }: StandingSession, slots: readonly Slot[]): number =>
  slots.findIndex((slot) => slot.starts === starts && slot.weekday === weekdayOf(day));

/** What is booked would last into what another session has: each slot says once what, and until when. */
async function resourceProblems(
  tx: Transaction,
  slots: readonly Slot[],
  { kept }: TimetableChanges,
): Promise<TimetableProblem[]> {
  const longer = kept
    .filter(({ session, becomes }) => becomes.ends !== session.ends)
    .map(({ session, becomes }) => ({ session, endsAt: momentOf(session.day, becomes.ends) }));
  const lasting = longer.map(({ session: { id }, endsAt }) => ({ id, endsAt }));
  const taken = await sessionFollowers.inTheWay(tx, lasting);
  const problems = new Map<number, TimetableProblem>();
  for (const { id, resource, until } of taken) {
    const found = longer.find(({ session }) => session.id === id);
    const slot = found ? slotOf(found.session, slots) : -1;
    if (slot < 0 || problems.has(slot)) continue;
    const details = { resource, until: until.toISOString() };
    problems.set(slot, { slot, code: Refusal.RESOURCE_TAKEN, details });
  }
  return [...problems.values()];
}

function capacityProblems(
  slots: readonly Slot[],
  { kept }: TimetableChanges,
  held: Booked,
): TimetableProblem[] {
  const tooSmall = kept.filter(({ session, becomes }) => becomes.capacity < (held.get(session.id) ?? 0));
  const wrong = slots.flatMap((slot, i) =>
    tooSmall.some(({ session }) => session.starts === slot.starts && weekdayOf(session.day) === slot.weekday)
      ? [i]
      : [],
  );
  return wrong.map((slot) => ({ slot, code: Refusal.CAPACITY_BELOW_TAKEN, details: {} }));
}

function previewOf(
  facts: TimetableFacts,
  { from, to }: { from: PlainDate; to: PlainDate },
  changes: TimetableChanges,
  booked: Booked,
  problems: TimetableProblem[],
): TimetablePreview {
  const bookedOn = ({ id }: StandingSession): number => booked.get(id) ?? 0;
  const shown = (
    day: PlainDate,
    { starts, ends, capacity }: PlannedTime,
    change: PlannedChange,
    count: number,
  ) => ({ day, starts, ends, capacity, change, booked: count });
  // On a closed day what stands is cancelled already: it is neither kept nor removed by this timetable.
  const kept = changes.kept.filter(({ session }) => !facts.closedDays.has(session.day));
  const sessions = [
    ...kept.map(({ session, becomes }) => shown(session.day, becomes, 'KEPT', bookedOn(session))),
    ...changes.added.map((time) => shown(time.day, time, 'ADDED', 0)),
    ...changes.removed.map((session) => shown(session.day, session, 'REMOVED', bookedOn(session))),
  ];
  const days: PlannedDay[] = planTimetable(facts, from, to).map(({ day, note, holiday }) => ({
    ...{ day, note, holiday },
    sessions: sessions
      .filter((session) => session.day === day)
      .toSorted((one, other) => (one.starts < other.starts ? -1 : 1)),
  }));
  return {
    days,
    added: changes.added.length,
    removed: changes.removed.length,
    kept: kept.length,
    affectedBookings: changes.removed.reduce((sum, session) => sum + bookedOn(session), 0),
    problems,
  };
}
