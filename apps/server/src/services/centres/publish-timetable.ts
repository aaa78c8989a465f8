import type { Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import {
  type PublishTimetableInput,
  type ServiceId,
  type SessionId,
  type Slot,
  type TimetableChanges,
  momentOf,
} from '@linli/domain/services/centres';
import {
  type Database,
  isExclusionViolation,
  newUuid,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { auditCentre } from './audit-centre.js';
import { serviceFor, serviceToManage } from './managed.js';
import type { Service } from './service.entity.js';
import { sessionFollowers } from './session-followers.js';
import { timetablePlan } from './timetable-plan.js';
import type { TimetablePreview, TimetablePublished } from './timetable.type.js';
import { writeSessions } from './write-sessions.js';

/** What those whose session goes are told. */
const REASON = '時間表調整';

/** The same plan as publishing, and nothing is written. */
export const previewTimetable = (
  db: Database,
  viewer: Viewer,
  { serviceId, ...wish }: PublishTimetableInput,
): Promise<TimetablePreview> =>
  transaction(db, async (tx) => {
    const service = await serviceFor(tx, viewer, 'MANAGE_SERVICES', serviceId);
    return (await timetablePlan(tx, service, wish)).preview;
  });

/**
 * From the first day on these slots are the timetable. Sessions that stay keep their bookings; bookings of those that
 * go are cancelled in the same transaction.
 */
export const publishTimetable = (
  db: Database,
  viewer: Viewer,
  input: PublishTimetableInput,
): Promise<TimetablePublished | Refused> =>
  publishOnce(db, viewer, input)
    .catch((error: unknown) => {
      if (!isExclusionViolation(error)) throw error;
      // Somebody took a room between the plan and the change: the next plan sees it, and names it.
      return publishOnce(db, viewer, input);
    })
    .catch((error: unknown) => {
      if (isExclusionViolation(error)) return new Refused(Refusal.SLOTS_OVERLAP);
      throw error;
    });

const publishOnce = (
  db: Database,
  viewer: Viewer,
  { serviceId, ...wish }: PublishTimetableInput,
): Promise<TimetablePublished | Refused> =>
  transaction(db, async (tx) => {
    const service = await serviceToManage(tx, viewer, serviceId);
    const { from, changes, preview } = await timetablePlan(tx, service, wish);
    const [problem] = preview.problems;
    if (problem) return new Refused(problem.code, { ...problem.details, slot: problem.slot });
    if (wish.to < from) return new Refused(Refusal.SESSION_OVER);

    const replaced = await replaceSlots(tx, serviceId, wish.slots, from);
    const { changed, cancelledBookings } = await apply(tx, viewer, service, changes);
    const { added, removed, kept } = preview;
    if (replaced || changed) {
      await recordEvent(tx, {
        name: 'centres.timetable-published',
        subjectId: service.centreId,
        payload: { serviceId },
      });
      await auditCentre(tx, viewer, service.centreId, {
        ...{ action: 'TIMETABLE_PUBLISHED', subject: { kind: 'SERVICE', id: serviceId, name: service.name } },
        detail: { from, to: wish.to, added, removed, kept, cancelledBookings },
      });
    }
    return { service, added, removed, kept, cancelledBookings };
  }).catch((error: unknown) => {
    // Someone booked between the plan and the cut: the database keeps the promise.
    if (isNeverOversold(error)) return new Refused(Refusal.CAPACITY_BELOW_TAKEN);
    throw error;
  });

const isNeverOversold = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'never_oversold';

const withdraw = statement<{ ids: readonly SessionId[]; reason: string }, never>({
  name: 'withdraw-sessions',
  text: `
    UPDATE session SET state = 'CANCELLED', cancel_reason = coalesce(cancel_reason, :reason), withdrawn = true
    WHERE id = ANY (:ids)`,
});

const change = statement<{ rows: string }, { id: SessionId }>({
  name: 'change-sessions',
  text: `
    UPDATE session SET ends_at = rows.ends_at, capacity = rows.capacity
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (id uuid, ends_at timestamptz, capacity int)
    WHERE session.id = rows.id
      AND (session.ends_at, session.capacity) IS DISTINCT FROM (rows.ends_at, rows.capacity)
    RETURNING session.id`,
});

const newEnds = (kept: TimetableChanges['kept']) =>
  kept
    .filter(({ session, becomes }) => session.ends !== becomes.ends)
    .map(({ session: { id, day, ends } }) => ({ id, oldEndsAt: momentOf(day, ends) }));

async function apply(
  tx: Transaction,
  viewer: Viewer,
  service: Service,
  { added, removed, kept, forgotten }: TimetableChanges,
): Promise<{ changed: boolean; cancelledBookings: number }> {
  const gone = removed.map(({ id }) => id);
  const changing = kept.filter(
    ({ session: was, becomes: is }) => was.ends !== is.ends || was.capacity !== is.capacity,
  );
  await sessionFollowers.hold(tx, [...gone, ...changing.map(({ session }) => session.id)]);
  await withdraw(tx, { ids: [...gone, ...forgotten.map(({ id }) => id)], reason: REASON });
  const cancelledBookings = await sessionFollowers.cancelBooked(tx, gone, REASON, viewer);
  const rows = kept.map(({ session: { id, day }, becomes: { ends, capacity } }) => ({
    ...{ id, capacity },
    ends_at: momentOf(day, ends),
  }));
  const altered = await change(tx, { rows: JSON.stringify(rows) });
  await sessionFollowers.capacityChanged(
    tx,
    altered.map(({ id }) => id),
  );
  await sessionFollowers.endsChanged(tx, newEnds(kept));
  await writeSessions(
    tx,
    added.map((time) => ({ ...time, service })),
  );
  const changed = added.length + removed.length + forgotten.length + altered.length > 0;
  return { changed, cancelledBookings };
}

interface DatedSlotRow extends Slot {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

const slotsFrom = statement<{ serviceId: ServiceId; from: PlainDate }, DatedSlotRow>({
  name: 'slots-from',
  text: `
    SELECT weekday, starts, ends, capacity, valid_from, valid_to FROM timetable_slot
    WHERE service_id = :serviceId AND (valid_to IS NULL OR valid_to >= :from)`,
});

const endSlots = statement<{ serviceId: ServiceId; from: PlainDate; last: PlainDate }, never>({
  name: 'end-slots',
  text: `
    UPDATE timetable_slot SET valid_to = :last
    WHERE service_id = :serviceId AND valid_from < :from AND (valid_to IS NULL OR valid_to >= :from)`,
});

const dropSlots = statement<{ serviceId: ServiceId; from: PlainDate }, never>({
  name: 'drop-slots',
  text: 'DELETE FROM timetable_slot WHERE service_id = :serviceId AND valid_from >= :from',
});

export const insertSlots = statement<{ rows: string }, never>({
  name: 'insert-slots',
  text: `
    INSERT INTO timetable_slot (id, service_id, weekday, starts, ends, capacity, valid_from)
    SELECT id, service_id, weekday, starts, ends, capacity, valid_from
    FROM jsonb_to_recordset(:rows::jsonb) AS rows (
      id uuid, service_id uuid, weekday int, starts text, ends text, capacity int, valid_from date)`,
});

export const slotRows = (serviceId: ServiceId, slots: readonly Slot[], from: PlainDate) =>
  slots.map((slot) => ({ ...slot, id: newUuid(), service_id: serviceId, valid_from: from }));

const wordOf = ({ weekday, starts, ends, capacity }: Slot): string =>
  [weekday, starts, ends, capacity].join(' ');

/** False when they were in force already, from that day on and without an end. */
async function replaceSlots(
  tx: Transaction,
  serviceId: ServiceId,
  slots: readonly Slot[],
  from: PlainDate,
): Promise<boolean> {
  const before = await slotsFrom(tx, { serviceId, from });
  const lasting = before.every(({ validFrom, validTo }) => validFrom <= from && validTo === null);
  const same = before.map(wordOf).toSorted().join() === slots.map(wordOf).toSorted().join();
  if (lasting && same) return false;

  await endSlots(tx, { serviceId, from, last: addDays(from, -1) });
  await dropSlots(tx, { serviceId, from });
  await insertSlots(tx, { rows: JSON.stringify(slotRows(serviceId, slots, from)) });
  return true;
}
