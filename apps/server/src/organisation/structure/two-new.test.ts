import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { type OrganisationId, organisationId, twoNewUnitId } from '@linli/domain/organisation/structure';
import { newUuid, transaction } from '../../platform/database/index.js';
import { newId, testDatabase } from '../../testing/index.js';
import {
  changeTwoNewUnit,
  closeTwoNewUnit,
  recordTwoNewActivity,
  recordTwoNewUnit,
} from './change-two-new.js';
import { houseAuthor, setUpOrganisations } from './index.js';
import { date, done, structureScenario } from './structure.scenario.js';
import { twoNewCoverage, twoNewSeries, twoNewUnits } from './two-new.queries.js';

const database = testDatabase();
const { divisions, cadre, idOf } = structureScenario(database);
const [root, joint, own] = [newId(organisationId), newId(organisationId), newId(organisationId)];
const id = newId(twoNewUnitId);
let district: Viewer, otherTown: Viewer;

const dated = (on: string) => ({ effectiveOn: date(on), documentNumber: '郾組〔2026〕9號' });
const state = (more: object = {}) => ({
  ...{
    name: '沙澧直播基地',
    members: 3,
    cover: 'NONE' as const,
    organisationId: null as OrganisationId | null,
  },
  ...more,
});
const all = () =>
  Promise.all(
    ['two_new_unit', 'two_new_version', 'two_new_activity'].map((table) =>
      database().query(`SELECT * FROM ${table} ORDER BY id`),
    ),
  );
const asOn = async (on: string) => {
  const units = await twoNewUnits(database(), { areaId: null, on: date(on), field: null });
  return units.map(({ name, members, cover, lastActivityOn, lastActivity }) =>
    [name, members, cover, lastActivityOn, lastActivity].filter((each) => each !== null).join(' '),
  );
};

it('a unit is recorded, covered, renamed and closed: each day shows it as it was', async () => {
  await divisions();
  district = cadre(await idOf('411103'));
  otherTown = cadre(await idOf('411103101'), 'TOWN_CADRE');
  const one = { setUpOn: date('2024-01-01'), documentNumber: null, covers: [] };
  await transaction(database(), async (tx) =>
    setUpOrganisations(tx, houseAuthor('示範'), [
      {
        ...{ ...one, id: root, parentId: null, kind: 'DISTRICT_COMMITTEE' as const, name: '郾城區委' },
        covers: [await idOf('411103')],
      },
      { ...one, id: joint, parentId: root, kind: 'GRASSROOTS_COMMITTEE', name: '互聯網聯合支部' },
      { ...one, id: own, parentId: joint, kind: 'TWO_NEW_BRANCH', name: '直播基地支部' },
    ]),
  );
  const areaId = await idOf('411103001001');
  const input = { ...dated('2026-01-01'), ...state(), id, areaId, field: 'INTERNET' as const };
  done(await recordTwoNewUnit(database(), district, input));
  done(
    await changeTwoNewUnit(database(), district, {
      ...dated('2026-03-01'),
      id,
      ...state({ cover: 'OWN', organisationId: own }),
    }),
  );
  const renamed = state({ cover: 'OWN', organisationId: own, name: '沙澧直播有限公司', members: 5 });
  done(await changeTwoNewUnit(database(), district, { ...dated('2026-05-01'), id, ...renamed }));
  const activity = { id: newUuid(), unitId: id, heldOn: date('2026-04-02'), title: '主題黨日' };
  done(await recordTwoNewActivity(database(), district, activity));
  const before = await all();
  done(
    await recordTwoNewUnit(database(), district, { ...input, ...renamed }).then(() =>
      recordTwoNewActivity(database(), district, activity),
    ),
  );
  done(await changeTwoNewUnit(database(), district, { ...dated('2026-05-01'), id, ...renamed }));
  expect(await all()).toEqual(before);
  done(await closeTwoNewUnit(database(), district, { ...dated('2026-07-01'), id }));
  expect(await asOn('2025-12-31')).toEqual([]);
  expect(await asOn('2026-02-28')).toEqual(['沙澧直播基地 3 NONE']);
  expect(await asOn('2026-03-01')).toEqual(['沙澧直播基地 3 OWN']);
  expect(await asOn('2026-06-30')).toEqual(['沙澧直播有限公司 5 OWN 2026-04-02 主題黨日']);
  expect(await asOn('2026-07-01')).toEqual([]);
});

