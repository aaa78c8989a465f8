import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDate } from '@linli/domain/base';
import type { ServiceId, Slot } from '@linli/domain/services/centres';
import { type ResourceId, resourceId } from '@linli/domain/services/resources';
import { Refused } from '../../platform/graphql/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { expectRefused } from '../centres/centre.scenario.js';
import { previewTimetable, publishTimetable, sessionsOf } from '../centres/index.js';
import {
  assignResources,
  bringBackResource,
  resourcesOf,
  resourceTakings,
  retireResource,
} from '../resources/index.js';
import { bookingScenario, type StandingSession } from './booking.scenario.js';

const database = testDatabase();
const { given, when, today } = bookingScenario(database);
const in2Days = (): PlainDate => addDays(today(), 2);
const slots = (starts: string, ends: string): Slot[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, starts, ends, capacity: 4 }));

/** A bath from nine to ten and a wash from eleven to noon, every day, in the same room. */
async function bathroom() {
  const centre = await given.centre();
  const staff = given.staff(centre);
  const [bathing, washing] = [
    await given.service({ centre, name: '助浴', policy: { turnaround_minutes: 30 } }),
    await given.service({ centre, name: '清洗' }),
  ];
  const room = await given.resource(centre, '浴室', [bathing, washing]);
  const range = { from: addDays(today(), 1), to: addDays(today(), 5) };
  const publishes = (serviceId: ServiceId, starts: string, ends: string) =>
    publishTimetable(database(), staff, { serviceId, slots: slots(starts, ends), ...range });
  const sessionOf = async (serviceId: ServiceId): Promise<StandingSession> => {
    const day = in2Days();
    const all = await sessionsOf(database(), staff, { centreId: centre, from: day, to: day });
    const found = all.find((session) => session.serviceId === serviceId);
    if (!found) throw new Error('no session');
    return found;
  };
  await publishes(bathing, '09:00', '10:00');
  await publishes(washing, '11:00', '12:00');
  return { centre, staff, bathing, washing, room, range, publishes, sessionOf };
}
const retiredOf = async (centre: Parameters<typeof resourcesOf>[2], staff: Viewer) =>
  (await resourcesOf(database(), staff, centre)).map(({ name, retired }) => [name, retired]);

it('what a service needs is not retired, and the refusal names the services; without them it is, once', async () => {
  const { centre, staff, bathing, washing, room } = await bathroom();
  const refused = await retireResource(database(), staff, { id: room });
  expectRefused(refused, 'RESOURCE_NEEDED');
  expect((refused as Refused).details).toEqual({ services: '助浴、清洗' });
  expect(await retiredOf(centre, staff)).toEqual([['浴室', false]]);

  const assign = (serviceId: ServiceId, resourceIds: ResourceId[]) =>
    assignResources(database(), staff, { serviceId, resourceIds });
  await assign(bathing, []);
  await assign(washing, []);
  await retireResource(database(), staff, { id: room });
  await retireResource(database(), staff, { id: room });
  expect(await retiredOf(centre, staff)).toEqual([['浴室', true]]);
  const again = await assign(bathing, [room]);
  expectRefused(again, 'RESOURCE_RETIRED');
  expect((again as Refused).details).toEqual({ resource: '浴室' });
  expect(await database().query('SELECT FROM service_resource WHERE resource_id = $1', [room])).toHaveLength(
    0,
  );

  await bringBackResource(database(), staff, { id: room });
  expect(await assign(bathing, [room])).not.toBeInstanceOf(Refused);
  const acts = await database().query<{ action: string }[]>(
    `SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at`,
    [room],
  );
  expect(acts.map(({ action }) => action)).toEqual(['RESOURCE_RETIRED', 'RESOURCE_BROUGHT_BACK']);
});

it('a resource of another centre is none', async () => {
  const { room } = await bathroom();
  const stranger = given.staff(await given.centre());
  await expect(retireResource(database(), stranger, { id: room })).rejects.toThrow('No such centre');
  await expect(bringBackResource(database(), stranger, { id: newId(resourceId) })).rejects.toThrow(
    'No such resource',
  );
});

it('the taken times of a day name the session, the time to make ready again included; other days are empty', async () => {
  const { centre, staff, bathing, room, sessionOf } = await bathroom();
  await when.hasBooked(await given.resident(), await sessionOf(bathing));
  const at = (day: PlainDate) => resourceTakings(database(), staff, { centreId: centre, day });
  const day = in2Days();
  expect(await at(day)).toMatchObject([
    {
      resourceId: room,
      from: new Date(`${day}T09:00:00+08:00`),
      until: new Date(`${day}T10:30:00+08:00`),
      session: { serviceId: bathing },
    },
  ]);
  expect(await at(plainDate.parse(addDays(day, 1)))).toEqual([]);
});

it('a booked session that would last into a taken room: plan and refusal name the room and the time', async () => {
  const { staff, bathing, washing, range, publishes, sessionOf } = await bathroom();
  const bath = await sessionOf(bathing);
  await when.hasBooked(await given.resident(), bath);
  await when.hasBooked(await given.resident(), await sessionOf(washing));
  const until = new Date(`${in2Days()}T12:00:00+08:00`).toISOString();

  const wish = { serviceId: bathing, slots: slots('09:00', '10:45'), ...range };
  const { problems } = await previewTimetable(database(), staff, wish);
  expect(problems).toEqual([
    { slot: expect.any(Number), code: 'RESOURCE_TAKEN', details: { resource: '浴室', until } },
  ]);
  const refused = await publishes(bathing, '09:00', '10:45');
  expectRefused(refused, 'RESOURCE_TAKEN');
  expect((refused as Refused).details).toMatchObject({ resource: '浴室', until });
  expect(await sessionOf(bathing)).toEqual(bath);

  expect(await publishes(bathing, '09:00', '10:30')).not.toBeInstanceOf(Refused);
});
