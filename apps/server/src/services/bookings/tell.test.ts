import { expect, it } from '@jest/globals';
import type { PersonId } from '@linli/domain/access';
import { newUuid, transaction } from '../../platform/database/index.js';
import { testDatabase } from '../../testing/index.js';
import { bookingScenario } from './booking.scenario.js';
import { type Telling, tellOfBookings } from './index.js';

const db = testDatabase();
const { given, when } = bookingScenario(db);
const tell = (telling: Telling<'PLACE_OFFERED'>) => transaction(db(), (tx) => tellOfBookings(tx, telling));
const toldTo = ({ personId }: { personId: PersonId }) =>
  db().query<{ about_id: string; parameters: Record<string, unknown>; until: Date }[]>(
    `SELECT about_id, parameters, until FROM notice WHERE resident_id = $1 AND kind <> 'BOOKING_CONFIRMED' ORDER BY at`,
    [personId],
  );
const until = new Date(Date.now() + 3_600_000).toISOString();

it('tells whom it is for, and the carer who booked it as long as they may care', async () => {
  const mother = await given.resident();
  const carer = await given.resident({ caresFor: [mother.personId] });
  const [grant] = [newUuid()];
  await db().query(
    `INSERT INTO carer_grant (id, elder_id, carer_id, scopes, ends_at)
     VALUES ($1, $2, $3, '{BOOKINGS,HEALTH,CONTACTS}', now() + interval '1 day')`,
    [grant, mother.personId, carer.personId],
  );
  const session = await given.session();
  const { id } = await when.hasBooked(carer, session, { beneficiaryId: mother.personId });

  await tell({ kind: 'PLACE_OFFERED', bookings: [id], more: { until } });
  await tell({ kind: 'PLACE_OFFERED', bookings: [id], more: { until } });
  const [hers, theirs] = [await toldTo(mother), await toldTo(carer)];
  expect([hers.length, theirs.length]).toEqual([1, 1]);
  expect(theirs[0]?.about_id).toBe(mother.personId);
  expect(hers[0]?.until.toISOString()).toBe(until);
  expect(hers[0]?.parameters).toMatchObject({ bookingId: id, sessionId: session.id, service: '助餐', until });
  // Of people there are ids alone, and not among what is told.
  expect(JSON.stringify(hers[0]?.parameters)).not.toMatch(/李桂蘭|phone|beneficiary/);

  await tell({ kind: 'PLACE_OFFERED', bookings: [id], more: { until }, again: '2', except: carer.personId });
  expect([(await toldTo(mother)).length, (await toldTo(carer)).length]).toEqual([2, 1]);
  await db().query('UPDATE carer_grant SET revoked_at = now() WHERE id = $1', [grant]);
  await tell({ kind: 'PLACE_OFFERED', bookings: [id], more: { until }, again: '3' });
  expect([(await toldTo(mother)).length, (await toldTo(carer)).length]).toEqual([3, 1]);
});

it('tells of many in two statements, each by its own words', async () => {
  const session = await given.session();
  const people = await given.residents(5);
  const ids = [];
  for (const person of people) ids.push((await when.hasBooked(person, session)).id);
  const telling: Telling<'REMINDER'> = {
    ...{ kind: 'REMINDER', bookings: ids },
    more: ({ ticketNumber }) => ({ ticketNumber }),
  };
  await transaction(db(), (tx) => tellOfBookings(tx, telling));
  const said = await Promise.all(
    people.map(async (person) => (await toldTo(person))[0]?.parameters.ticketNumber),
  );
  expect(new Set(said).size).toBe(5);
});
