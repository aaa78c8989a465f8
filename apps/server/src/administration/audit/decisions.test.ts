import '../../testing/production.js';
import { expect, it } from '@jest/globals';
import { chainIsIntact } from '../../access/audit/index.js';
import type { Viewer } from '@linli/domain/access';
import { addDays } from '@linli/domain/base';
import { realFile, structureScenario } from '../../organisation/structure/structure.scenario.js';
import { newUuid } from '../../platform/database/index.js';
import { bookingScenario } from '../../services/bookings/booking.scenario.js';
import { testApi } from '../../testing/index.js';

const api = testApi();
const { divisions, areas, cadre, idOf } = structureScenario(api.database);
const { given } = bookingScenario(api.database);

/** Sends it, and gives what it added to the trail. */
async function onRecord(viewer: Viewer, field: string, input: object) {
  const { database, ask } = api;
  const last = `SELECT coalesce(max(sequence), 0) AS it FROM audit_entry`;
  const [before] = await database().query<{ it: string }[]>(last);
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const { data, errors } = await ask(
    viewer,
    `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on Refused { code } } }`,
    { input },
  );
  const answer = errors?.[0]?.extensions.code ?? (data?.[field] as { code?: string }).code ?? 'done';
  const entries = await database().query<Record<string, unknown>[]>(
    `SELECT action, actor_id, subject_kind, subject_id, subject_name, detail, area_ids, organisation_ids, centre_ids
     FROM audit_entry WHERE sequence > $1 ORDER BY sequence`,
    [before?.it],
  );
  return { answer, entries };
}

/** It is on record once, whoever retries it. */
async function expectOnRecord(viewer: Viewer, field: string, input: object, entry: object) {
  const first = await onRecord(viewer, field, input);
  expect(first).toMatchObject({ answer: 'done', entries: [{ actor_id: viewer.personId, ...entry }] });
  expect(first.entries).toHaveLength(1);
  const again = await onRecord(viewer, field, input);
  expect([field, again]).toEqual([field, { answer: again.answer, entries: [] }]);
}

const dated = { effectiveOn: '2026-06-01', documentNumber: '漯政〔2026〕6號' };

it('every change of the trees is on record with what it changed, once', async () => {
  await divisions();
  await areas(['E1,向阳小区,411103001001,ESTATE,,', 'E2,和平小区,411103001001,ESTATE,,']);
  const district = await idOf('411103');
  const [first, second] = [await idOf('E1'), await idOf('E2')];
  const viewer = cadre(district);

  const rename = { ...dated, id: first, name: '向陽花園', officialName: '向阳花园' };
  await expectOnRecord(viewer, 'renameArea', rename, {
    ...{ action: 'AREA_RENAMED', subject_kind: 'AREA', subject_id: first, subject_name: '向陽小區' },
    ...{ detail: { ...dated, after: rename.name }, area_ids: [district, first] },
  });
  await expectOnRecord(
    viewer,
    'closeArea',
    { ...dated, id: second },
    { action: 'AREA_CLOSED', subject_id: second, subject_name: '和平小區', area_ids: [district, second] },
  );
  const refused = await onRecord(viewer, 'closeArea', { ...dated, id: district });
  expect(refused).toEqual({ answer: 'HAS_OPEN_CHILDREN', entries: [] });
});

