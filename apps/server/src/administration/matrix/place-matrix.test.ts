import '../../testing/production.js';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Role, Viewer } from '@linli/domain/access';
import { newUuid } from '../../platform/database/index.js';
import { testApi } from '../../testing/index.js';
import { holder } from '../district.scenario.js';
import type { Tried } from './operation.scenario.js';
import { placeOperations } from './place-operations.scenario.js';
import { placeTable } from './place-table.scenario.js';
import { givenPlaces } from './places.scenario.js';
import { lastWritten, type Outcome } from './refusal-driver.scenario.js';
import { around, type Relation, RELATIONS } from './refusal-table.scenario.js';

const api = testApi({}, { staysSignedIn: true });
let words: Awaited<ReturnType<typeof givenPlaces>>;
beforeAll(async () => {
  words = await givenPlaces(api.database());
});
const operations = placeOperations(api, () => words);

/** Tries it, and looks at every row: a denial left them as they were, and what was allowed did something. */
async function outcomeOf(operation: string, tried: Tried): Promise<Outcome> {
  const prepared = operations[operation];
  if (!prepared) throw new Error(operation);
  const attempt = await prepared(tried);
  const before = await lastWritten(api.database());
  const { answer, value, outcome = answer } = await attempt();
  const after = await lastWritten(api.database());
  if (answer !== 'yes') expect([operation, after]).toEqual([operation, before]);
  else if (!prepared.isRead) expect([operation, value, after === before]).toEqual([operation, value, false]);
  return outcome;
}

it('the table speaks of every operation that is tried, and of every role', () => {
  expect(Object.keys(placeTable).toSorted()).toEqual(Object.keys(operations).toSorted());
  for (const roles of Object.values(placeTable)) expect(Object.keys(roles)).toHaveLength(12);
});

const viewers = new Map<string, Viewer>();
function viewerIn(role: string): Viewer {
  const viewer = viewers.get(role) ?? newViewerIn(role);
  viewers.set(role, viewer);
  return viewer;
}

const AT_CENTRE = ['CENTRE_STAFF', 'KITCHEN', 'DELIVERY_VOLUNTEER', 'HOME_WORKER', 'SCREEN'];
function newViewerIn(role: string): Viewer {
  const own = around[role]?.own ?? 'district';
  if (role === 'RESIDENT') return holder('RESIDENT');
  return holder(
    role as Role,
    AT_CENTRE.includes(role) ? { centreId: words.at.centres[own] } : { areaId: words.at[own] },
  );
}

const isDenied = (outcome: Outcome): boolean => outcome === 'no';
/** Who lacks the action itself is turned away before any place is looked at: at home and above tell as much as all four. */
const ENOUGH: readonly Relation[] = ['own', 'parent'];

describe.each(Object.keys(operations))('%s', (operation) => {
  it.each(Object.keys(around))('%s', async (role) => {
    const row = placeTable[operation]?.[role] ?? [];
    for (const [i, relation] of RELATIONS.entries()) {
      const name = around[role]?.[relation];
      if (!name || (row.every(isDenied) && !ENOUGH.includes(relation))) continue;
      const tried = { viewer: viewerIn(role), name, area: words.at[name], centre: words.at.centres[name] };
      expect([relation, await outcomeOf(operation, tried)]).toEqual([relation, row[i]]);
    }
  });

  it('is for nobody who is not signed in, nor for a cadre whose duty has ended', async () => {
    const place = { name: 'town', area: words.at.town, centre: words.at.centres.town } as const;
    expect(await outcomeOf(operation, { viewer: undefined, ...place })).toBe('no');
    expect(await outcomeOf(operation, { viewer: await givenEnded(), ...place })).toBe('no');
  });
});

/** Signed in still, with a duty that was over yesterday. */
async function givenEnded(): Promise<Viewer> {
  const viewer = { ...holder('TOWN_CADRE'), duties: [] };
  await api.database().query(
    `INSERT INTO account (id, account, name, password_hash, must_change_password)
     VALUES ($1, $2, '前任', 'none', false)`,
    [viewer.personId, `e${viewer.personId.slice(-12)}`],
  );
  await api.database().query(
    `INSERT INTO duty (id, account_id, role, area_id, valid_from, valid_to)
     VALUES ($1, $2, 'TOWN_CADRE', $3, '2020-01-01', (now() AT TIME ZONE 'Asia/Shanghai')::date - 1)`,
    [newUuid(), viewer.personId, words.at.town],
  );
  return viewer;
}
