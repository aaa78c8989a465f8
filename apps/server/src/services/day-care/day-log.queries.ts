import { type AreaId, can, type CentreId, type PersonId, type Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { BookingId } from '@linli/domain/services/bookings';
import type { DayLogEntryId, DayLogFacts } from '@linli/domain/services/day-care';
import { recordRead } from '../../access/audit/index.js';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { placeOfBooking } from '../bookings/index.js';
import type { DayLog, DayLogCounter, DayLogEntry } from './day-log.type.js';

interface Kept extends DayLogFacts {
  readonly id: BookingId;
  readonly residentId: PersonId;
  readonly name: string;
  readonly day: PlainDate;
  readonly centreId: CentreId;
  readonly centreLineage: AreaId[] | null;
  readonly now: Date;
}

const kept = `
  SELECT booking.id, booking.state, booking.checked_in_at, resident.id AS resident_id, resident.name,
    session.day, session.centre_id, area.lineage AS centre_lineage, service.category, now() AS now
  FROM booking
    JOIN session ON session.id = booking.session_id
    JOIN service ON service.id = session.service_id
    JOIN centre ON centre.id = session.centre_id
    LEFT JOIN area ON area.id = centre.area_id
    JOIN resident ON resident.id = booking.beneficiary_id
  WHERE booking.id = :id`;

const bookingOfLog = statement<{ id: BookingId }, Kept>({ name: 'booking-of-day-log', text: kept });

// Who was checked in stays so until the entry is written.
const bookingToLog = statement<{ id: BookingId }, Kept>({
  name: 'booking-to-log',
  text: `${kept} FOR SHARE OF booking`,
});

interface Row extends Omit<DayLogEntry, 'counter'> {
  readonly bookingId: BookingId;
  readonly reason: string | null;
  readonly counteredAt: Date | null;
  readonly countererName: string | null;
}

const entries = `
  SELECT entry.id, entry.booking_id, entry.kind, entry.what, entry.eaten, entry.note, entry.at, entry.recorded_at,
    entry.recorder_name, counter.reason, counter.at AS countered_at, counter.by_name AS counterer_name
  FROM day_log_entry entry LEFT JOIN day_log_counter counter ON counter.entry_id = entry.id`;

const entriesOf = statement<{ id: BookingId }, Row>({
  name: 'entries-of-day-log',
  text: `${entries} WHERE entry.booking_id = :id ORDER BY entry.at, entry.nth`,
});

const byId = statement<{ id: DayLogEntryId }, Row>({
  name: 'day-log-entry',
  text: `${entries} WHERE entry.id = :id`,
});

function counterOf({ reason, counteredAt: at, countererName: byName }: Row): DayLogCounter | null {
  return reason === null || at === null || byName === null ? null : { reason, at, byName };
}

const entryOf = (row: Row): DayLogEntry & { readonly bookingId: BookingId } => ({
  ...row,
  counter: counterOf(row),
});

export async function entryById(db: Database, id: DayLogEntryId) {
  const [row] = await byId(db, { id });
  return row && entryOf(row);
}

const open = (viewer: Viewer, booking: Kept | undefined): Kept => {
  if (!booking || !can(viewer, 'CHECK_IN', placeOfBooking(booking))) throw notFound('booking');
  return booking;
};

/** The booking of a day that the viewer keeps the log of, unchanged until the transaction ends. */
export async function dayToLog(tx: Database, viewer: Viewer, id: BookingId): Promise<Kept> {
  const [booking] = await bookingToLog(tx, { id });
  return open(viewer, booking);
}

export const logOf = async (db: Database, bookingId: BookingId): Promise<DayLog> => ({
  bookingId,
  entries: (await entriesOf(db, { id: bookingId })).map(entryOf),
});

/** Who looked at what somebody was given is on the trail. */
export async function dayLog(db: Database, viewer: Viewer, id: BookingId): Promise<DayLog> {
  const [booking] = await bookingOfLog(db, { id });
  const { residentId, centreId } = open(viewer, booking);
  await recordRead(db, viewer, {
    ...{ action: 'DAY_LOG_SEEN', subjectKind: 'RESIDENT', ids: [residentId] },
    places: { centreIds: [centreId] },
  });
  return logOf(db, id);
}