it('a series says the two covers at the end of each month, as a single day does', async () => {
  const points = await twoNewSeries(database(), {
    areaId: await idOf('411103001'),
    from: date('2026-01-31'),
    to: date('2026-07-31'),
  });
  expect(
    points.map(({ on, units, withOrganisation }) => `${on} ${String(withOrganisation)}/${String(units)}`),
  ).toEqual([
    ...[
      '2026-01-31 0/1',
      '2026-02-28 0/1',
      '2026-03-31 1/1',
      '2026-04-30 1/1',
      '2026-05-31 1/1',
      '2026-06-30 1/1',
    ],
    '2026-07-31 0/0',
  ]);
  for (const { on, units, withWorkCover } of points) {
    const byField = await twoNewCoverage(database(), { areaId: null, on });
    const sum = (key: 'units' | 'withWorkCover') => byField.reduce((total, each) => total + each[key], 0);
    expect([units, withWorkCover]).toEqual([sum('units'), sum('withWorkCover')]);
  }
});

it('refuses what cannot be, and leaves all as it was; beyond reach there is no such unit', async () => {
  const areaId = await idOf('411103001001');
  const [other, sixth] = [newId(twoNewUnitId), newId(twoNewUnitId)];
  const on = dated('2026-02-01');
  const record = (one: typeof other, more: object) =>
    recordTwoNewUnit(database(), district, { ...on, ...state(more), id: one, areaId, field: 'LAW_FIRM' });
  done(await record(other, { name: '律所' }));
  for (let i = 0; i < 5; i++)
    done(await record(newId(twoNewUnitId), { cover: 'JOINT', organisationId: joint }));
  const before = await all();
  const change = (more: object, day = '2026-03-01') =>
    changeTwoNewUnit(database(), district, { ...dated(day), id: other, ...state(more) });
  const activity = { id: newUuid(), unitId: other, heldOn: date('2099-01-01'), title: '黨課' };
  const tries: [string, Promise<unknown>][] = [
    ['JOINT_BRANCH_FULL', record(sixth, { cover: 'JOINT', organisationId: joint })],
    ['COVER_AND_ORGANISATION', change({ cover: 'OWN' })],
    ['COVER_AND_ORGANISATION', change({ cover: 'INSTRUCTOR', organisationId: own })],
    ['BEFORE_LAST_CHANGE', change({ name: '早' }, '2026-01-01')],
    ['CONFLICT', record(other, { members: 9 })],
    ['ALREADY_CLOSED', changeTwoNewUnit(database(), district, { ...on, id, ...state() })],
    ['ALREADY_CLOSED', closeTwoNewUnit(database(), district, { ...dated('2026-09-01'), id })],
    ['DAY_IN_FUTURE', recordTwoNewActivity(database(), district, activity)],
  ];
  for (const [code, answer] of tries)
    expect([code, await answer]).toEqual([code, expect.objectContaining({ code })]);
  const beyond = { ...on, id: other, ...state() };
  await expect(changeTwoNewUnit(database(), otherTown, beyond)).rejects.toThrow('No such area');
  await expect(closeTwoNewUnit(database(), otherTown, beyond)).rejects.toThrow('No such area');
  await expect(
    recordTwoNewActivity(database(), otherTown, { ...activity, heldOn: date('2026-03-01') }),
  ).rejects.toThrow('No such area');
  expect(await all()).toEqual(before);
});
