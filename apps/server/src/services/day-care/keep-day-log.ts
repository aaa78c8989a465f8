import type { PersonId, Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import { momentOf } from '@linli/domain/services/centres';
import {
  type CounterDayLogInput,
  type DayLogEntryId,
  type RecordDayLogInput,
  refusalToLog,
} from '@linli/domain/services/day-care';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import {
  type Database,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { dayToLog, entryById, logOf } from './day-log.queries.js';
import type { DayLog } from './day-log.type.js';

type Kept = Awaited<ReturnType<typeof dayToLog>>;

interface By {
  readonly by: PersonId;
  readonly byName: string;
}

type Entry = Pick<RecordDayLogInput, 'id' | 'bookingId' | 'kind' | 'what'> & {
  readonly eaten: string | null;
  readonly note: string | null;
  readonly at: Date;
};

const insertEntry = statement<Entry & By, never>({
  name: 'insert-day-log-entry',
  text: `
    INSERT INTO day_log_entry (id, booking_id, kind, what, eaten, note, at, recorded_by, recorder_name)
    VALUES (:id, :bookingId, :kind, :what, :eaten, :note, :at, :by, :byName)`,
});

const insertCounter = statement<{ id: DayLogEntryId; reason: string } & By, never>({
  name: 'counter-day-log-entry',
  text: `
    INSERT INTO day_log_counter (entry_id, reason, by_id, by_name) VALUES (:id, :reason, :by, :byName)`,
});

const byOf = ({ personId: by, name: byName }: Viewer): By => ({ by, byName });

const tell = (tx: Transaction, { id: bookingId, centreId }: Kept): Promise<void> =>
  recordEvent(tx, { name: 'day-care.logged', subjectId: centreId, payload: { bookingId } });

const entryOf = (input: RecordDayLogInput, { day }: Kept): Entry => {
  const { id, bookingId, kind, what, eaten = null, note = null, time } = input;
  return { id, bookingId, kind, what, eaten, note, at: momentOf(day, time) };
};

const isSame = (made: Entry, wanted: Entry): boolean =>
  (['bookingId', 'kind', 'what', 'eaten', 'note'] as const).every((key) => made[key] === wanted[key]) &&
  made.at.getTime() === wanted.at.getTime();

/** The same again is the same entry. */
export const recordDayLog = (
  db: Database,
  viewer: Viewer,
  input: RecordDayLogInput,
): Promise<DayLog | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const { bookingId } = input;
      const day = await dayToLog(tx, viewer, bookingId);
      const entry = entryOf(input, day);
      const made = await entryById(tx, input.id);
      if (made) return isSame(made, entry) ? logOf(tx, bookingId) : new Refused(Refusal.CONFLICT);
      const refusal = refusalToLog(day, { at: entry.at, now: day.now });
      if (refusal) return new Refused(refusal);
      await insertEntry(tx, { ...entry, ...byOf(viewer) });
      await tell(tx, day);
      return logOf(tx, bookingId);
    }),
  );

/** Takes an entry back, once: it stays to be read, with why it does not hold. */
export const counterDayLog = (
  db: Database,
  viewer: Viewer,
  { id, reason }: CounterDayLogInput,
): Promise<DayLog | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const entry = await entryById(tx, id);
      if (!entry) throw notFound('day log entry');
      const day = await dayToLog(tx, viewer, entry.bookingId);
      const { counter } = entry;
      if (counter)
        return counter.reason === reason ? logOf(tx, day.id) : new Refused(Refusal.ENTRY_ALREADY_COUNTERED);
      await insertCounter(tx, { id, reason, ...byOf(viewer) });
      await tell(tx, day);
      const log = await logOf(tx, day.id);
      await recordAudit(tx, {
        ...{ actor: actorOf(viewer), action: 'DAY_LOG_COUNTERED' },
        subject: { kind: 'RESIDENT', id: day.residentId, name: day.name },
        // Which medicine it was is for those who keep the log, not for all who read the trail.
        detail: { day: day.day, kind: entry.kind },
        places: { ...placesOf(viewer), centreIds: [day.centreId] },
      });
      return log;
    }),
  );
