import { expect, it } from '@jest/globals';
import type { CentreId } from '@linli/domain/access';
import { type ResourceId, resourceId } from '@linli/domain/services/resources';
import fc from 'fast-check';
import { Refused } from '../../platform/graphql/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import { expectRefused } from '../centres/centre.scenario.js';
import { assignResources, resourcesOf, saveResource } from '../resources/index.js';
import { booked, bookingScenario, hours, type StandingSession } from './booking.scenario.js';

const database = testDatabase();
const { given, when, stored } = bookingScenario(database);
const NONE = { taken: 0, checkedIn: 0, bookings: 0, events: 0 };

const holds = ({ id }: StandingSession) =>
  database().query<{ name: string; span: string }[]>(
    `SELECT name FROM resource_hold JOIN resource ON resource.id = resource_id WHERE session_id = $1 ORDER BY name`,
    [id],
  );
const named = (...names: string[]) => names.map((name) => ({ name }));

/** Bathing needs a helper, the bathroom and a lift; another service at the same time needs the bathroom too. */
async function bathhouse() {
  const centre = await given.centre();
  const bathing = await given.service({ centre, name: '助浴', policy: { turnaround_minutes: 30 } });
  const cleaning = await given.service({ centre, name: '清洗' });
  const room = await given.resource(centre, '浴室', [bathing, cleaning]);
  await given.resource(centre, '護理員', [bathing]);
  await given.resource(centre, '移位機', [bathing]);
  const at = (service: typeof bathing, start: number, end: number) =>
    given.session({ centre, service, startsAt: hours(start), endsAt: hours(end), capacity: 2 });
  return { centre, bathing, cleaning, room, at };
}

it('person, room and equipment are taken with the first booking and let go with the last', async () => {
  const { bathing, at } = await bathhouse();
  const bath = await at(bathing, 24, 25);
  const [lan, chen] = [await given.resident(), await given.resident()];

  const first = await when.hasBooked(lan, bath);
  expect(await holds(bath)).toHaveLength(3);
  const second = await when.hasBooked(chen, bath);
  booked(await when.cancels(lan, first));
  expect(await holds(bath)).toHaveLength(3);
  booked(await when.cancels(chen, second));
  expect(await holds(bath)).toEqual([]);
});

it('what is taken refuses the booking, names what and until when, and nothing of it is taken', async () => {
  const { bathing, cleaning, at } = await bathhouse();
  const [bath, wash, later] = [
    await at(bathing, 24, 25),
    await at(cleaning, 24.5, 25.1),
    await at(cleaning, 25.25, 27),
  ];
  const [lan, chen] = [await given.resident(), await given.resident()];
  const lansWash = when.hasBooked(lan, wash);
  await lansWash;

  const refused = await when.books(chen, bath);
  expectRefused(refused, 'RESOURCE_TAKEN');
  const [{ until } = { until: new Date() }] = await database().query<{ until: Date }[]>(
    'SELECT ends_at AS until FROM session WHERE id = $1',
    [wash.id],
  );
  expect((refused as Refused).details).toEqual({ resource: '浴室', until: until.toISOString() });
  const staff = given.staff(bath.centreId);
  const atCounter = { channel: 'COUNTER' as const, beneficiaryId: chen.personId };
  expectRefused(await when.books(staff, bath, atCounter), 'RESOURCE_TAKEN');
  expect(await stored(bath)).toMatchObject(NONE);
  expect(await holds(bath)).toEqual([]);

  // With the time to make ready again the bath lasts until the later one has begun.
  await when.cancels(lan, await lansWash);
  await when.hasBooked(chen, later);
  expectRefused(await when.books(lan, bath), 'RESOURCE_TAKEN');
});

it('a closed session lets go; one that would last into another is not published so', async () => {
  const { bathing, cleaning, at } = await bathhouse();
  const [bath, wash] = [await at(bathing, 24, 25), await at(cleaning, 26, 27)];
  await when.hasBooked(await given.resident(), bath);
  await when.hasBooked(await given.resident(), wash);
  await expect(when.changes(bath, `ends_at = ends_at + interval '1 hour'`)).rejects.toThrow(
    'never_in_two_sessions',
  );
  await when.changes(bath, `ends_at = ends_at + interval '15 minutes'`);
  expect(await holds(bath)).toHaveLength(3);
});

it('moving to a session whose room is taken leaves everything as it was', async () => {
  const { bathing, cleaning, at } = await bathhouse();
  const [bath, other, wash] = [
    await at(bathing, 24, 25),
    await at(bathing, 48, 49),
    await at(cleaning, 48, 49),
  ];
  const lan = await given.resident();
  const booking = await when.hasBooked(lan, bath);
  await when.hasBooked(await given.resident(), wash);

  expectRefused(await when.moves(lan, booking, other), 'RESOURCE_TAKEN');
  expect(await holds(bath)).toHaveLength(3);
  expect(await holds(other)).toEqual([]);
  expect(await stored(other)).toMatchObject({ taken: 0, bookings: 0 });
});

