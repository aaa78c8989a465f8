import { beforeEach, expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import type { SessionId } from '@linli/domain/services/centres';
import { newUuid, transaction } from '../../platform/database/index.js';
import { testDatabase } from '../../testing/index.js';
import { closeDay, sessionFollowers } from '../centres/index.js';
import { bookingScenario, hours } from './booking.scenario.js';

const db = testDatabase();
const { given, when, wish } = bookingScenario(db);
beforeEach(() => db().query('DELETE FROM notice'));

const toldTo = async ({ personId }: Viewer) => {
  const rows = await db().query<{ kind: string; parameters: Record<string, unknown> }[]>(
    'SELECT kind, parameters FROM notice WHERE resident_id = $1 ORDER BY at, id',
    [personId],
  );
  return rows.map(({ kind, parameters }) => [kind, parameters.reason ?? parameters.ticketNumber]);
};
async function givenCarer() {
  const mother = await given.resident();
  const carer = await given.resident({ caresFor: [mother.personId] });
  await db().query(
    `INSERT INTO carer_grant (id, elder_id, carer_id, scopes, ends_at)
     VALUES ($1, $2, $3, '{BOOKINGS,HEALTH,CONTACTS}', now() + interval '1 day')`,
    [newUuid(), mother.personId, carer.personId],
  );
  return { mother, carer };
}

it('who books on their own phone sees it there, and is told nothing', async () => {
  const resident = await given.resident();
  const booking = await when.hasBooked(resident, await given.session());
  await when.cancels(resident, booking);
  expect(await toldTo(resident)).toEqual([]);
});

it('who was booked for by phone is told once, however often the wish comes', async () => {
  const resident = await given.resident();
  const session = await given.session();
  const staff = given.staff(session.centreId);
  const input = wish(session, resident.personId, { channel: 'PHONE' });
  const first = await when.sends(staff, input);
  await when.sends(staff, input);
  expect(await toldTo(resident)).toEqual([
    ['BOOKING_CONFIRMED', (first as { ticketNumber: string }).ticketNumber],
  ]);
});

it('a refused booking is told to nobody', async () => {
  const resident = await given.resident();
  const session = await given.session({ state: 'CANCELLED' });
  await when.sends(given.staff(session.centreId), wish(session, resident.personId, { channel: 'PHONE' }));
  expect(await toldTo(resident)).toEqual([]);
});

it('mother hears what her daughter books and cancels; the daughter, who did it, does not', async () => {
  const { mother, carer } = await givenCarer();
  const booking = await when.hasBooked(carer, await given.session(), { beneficiaryId: mother.personId });
  await when.cancels(carer, booking, '下雨');
  await when.cancels(carer, booking, '下雨');
  expect(await toldTo(mother)).toEqual([
    ['BOOKING_CONFIRMED', booking.ticketNumber],
    ['BOOKING_CANCELLED_FOR_YOU', '下雨'],
  ]);
  expect(await toldTo(carer)).toEqual([]);
});

it('what the desk cancels is told to both', async () => {
  const { mother, carer } = await givenCarer();
  const session = await given.session();
  const booking = await when.hasBooked(carer, session, { beneficiaryId: mother.personId });
  await when.cancels(given.staff(session.centreId), booking, '師傅生病');
  expect((await toldTo(mother)).at(-1)).toEqual(['BOOKING_CANCELLED_FOR_YOU', '師傅生病']);
  expect(await toldTo(carer)).toEqual([['BOOKING_CANCELLED_FOR_YOU', '師傅生病']]);
});

it('closing a day tells everybody with a booking, and closing it twice tells nobody again', async () => {
  const session = await given.session({ startsAt: hours(48), capacity: 40 });
  const people = await given.residents(30);
  for (const person of people.slice(0, 29)) {
    await when.hasBooked(person, session);
  }
  const staff = given.staff(session.centreId);
  const closing = { centreId: session.centreId, day: session.day, reason: '停水' };
  for (let i = 0; i < 2; i += 1) await closeDay(db(), staff, closing);
  const told = await Promise.all(people.map(toldTo));
  expect(told.slice(0, 29)).toEqual(
    Array.from({ length: 29 }, () => [['BOOKING_CANCELLED_BY_CENTRE', '停水']]),
  );
  expect(told[29]).toEqual([]);
});

it('who has a place in a session that ends at another time is told each time that it changes', async () => {
  const session = await given.session();
  const resident = await given.resident();
  const gone = await given.resident();
  const { ticketNumber } = await when.hasBooked(resident, session);
  await when.cancels(gone, await when.hasBooked(gone, session));
  const change = (id: SessionId) =>
    transaction(db(), (tx) => sessionFollowers.endsChanged(tx, [{ id, oldEndsAt: hours(30) }]));
  await change(session.id);
  await change(session.id);
  const told = ['SESSION_TIME_CHANGED', ticketNumber];
  expect(await toldTo(resident)).toEqual([told, told]);
  expect(await toldTo(gone)).toEqual([]);
});
