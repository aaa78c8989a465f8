import { type CentreId, type PersonId, type Viewer } from '@linli/domain/access';
import { maskedName } from '@linli/domain/organisation/people';
import { Refusal } from '@linli/domain/refusals';
import type { BookingId } from '@linli/domain/services/bookings';
import type {
  CloseWelfareCheckInput,
  RecordWelfareStepInput,
  RevealWelfareNumberInput,
  WelfareCheckId,
  WelfareOutcome,
} from '@linli/domain/services/welfare';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { contactToCall } from '../../organisation/contacts/index.js';
import { phoneOfResident } from '../../organisation/people/index.js';
import {
  type Database,
  newUuid,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { checkFor, checkToChange } from './welfare.queries.js';
import type { WelfareCheck, WelfareNumber } from './welfare.type.js';

interface Shut {
  readonly residentId: PersonId;
  readonly centreId: CentreId;
  readonly bookingId: BookingId;
  readonly openedAt: Date;
  readonly openerName: string;
}

const insertCheck = statement<Shut & { id: string }, { id: WelfareCheckId }>({
  name: 'open-welfare-check',
  text: `
    INSERT INTO welfare_check (id, resident_id, centre_id, booking_id, opened_at, opener_name)
    VALUES (:id, :residentId, :centreId, :bookingId, :openedAt, :openerName)
    ON CONFLICT (booking_id) DO NOTHING
    RETURNING id`,
});

const changed = (tx: Transaction, { id, centreId }: Pick<WelfareCheck, 'id' | 'centreId'>): Promise<void> =>
  recordEvent(tx, { name: 'welfare.changed', subjectId: centreId, payload: { checkId: id } });

/** A door stayed shut. The same door again is the same check. */
export async function openWelfareCheck(tx: Transaction, shut: Shut): Promise<void> {
  const [opened] = await insertCheck(tx, { ...shut, id: newUuid() });
  if (opened) await changed(tx, { ...opened, centreId: shut.centreId });
}

const closeByBooking = statement<
  { bookingId: BookingId; by: PersonId; byName: string },
  Pick<WelfareCheck, 'id' | 'centreId'>
>({
  name: 'close-welfare-check-of-booking',
  text: `
    UPDATE welfare_check
    SET outcome = 'MEAL_HANDED_OVER', closed_at = now(), closed_by = :by, closer_name = :byName
    WHERE booking_id = :bookingId AND outcome IS NULL
    RETURNING id, centre_id`,
});

/** The meal was handed over after all: somebody saw the person. */
export async function mealHandedOver(tx: Transaction, viewer: Viewer, bookingId: BookingId): Promise<void> {
  const closed = await closeByBooking(tx, { bookingId, by: viewer.personId, byName: viewer.name });
  for (const check of closed) await changed(tx, check);
}

const insertStep = statement<
  Omit<RecordWelfareStepInput, 'note'> & { note: string | null; by: PersonId; byName: string },
  { id: string }
>({
  name: 'insert-welfare-step',
  text: `
    INSERT INTO welfare_step (id, check_id, kind, result, note, by, by_name)
    VALUES (:id, :checkId, :kind, :result, :note, :by, :byName)
    ON CONFLICT (id) DO NOTHING
    RETURNING id`,
});

/** What somebody did about it; the same again is once. */
export const recordWelfareStep = (
  db: Database,
  viewer: Viewer,
  input: RecordWelfareStepInput,
): Promise<WelfareCheck | Refused> =>
  transaction(db, async (tx) => {
    const check = await checkToChange(tx, viewer, input.checkId);
    if (check.steps.some(({ id }) => id === input.id)) return check;
    if (check.outcome !== null) return new Refused(Refusal.CHECK_CLOSED);
    const step = { ...input, note: input.note ?? null, by: viewer.personId, byName: viewer.name };
    // An id that is another check's step is nobody's to reuse.
    if ((await insertStep(tx, step)).length === 0) return new Refused(Refusal.CONFLICT);
    await changed(tx, check);
    return checkFor(tx, viewer, check.id);
  });

const closeCheck = statement<
  { id: WelfareCheckId; outcome: WelfareOutcome; note: string; by: PersonId; byName: string },
  never
>({
  name: 'close-welfare-check',
  text: `
    UPDATE welfare_check
    SET outcome = :outcome, close_note = :note, closed_at = now(), closed_by = :by, closer_name = :byName
    WHERE id = :id`,
});

/** Somebody has seen the person: who says so signs for it. Closing again with the same outcome changes nothing. */
export const closeWelfareCheck = (
  db: Database,
  viewer: Viewer,
  { id, outcome, note }: CloseWelfareCheckInput,
): Promise<WelfareCheck | Refused> =>
  transaction(db, async (tx) => {
    const check = await checkToChange(tx, viewer, id);
    if (check.outcome === outcome) return check;
    if (check.outcome !== null) return new Refused(Refusal.CHECK_CLOSED);
    await closeCheck(tx, { id, outcome, note, by: viewer.personId, byName: viewer.name });
    await changed(tx, check);
    const closed = await checkFor(tx, viewer, id);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: 'WELFARE_CHECK_CLOSED',
      subject: { kind: 'WELFARE_CHECK', id, name: null },
      detail: { outcome },
      places: { ...placesOf(viewer), centreIds: [check.centreId] },
    });
    return closed;
  });

/** The number of the person or of whom to call for them, while the check is open; that it was shown is on record. */
export const revealWelfareNumber = (
  db: Database,
  { viewer, dataKey }: { readonly viewer: Viewer; readonly dataKey: Buffer },
  { checkId, of }: RevealWelfareNumberInput,
): Promise<WelfareNumber | Refused> =>
  transaction(db, async (tx) => {
    const check = await checkToChange(tx, viewer, checkId);
    if (check.outcome !== null) return new Refused(Refusal.CHECK_CLOSED);
    const number = await (of === 'CALL' ? personToCall : contactToCall)(tx, dataKey, check.residentId);
    if (!number) return new Refused(Refusal.NO_NUMBER_KNOWN);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: 'WELFARE_NUMBER_SHOWN',
      subject: { kind: 'RESIDENT', id: check.residentId, name: maskedName(number.name) },
      detail: { of },
      places: { ...placesOf(viewer), centreIds: [check.centreId] },
    });
    return number;
  });

async function personToCall(
  tx: Transaction,
  dataKey: Buffer,
  id: PersonId,
): Promise<WelfareNumber | undefined> {
  const resident = await phoneOfResident(tx, dataKey, id);
  return resident && { ...resident, relation: null };
}
