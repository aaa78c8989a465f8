import { expect, it } from '@jest/globals';
import { testDatabase } from '../../testing/index.js';
import { booked, bookingScenario, expectRefused, minutes } from './booking.scenario.js';
import { endWaiting } from './lapse-offers.js';
import { openRequestsOf } from './no-show-appeal.queries.js';

const database = testDatabase();
const { given, when, stored, storedBooking, told } = bookingScenario(database);

async function asked(policy: Record<string, unknown> = {}) {
  const service = await given.service({ policy: { needs_approval: true, ...policy } });
  const session = await given.session({ capacity: 1, service });
  const lan = await given.resident();
  const request = await when.hasBooked(lan, session);
  return { session, lan, request, staff: given.staff(session.centreId) };
}
const audited = (id: string) =>
  database().query<object[]>('SELECT action, detail FROM audit_entry WHERE subject_id = $1', [id]);

it('what is asked for holds the place until somebody has decided', async () => {
  const { session, request, staff, lan } = await asked();
  expect(request).toMatchObject({ state: 'REQUESTED', decidedAt: null });
  expectRefused(await when.books(await given.resident(), session), 'SESSION_FULL');
  expect((await openRequestsOf(database(), staff, session.centreId)).map(({ id }) => id)).toContain(
    request.id,
  );

  const approved = booked(await when.approves(staff, request));
  expect(approved).toMatchObject({ state: 'CONFIRMED', ticketNumber: request.ticketNumber });
  booked(await when.approves(staff, request));
  expectRefused(await when.declines(staff, request), 'NOT_REQUESTED');

  expect(await storedBooking(request)).toMatchObject({ state: 'CONFIRMED', decider_name: staff.name });
  expect(await stored(session)).toEqual({ taken: 1, checkedIn: 0, bookings: 1, events: 2 });
  expect(await audited(request.id)).toEqual([{ action: 'BOOKING_APPROVED', detail: {} }]);
  expect(await told(lan)).toEqual(['APPROVED']);
});

it('what is declined frees the place, says why, and goes to whoever waits', async () => {
  const { session, request, staff, lan } = await asked({ waitlist: true });
  const next = await given.resident();
  const waiting = await when.isWaiting(next, session);

  const declined = booked(await when.declines(staff, request, '設備維修'));
  expect(declined).toMatchObject({ state: 'DECLINED', decisionReason: '設備維修', cancelReason: null });
  booked(await when.declines(staff, request, '設備維修'));
  expect(await audited(request.id)).toEqual([{ action: 'BOOKING_DECLINED', detail: { reason: '設備維修' } }]);
  expect(await told(lan)).toEqual(['DECLINED']);

  expect(await storedBooking(waiting)).toMatchObject({ state: 'OFFERED' });
  // Who took what was offered still has to be approved.
  expect(booked(await when.accepts(next, waiting))).toMatchObject({ state: 'REQUESTED' });
  expect(booked(await when.accepts(next, waiting))).toMatchObject({ state: 'REQUESTED' });
  expect(booked(await when.approves(staff, waiting)).ticketNumber).toMatch(/^[1-9]\d{3}$/);
  expect(await stored(session)).toMatchObject({ taken: 1 });
});

it('what nobody decided is declined at the cut-off, and said so; after it nobody decides', async () => {
  const { session, request, staff, lan } = await asked();
  await when.changes(session, 'closes_at = $2', [minutes(-1)]);
  expectRefused(await when.approves(staff, request), 'PAST_CUT_OFF');
  expect(await storedBooking(request)).toMatchObject({ state: 'REQUESTED', decided_at: null });

  expect(await endWaiting(database())).toBe(1);
  expect(await endWaiting(database())).toBe(0);

  expect(await storedBooking(request)).toMatchObject({
    ...{ state: 'DECLINED', decision_reason: '截止前未能審核', decided_by: null },
  });
  expect(await stored(session)).toMatchObject({ taken: 0 });
  expect(await told(lan)).toEqual(['DECLINED']);
});

it('is decided by those who receive people there, and nobody else', async () => {
  const { request, lan } = await asked();
  const elsewhere = given.staff(await given.centre());
  for (const viewer of [elsewhere, lan]) {
    await expect(when.approves(viewer, request)).rejects.toThrow('No such booking');
    await expect(when.declines(viewer, request)).rejects.toThrow('No such booking');
  }
  expect(await storedBooking(request)).toMatchObject({ state: 'REQUESTED', decided_at: null });
});

it('whoever asks may take it back, and who stands at the counter is approved by whoever books', async () => {
  const { session, request, staff, lan } = await asked();
  booked(await when.cancels(lan, request));
  expect(await stored(session)).toMatchObject({ taken: 0 });
  const there = await when.hasBooked(staff, session, { beneficiaryId: lan.personId, channel: 'COUNTER' });
  expect(there.state).toBe('CONFIRMED');
});
