import { expect, it } from '@jest/globals';
import { centreId } from '@linli/domain/services/centres';
import { newId, testDatabase } from '../../testing/index.js';
import { centreScenario, daily, done, eventsOf, expectRefused } from './centre.scenario.js';
import { createCentre, saveService } from './index.js';

const database = testDatabase();
const { given, when } = centreScenario(database);
const rowOf = async (id: string) => database().query<object[]>('SELECT * FROM service WHERE id = $1', [id]);
const saved = 'centres.service-saved';
const times = async (subject: string) =>
  (await eventsOf(database(), subject)).filter((name) => name === saved).length;

it('creates, is the same again, and changes', async () => {
  const centre = await given.centre();
  const input = given.serviceInput(centre, { careNeeds: ['DISABLED_FULLY'], minAge: 60 });
  const save = (unlike = {}) => saveService(database(), given.staff(centre), { ...input, ...unlike });

  const created = done(await save());
  expect(created).toMatchObject({
    id: input.id,
    centreId: centre.id,
    minAge: 60,
    careNeeds: ['DISABLED_FULLY'],
  });
  expect(done(await save())).toEqual(created);
  expect(await times(centre.id)).toBe(1);

  const unlike = { name: '量血壓', active: false };
  expect(done(await save(unlike))).toEqual(Object.assign(created, unlike));
  expect(await times(centre.id)).toBe(2);
});

it('what a form does not know of stays as it was', async () => {
  const centre = await given.centre();
  const input = given.serviceInput(centre);
  const save = (unlike = {}) => saveService(database(), given.staff(centre), { ...input, ...unlike });

  expect(done(await save())).toMatchObject({ waitlist: false, holdMinutes: 60 });
  done(await save({ waitlist: true, holdMinutes: 30 }));
  expect(done(await save({ name: '量血壓' }))).toMatchObject({ waitlist: true, holdMinutes: 30 });
  expect(done(await save({ waitlist: false }))).toMatchObject({ waitlist: false, holdMinutes: 30 });
});

it('a page in Simplified that changes the price leaves the words as they are stored', async () => {
  const centre = await given.centre();
  const input = given.serviceInput(centre);
  const save = (unlike = {}) => saveService(database(), given.staff(centre), { ...input, ...unlike });
  done(await save());
  const shown = { name: '量血压、测血糖', description: '卫生服务站两人', place: '一楼健康小屋' };
  const { name, description, place } = input;
  expect(done(await save({ ...shown, priceFen: 500 }))).toMatchObject({
    name,
    description,
    place,
    priceFen: 500,
  });
});

it('refuses the id of a service elsewhere', async () => {
  const [centre, other] = [await given.centre(), await given.centre()];
  const service = await given.service(centre);
  const before = await rowOf(service.id);

  const stolen = given.serviceInput(other, { id: service.id });
  expectRefused(await saveService(database(), given.staff(other), stolen), 'CONFLICT');
  expect(await rowOf(service.id)).toEqual(before);
});

it('what was served stays what it was: another kind is another service', async () => {
  const centre = await given.centre();
  const lunch = await given.lunch(centre);
  const input = given.serviceInput(centre, { id: lunch.id, category: 'MEAL', meal: 'LUNCH', way: 'PICK_UP' });
  expect(done(await saveService(database(), given.staff(centre), input)).way).toBe('PICK_UP');
  done(await when.publishes(lunch, daily()));
  const before = await rowOf(lunch.id);

  const dinner = { ...input, meal: 'DINNER' as const };
  expectRefused(await saveService(database(), given.staff(centre), dinner), 'CONFLICT');
  expect(await rowOf(lunch.id)).toEqual(before);
});

it('a changed policy breaks no promise: sessions keep their window', async () => {
  const centre = await given.centre();
  const service = await given.service(centre, { cutOffMinutes: 60, weeklyQuota: 2 });
  done(await when.publishes(service, daily()));
  const windows = () =>
    database().query<object[]>(
      'SELECT opens_at, closes_at, cancel_until, weekly_quota FROM session WHERE service_id = $1 ORDER BY starts_at',
      [service.id],
    );
  const before = await windows();

  const stricter = given.serviceInput(centre, { id: service.id, cutOffMinutes: 600, weeklyQuota: 1 });
  done(await saveService(database(), given.staff(centre), stricter));
  expect(await windows()).toEqual(before);
});

it('is for those who manage the centre', async () => {
  const [centre, other] = [await given.centre(), await given.centre()];
  const input = given.serviceInput(centre);
  for (const stranger of [given.staff(other), given.cadre(other.areaId), given.resident()]) {
    await expect(saveService(database(), stranger, input)).rejects.toThrow('No such centre');
  }
  expect(await rowOf(input.id)).toEqual([]);
  done(await saveService(database(), given.cadre(await given.district()), input));
  expect(await rowOf(input.id)).toHaveLength(1);
});

it('a centre is created once, in an area within reach', async () => {
  const areaId = await given.area();
  const input = {
    id: newId(centreId),
    name: '黃河社區鄰里中心',
    kind: 'NEIGHBOURHOOD_CENTRE' as const,
    areaId,
    address: '黃河路 2 號',
    phone: '03955550119',
    latitude: 33.58,
    longitude: 114.02,
    openingHours: [{ weekday: 1, opens: '08:00', closes: '18:00' }],
  };
  const create = (unlike: object = {}) =>
    createCentre(database(), given.cadre(areaId), { ...input, ...unlike });
  const created = done(await create());

  expect(done(await create())).toEqual(created);
  expectRefused(await create({ name: '別的' }), 'CONFLICT');
  expectRefused(await create({ openingHours: [] }), 'CONFLICT');
  const stranger = given.cadre(await given.area());
  await expect(createCentre(database(), stranger, { ...input, id: newId(centreId) })).rejects.toThrow(
    'No such area',
  );
  const [row] = await database().query<object[]>(
    'SELECT name, (SELECT count(*)::int FROM opening_hours WHERE centre_id = centre.id) AS hours FROM centre WHERE area_id = $1',
    [areaId],
  );
  expect(row).toEqual({ name: '黃河社區鄰里中心', hours: 1 });
});
