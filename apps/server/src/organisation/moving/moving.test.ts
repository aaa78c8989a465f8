import { beforeAll, expect, it } from '@jest/globals';
import type { OrganisationId, PersonId } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { movingId } from '@linli/domain/organisation/moving';
import { behindWall } from '../../platform/database/index.js';
import { newId, testApi } from '../../testing/index.js';
import { membersBetweenScenario } from './moving.scenario.js';
import { memberCountsOn, rostersOn } from '../members/index.js';
import { givenParty, mutator, type Party } from '../ratings/ratings.scenario.js';

const api = testApi();
const send = mutator(api);
const sql = (text: string, values: unknown[] = []) =>
  api.database().query<Record<string, unknown>[]>(text, values);
const today = plainDateOf(new Date());
let party: Party;
let estate: OrganisationId;
let unit: OrganisationId;
const { givenPerson } = membersBetweenScenario(
  () => api.database(),
  () => party.at.building,
);

beforeAll(async () => {
  party = await givenParty(api.database());
  [estate, unit] = [await party.branch(), await party.branch([party.at.otherEstate])];
  await sql(`UPDATE organisation SET kind = 'AGENCY_BRANCH' WHERE id = $1`, [unit]);
}, 60_000);

const MOVING = '... on MovingMember { id name silence dueOn heardOn lastDay }';
const move = (residentId: PersonId, unlike: object = {}) =>
  send(
    ...([party.secretary, 'recordMoving'] as const),
    {
      ...{ id: newId(movingId), residentId, organisationId: estate, direction: 'OUT', since: '2025-01-31' },
      ...{
        expectedUntil: '2028-01-01',
        place: '廣東深圳',
        contact: '福田黨群中心',
        everyMonths: 3,
        ...unlike,
      },
    },
    MOVING,
  );
const report = (of: unknown, heardOn: string) =>
  send(
    ...([party.secretary, 'reportMoving'] as const),
    { id: newId(movingId), movingId: of, heardOn, note: '視頻' },
    MOVING,
  );

it('somebody who is away is silent until heard of, and silent again when not', async () => {
  const lan = await givenPerson('李蘭', estate);
  expect(await move(lan, { expectedUntil: '2025-06-30' })).toMatchObject({ code: 'MOVING_TOO_SHORT' });
  expect(await move(lan, { since: addDays(today, 1) })).toMatchObject({ code: 'DAY_IN_FUTURE' });
  expect(await move(lan, { direction: 'IN' })).toMatchObject({ code: 'BELONGS_HERE' });
  const away = await move(lan);
  expect(away).toMatchObject({ silence: 'SILENT', dueOn: '2025-04-30' });
  expect(await move(lan)).toMatchObject({ code: 'MOVING_ALREADY' });
  expect(await report(away.id, '2025-01-30')).toMatchObject({ code: 'BEFORE_LAST_CHANGE' });
  expect(await report(away.id, today)).toMatchObject({ silence: 'IN_TOUCH', heardOn: today });
  // What was heard before, and is recorded later, takes nothing back.
  expect(await report(away.id, '2025-03-01')).toMatchObject({ silence: 'IN_TOUCH', heardOn: today });
  const end = (lastDay: string) => send(party.secretary, 'endMoving', { id: away.id, lastDay }, MOVING);
  expect(await end(today)).toMatchObject({ lastDay: today });
  expect(await end(today)).toMatchObject({ lastDay: today });
  expect(await report(away.id, today)).toMatchObject({ code: 'MOVING_ENDED' });
});

it('only members of the branch go out of it, and only those who belong to none come in', async () => {
  const [wei, guest] = [await givenPerson('張偉', unit), await givenPerson('外來', null)];
  expect(await move(wei)).toMatchObject({ code: 'MOVES_FROM_ELSEWHERE' });
  expect(await move(guest)).toMatchObject({ code: 'MOVES_FROM_ELSEWHERE' });
  expect(await move(guest, { direction: 'IN' })).toMatchObject({ name: '外來' });
});

const ESTATE = '... on InServiceMember { id name services servedOn repliedFor }';
const asks = (field: string, input: object) => send(party.secretary, field, input, ESTATE);

it('雙報到: on the roster of the unit, on no roster and in no count of the estate', async () => {
  const sun = await givenPerson('孫在職', unit);
  const figures = async () => ({
    rosters: await rostersOn(api.database(), {
      ...{ knownAt: null, asked: [estate, unit].map((organisationId) => ({ organisationId, on: today })) },
    }),
    counts: await memberCountsOn(api.database(), {
      ...{ organisationIds: [estate, unit, party.root], on: today, knownAt: null },
    }),
  });
  const before = await figures();
  const input = {
    id: newId(movingId),
    residentId: sun,
    organisationId: estate,
    unit: '水利局',
    level: 'DISTRICT',
  };
  const made = await asks('reportToEstate', { ...input, since: '2026-01-01' });
  expect(made).toMatchObject({ name: '孫在職', services: 0 });
  expect(await asks('reportToEstate', { ...input, since: '2026-01-01' })).toMatchObject({ id: input.id });
  expect(await asks('reportToEstate', { ...input, id: newId(movingId), since: '2026-02-01' })).toMatchObject({
    code: 'REPORTED_ALREADY',
  });
  const serve = (servedOn: string) =>
    asks('recordEstateService', { id: newId(movingId), reportId: made.id, servedOn, what: '夜間巡邏' });
  expect(await serve('2025-12-31')).toMatchObject({ code: 'BEFORE_LAST_CHANGE' });
  expect(await serve(today)).toMatchObject({ services: 1, servedOn: today });
  const reply = { id: newId(movingId), reportId: made.id, year: 2026, text: '服務三次，群眾評價好' };
  expect(await asks('replyToUnit', reply)).toMatchObject({ repliedFor: 2026 });
  expect(await asks('replyToUnit', reply)).toMatchObject({ repliedFor: 2026 });
  expect(await asks('replyToUnit', { ...reply, id: newId(movingId) })).toMatchObject({
    code: 'REPLIED_THIS_YEAR',
  });
  expect(await figures()).toEqual(before);
  const roster = before.rosters.filter(({ residentId }) => residentId === sun);
  expect(roster.map(({ organisationId }) => organisationId)).toEqual([unit]);
  const own = await givenPerson('周本支部', estate);
  expect(
    await asks('reportToEstate', { ...input, id: newId(movingId), residentId: own, since: today }),
  ).toMatchObject({ code: 'BELONGS_HERE' });
});

it('the lists are on the trail, and behind the wall nothing of others is seen', async () => {
  const document = `query ($id: ID!) {
    movingMembers(organisationId: $id) { name } inServiceMembers(organisationId: $id) { name } }`;
  const { data } = await api.ask(party.secretary, document, { id: estate });
  expect(data).toEqual({ movingMembers: [{ name: '外來' }], inServiceMembers: [{ name: '孫在職' }] });
  const trail = await sql(
    `SELECT action FROM audit_entry WHERE actor_id = $1 AND action LIKE '%SHOWN' ORDER BY action`,
    [party.secretary.personId],
  );
  expect(trail.map(({ action }) => action)).toEqual(['IN_SERVICE_SHOWN', 'MOVING_SHOWN']);
  for (const table of ['moving_member', 'moving_report', 'estate_report', 'estate_service', 'unit_reply']) {
    const seen = (organisations: OrganisationId[]) =>
      behindWall(api.database(), organisations, (tx) => tx.query<object[]>(`SELECT FROM ${table}`));
    expect((await seen([estate])).length).toBeGreaterThan(0);
    expect([table, await seen([unit])]).toEqual([table, []]);
  }
});