it('a room of its own is a service that takes it; a name comes once, and a foreign resource is none', async () => {
  const centre = await given.centre();
  const staff = given.staff(centre);
  const id = newId(resourceId);
  const save = (name: string, unlike: { id?: ResourceId; centreId?: CentreId } = {}) =>
    saveResource(database(), staff, { id, centreId: centre, kind: 'ROOM', name, ...unlike });
  await save('活動室');
  await save('活動室二');
  expectRefused(await save('活動室二', { id: newId(resourceId) }), 'NAME_TAKEN');
  expect(await resourcesOf(database(), staff, centre)).toMatchObject([
    { id, name: '活動室二', kind: 'ROOM' },
  ]);

  const [room, course] = [await given.service({ centre }), await given.service({ centre })];
  const [rented, lesson] = [
    await given.session({ centre, service: room, capacity: 1 }),
    await given.session({ centre, service: course }),
  ];
  await when.hasBooked(await given.resident(), lesson);
  const assign = (serviceId: typeof room, ids: ResourceId[] = [id]) =>
    assignResources(database(), staff, { serviceId, resourceIds: ids });
  expect(await assign(room)).not.toBeInstanceOf(Refused);
  expect(await assign(course)).not.toBeInstanceOf(Refused);
  expect(await holds(lesson)).toEqual(named('活動室二'));
  expectRefused(await when.books(await given.resident(), rented), 'RESOURCE_TAKEN');

  const elsewhere = await given.centre();
  const foreign = await given.resource(elsewhere, '活動室');
  await expect(assign(room, [foreign])).rejects.toThrow();
  await assign(course, []);
  expect(await holds(lesson)).toEqual([]);
  await when.hasBooked(await given.resident(), rented);
  expectRefused(await assign(course), 'RESOURCE_TAKEN');
  expect(await holds(lesson)).toEqual([]);
});

it('whatever is booked and cancelled in whatever order, a booking succeeds if and only if all it takes is free', async () => {
  const centre = await given.centre();
  const services = [
    await given.service({ centre }),
    await given.service({ centre }),
    await given.service({ centre }),
  ];
  const [a, b, c] = services as [never, never, never];
  // The first takes both, the others one each.
  await given.resource(centre, '甲', [a, b]);
  await given.resource(centre, '乙', [a, c]);
  const takes = [['甲', '乙'], ['甲'], ['乙']];
  const sessions: { session: StandingSession; from: number; to: number; names: string[] }[] = [];
  for (const [i, service] of services.entries()) {
    for (const [from, to] of [
      [24, 26],
      [26, 27],
      [27.5, 29],
    ] as const) {
      const startsAt = hours(from + i * 0.5);
      const endsAt = hours(to + i * 0.5);
      const session = await given.session({ centre, service, startsAt, endsAt, capacity: 3 });
      sessions.push({ session, from: from + i * 0.5, to: to + i * 0.5, names: takes[i] ?? [] });
    }
  }
  const step = fc.record({ at: fc.nat({ max: sessions.length - 1 }), books: fc.boolean() });
  const said = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      await database().query(
        `DELETE FROM booking WHERE session_id IN (SELECT id FROM session WHERE centre_id = $1)`,
        [centre],
      );
      await database().query(
        `UPDATE session_places SET taken = 0 WHERE session_id IN (SELECT id FROM session WHERE centre_id = $1)`,
        [centre],
      );
      const standing = new Map<number, { viewer: never; id: never }[]>();
      for (const { at, books } of steps) {
        const wanted = sessions[at];
        if (!wanted) continue;
        const own = standing.get(at) ?? [];
        if (!books) {
          const last = own.pop();
          if (last) booked(await when.cancels(last.viewer, last));
          continue;
        }
        const inTheWay = sessions.some(
          (other, i) =>
            other !== wanted &&
            (standing.get(i) ?? []).length > 0 &&
            other.from < wanted.to &&
            wanted.from < other.to &&
            other.names.some((name) => wanted.names.includes(name)),
        );
        const viewer = await given.resident();
        const result = await when.books(viewer, wanted.session);
        const expected = inTheWay ? 'RESOURCE_TAKEN' : own.length >= 3 ? 'SESSION_FULL' : 'BOOKED';
        said.add(expected);
        expect(result instanceof Refused ? result.code : 'BOOKED').toBe(expected);
        if (!(result instanceof Refused)) standing.set(at, [...own, { viewer, id: result.id } as never]);
      }
    }),
    { numRuns: 12, seed: 20261123 },
  );
  expect([...said].toSorted()).toEqual(expect.arrayContaining(['BOOKED', 'RESOURCE_TAKEN']));
}, 60_000);