it('so are those of party organisations', async () => {
  const district = await idOf('411103');
  const viewer = cadre(district);
  const root = newUuid();
  const db = api.database();
  await db.query(
    `INSERT INTO organisation (id, kind, name, lineage) VALUES ($1, 'DISTRICT_COMMITTEE', '區委', ARRAY[$1::uuid])`,
    [root],
  );
  await db.query(
    `INSERT INTO organisation_version (organisation_id, kind, name) VALUES ($1, 'DISTRICT_COMMITTEE', '區委')`,
    [root],
  );
  await db.query(`INSERT INTO organisation_covers (organisation_id, area_id) VALUES ($1, $2)`, [
    root,
    district,
  ]);
  const [id, town] = [newUuid(), await idOf('411103001')];
  const setUp = {
    ...dated,
    id,
    parentId: root,
    kind: 'GRASSROOTS_COMMITTEE',
    name: '黨工委',
    covers: [town],
  };
  await expectOnRecord(viewer, 'setUpOrganisation', setUp, {
    ...{
      action: 'ORGANISATION_SET_UP',
      subject_kind: 'ORGANISATION',
      subject_id: id,
      subject_name: '黨工委',
    },
    ...{ area_ids: [district, town], organisation_ids: [id] },
  });
  const later = { ...dated, effectiveOn: '2026-07-01', id };
  await expectOnRecord(
    viewer,
    'renameOrganisation',
    { ...later, name: '沙北黨工委' },
    { action: 'ORGANISATION_RENAMED', subject_name: '黨工委', organisation_ids: [id] },
  );
  await expectOnRecord(
    viewer,
    'closeOrganisation',
    { ...later, effectiveOn: '2026-08-01' },
    { action: 'ORGANISATION_CLOSED', subject_name: '沙北黨工委', organisation_ids: [id] },
  );
});

it('a duty is on record with its role and its place, when it is given and when it ends', async () => {
  const viewer = cadre(await idOf('411103'));
  const [id, accountId] = [newUuid(), newUuid()];
  const grid = { role: 'GRID_LEAD', areaId: await idOf('411103001001') };
  const account = { id: accountId, account: 'wangge.er', name: '李建國', ...grid };
  const made = await onRecord(viewer, 'createAccount', account);
  const detail = { role: 'GRID_LEAD', place: '嵩山路社區' };
  expect(made.entries).toMatchObject([{ action: 'ACCOUNT_CREATED', subject_name: '李建國', detail }]);
  await expectOnRecord(viewer, 'grantDuty', { id, accountId, ...grid }, { action: 'DUTY_GRANTED', detail });
  await expectOnRecord(viewer, 'endDuty', { id }, { action: 'DUTY_ENDED', detail });
});

it('a preview is no decision, its commit is one', async () => {
  const viewer = cadre(await idOf('411103'));
  const id = newUuid();
  const text = realFile.replace('411103106221,大朱村民委员会', '411103106221,大朱庄村民委员会');
  const content = Buffer.from(text).toString('base64');
  const preview = { id, template: 'DIVISIONS', fileName: '郾城.csv', content, effectiveOn: '2026-09-01' };
  expect(await onRecord(viewer, 'previewImport', preview)).toEqual({ answer: 'done', entries: [] });
  const { documentNumber } = dated;
  await expectOnRecord(
    viewer,
    'commitImport',
    { id, documentNumber },
    {
      ...{ action: 'IMPORT_COMMITTED', subject_kind: 'IMPORT', subject_id: id, subject_name: '郾城.csv' },
      detail: { template: 'DIVISIONS', documentNumber, opened: 0, closed: 0, renamed: 1, moved: 0 },
    },
  );
});

