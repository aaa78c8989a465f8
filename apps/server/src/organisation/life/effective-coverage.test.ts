import { beforeAll, expect, it } from '@jest/globals';
import { type AreaId, type OrganisationId } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { testDatabase } from '../../testing/index.js';
import { newUuid } from '../../platform/database/index.js';
import { effectiveCoverageSeries } from './effective-coverage.queries.js';
import { lifeScenario } from './life.scenario.js';

const database = testDatabase();
const { branches, sql, keeper, today } = lifeScenario(database);
const [district, one, other] = [newUuid(), newUuid(), newUuid()] as [AreaId, AreaId, AreaId];
let branch: OrganisationId;
let second: OrganisationId;

const area = async (id: AreaId, kind: string, parent: AreaId | null) => {
  await sql(
    `INSERT INTO area (id, code, name, official_name, kind, parent_id, lineage)
     VALUES ($1::uuid, $1::text, $1::text, $1::text, $2, $3, $4)`,
    [id, kind, parent, parent ? [parent, id] : [id]],
  );
  await sql(
    `INSERT INTO area_version (area_id, code, name, official_name, kind, parent_id)
     VALUES ($1::uuid, $1::text, $1::text, $1::text, $2, $3)`,
    [id, kind, parent],
  );
};
const covers = (organisation: OrganisationId, id: AreaId) =>
  sql(`INSERT INTO organisation_covers (organisation_id, area_id) VALUES ($1, $2)`, [organisation, id]);

beforeAll(async () => {
  [branch, second] = (await branches(2)) as [OrganisationId, OrganisationId];
  for (const table of ['organisation', 'organisation_version'])
    await sql(`UPDATE ${table} SET kind = 'ESTATE_BRANCH' WHERE kind = 'AGENCY_BRANCH'`);
  await area(district, 'DISTRICT', null);
  await area(one, 'ESTATE', district);
  await area(other, 'ESTATE', district);
  await covers(branch, one);
  await covers(second, other);
});

/** Signed, with all kinds that a branch owes, on a day of the past. */
async function held(organisation: OrganisationId, on: PlainDate): Promise<void> {
  const id = newUuid();
  await sql(
    `INSERT INTO meeting (id, organisation_id, day, starts_at, place, minutes, planned_by)
     VALUES ($1, $2, $3, $3::date + time '12:00' AT TIME ZONE 'Asia/Shanghai', '會議室', 60, '甲')`,
    [id, organisation, on],
  );
  await sql(
    `INSERT INTO meeting_kind (meeting_id, kind, minuted)
     SELECT $1, unnest(ARRAY['THEME_DAY', 'BRANCH_MEETING', 'PARTY_LECTURE', 'LIFE_MEETING', 'MEMBER_REVIEW', 'HEART_TALK']), '議'`,
    [id],
  );
  await sql(
    `UPDATE meeting SET state = 'SIGNED', announced_at = starts_at - interval '1 day', held_at = starts_at,
       signed_at = starts_at WHERE id = $1`,
    [id],
  );
}

const monthsAgo = (n: number): PlainDate => {
  const [year, month] = today().split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 - n, 1)).toISOString().slice(0, 10) as PlainDate;
};
const series = async (id: AreaId, from: PlainDate, to: PlainDate, of: OrganisationId | null = null) =>
  effectiveCoverageSeries(database(), keeper(of, 'DISTRICT_CADRE'), { areaId: id, from, to });
const root = async (): Promise<OrganisationId | null> => {
  const [row] = await sql<{ id: OrganisationId }>('SELECT id FROM organisation WHERE parent_id IS NULL');
  return row?.id ?? null;
};

it('covered on paper is effective only while nothing is overdue, day by day', async () => {
  for (const each of [3, 2, 1]) await held(branch, addDays(monthsAgo(each), 4));
  // The other held one in the first month, none in the next, and made up for it in the one after.
  await held(second, addDays(monthsAgo(3), 4));
  await held(second, addDays(monthsAgo(1), 9));
  await held(second, addDays(monthsAgo(1), 19));
  const at = await root();
  const ofDay = async (on: PlainDate) => (await series(district, on, on, at))[0];
  expect(await ofDay(addDays(monthsAgo(2), 10))).toMatchObject({
    estates: 2,
    covered: 2,
    effective: 2,
    rate: 1,
  });
  expect(await ofDay(addDays(monthsAgo(1), 3))).toMatchObject({
    covered: 2,
    effective: 1,
    effectiveRate: 0.5,
  });
  expect(await ofDay(addDays(monthsAgo(1), 18))).toMatchObject({ covered: 2, effective: 1 });
  expect(await ofDay(addDays(monthsAgo(1), 19))).toMatchObject({ covered: 2, effective: 2 });
  // Before the first meeting that the house keeps nobody can say.
  expect(await ofDay(addDays(monthsAgo(3), -1))).toMatchObject({
    covered: 2,
    effective: null,
    effectiveRate: null,
  });
  const whole = await series(district, monthsAgo(3), addDays(monthsAgo(0), -1), at);
  for (const point of whole) expect(point).toEqual(await ofDay(point.on));
});

it('a secretary sees their own estate, and of another there is nothing', async () => {
  const on = addDays(monthsAgo(1), 3);
  expect(await series(one, on, on, branch)).toMatchObject([{ estates: 1, effective: 1 }]);
  await expect(series(other, on, on, branch)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  await expect(series(district, on, on, branch)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
});