it('services, timetables and closed days are on record at their centre, once', async () => {
  const centre = await given.centre({ area: await idOf('411103001001') });
  const staff = given.staff(centre);
  const id = newUuid();
  const service = {
    ...{ id, centreId: centre, category: 'HAIRCUT', name: '理髮', description: '示例', place: '一樓' },
    ...{ priceFen: 500, careNeeds: [], opensDaysAhead: 7, cutOffMinutes: 60, cancelMinutes: 60 },
    ...{ walkIn: true, followsCalendar: false, active: true },
  };
  await expectOnRecord(staff, 'saveService', service, {
    ...{ action: 'SERVICE_SAVED', subject_kind: 'SERVICE', subject_id: id, subject_name: '理髮' },
    ...{ detail: { isNew: true, priceFen: 500, active: true }, centre_ids: [centre] },
  });
  const changed = await onRecord(staff, 'saveService', { ...service, priceFen: 800 });
  expect(changed.entries).toMatchObject([{ detail: { isNew: false, priceFen: 800 } }]);

  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  for (const weekday of weekdays) {
    await api
      .database()
      .query(
        `INSERT INTO opening_hours (centre_id, weekday, opens, closes) VALUES ($1, $2, '08:00', '18:00')`,
        [centre, weekday],
      );
  }
  const [from, to] = [addDays(given.today(), 1), addDays(given.today(), 7)];
  const slots = weekdays.map((weekday) => ({ weekday, starts: '09:00', ends: '10:00', capacity: 4 }));
  await expectOnRecord(
    staff,
    'publishTimetable',
    { serviceId: id, from, to, slots },
    {
      ...{ action: 'TIMETABLE_PUBLISHED', subject_id: id, centre_ids: [centre] },
      detail: { from, to, added: 7, removed: 0 },
    },
  );
  await expectOnRecord(
    staff,
    'closeDay',
    { centreId: centre, day: to, reason: '盤點' },
    {
      ...{ action: 'DAY_CLOSED', subject_kind: 'CENTRE', subject_id: centre, centre_ids: [centre] },
      detail: { day: to, reason: '盤點', cancelledSessions: 1, cancelledBookings: 0 },
    },
  );
  await expectOnRecord(staff, 'reopenDay', { centreId: centre, day: to }, { action: 'DAY_REOPENED' });
});

it('a menu that is saved is on record with its dishes, once, and so is each change of it', async () => {
  const centre = await given.centre({ area: await idOf('411103001001') });
  const id = newUuid();
  const dish = {
    name: '宮保雞丁',
    look: 'chicken',
    note: null,
    allergens: ['PEANUT'],
    textures: ['REGULAR'],
  };
  const menu = {
    id,
    centreId: centre,
    day: addDays(given.today(), 3),
    meal: 'LUNCH',
    dishes: [dish],
    note: null,
  };
  const staff = given.staff(centre);
  const { day, meal } = menu;
  await expectOnRecord(staff, 'saveMenu', menu, {
    ...{ action: 'MENU_SAVED', subject_kind: 'MENU', subject_id: id, centre_ids: [centre] },
    detail: { isNew: true, day, meal, dishes: ['宮保雞丁 · PEANUT'] },
  });
  const rice = { ...dish, name: '米飯', look: 'rice', allergens: [] };
  const changed = await onRecord(staff, 'saveMenu', { ...menu, dishes: [dish, rice] });
  expect(changed.entries).toMatchObject([
    { detail: { isNew: false, day, meal, dishes: ['宮保雞丁 · PEANUT', '米飯'] } },
  ]);
  const refused = await onRecord(staff, 'saveMenu', { ...menu, meal: 'DINNER' });
  expect(refused).toEqual({ answer: 'CONFLICT', entries: [] });
});

it('whoever lets an allergy pass signs for it, booking by phone or at the counter', async () => {
  const home = await idOf('E1');
  const centre = await given.centre({ area: home });
  const service = await given.service({ centre, meal: 'LUNCH', way: 'DINE_IN' });
  const at = { centre, service };
  const [tomorrow, now] = [await given.session(at), await given.arriving(at)];
  for (const session of [tomorrow, now])
    await given.menu(session, [{ name: '宮保雞丁', allergens: ['PEANUT'], textures: ['REGULAR'] }]);
  const lan = await given.resident({ home, allergies: ['PEANUT'] });
  const staff = given.staff(tomorrow.centreId);
  const wish = { beneficiaryId: lan.personId, allowAllergens: true };
  const entry = { action: 'ALLERGY_OVERRIDDEN', centre_ids: [tomorrow.centreId] };
  const byPhone = { ...wish, id: newUuid(), sessionId: tomorrow.id, channel: 'PHONE' };
  await expectOnRecord(staff, 'book', byPhone, entry);
  await expectOnRecord(staff, 'bookAndCheckIn', { ...wish, id: newUuid(), sessionId: now.id }, entry);
});

it('after all of it the chain is intact', async () => {
  expect(await chainIsIntact(api.database())).toBe(true);
});
