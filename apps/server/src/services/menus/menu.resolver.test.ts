import { expect, it } from '@jest/globals';
import { testApi } from '../../testing/index.js';
import { inDays } from '../centres/centre.scenario.js';
import { fish, menuScenario } from './menu.scenario.js';

const { database, ask } = testApi();
const { given, when } = menuScenario(database);

const SAVE = `mutation ($input: SaveMenuInput!) {
  saveMenu(input: $input) {
    __typename ... on Menu { id dishes { name look note allergens textures } } ... on Refused { code }
  }
}`;
const MENUS = `query ($id: ID!, $from: Date!, $to: Date!, $meal: Meal) {
  menus(centreId: $id, from: $from, to: $to, meal: $meal) { id day meal note dishes { name } }
}`;

it('saves over HTTP, and shows the menus of a week to everyone, by day and meal', async () => {
  const centre = await given.centre();
  const input = given.menu(centre);
  const { data } = await ask(given.cook(centre), SAVE, { input: { ...input, dishes: [fish] } });
  expect(data).toEqual({ saveMenu: { __typename: 'Menu', id: input.id, dishes: [fish] } });
  for (const meal of ['DINNER', 'BREAKFAST'] as const) await when.saves(given.menu(centre, { meal }));
  await when.saves(given.menu(centre, { day: inDays(30) }));

  const week = { id: centre.id, from: inDays(0), to: inDays(7) };
  const seen = (await ask(given.resident(), MENUS, week)).data?.menus as { meal: string }[];
  expect(seen.map(({ meal }) => meal)).toEqual(['BREAKFAST', 'LUNCH', 'DINNER']);
  const lunches = (await ask(given.resident(), MENUS, { ...week, meal: 'LUNCH' })).data?.menus;
  expect(lunches).toEqual([
    { id: input.id, day: inDays(3), meal: 'LUNCH', note: null, dishes: [{ name: fish.name }] },
  ]);
});

it('turns away who may not, and what does not fit', async () => {
  const centre = await given.centre();
  const input = given.menu(centre);
  const failure = async (viewer: Parameters<typeof ask>[0], variables: object) =>
    (await ask(viewer, SAVE, variables)).errors?.[0]?.extensions.code;

  expect(await failure(undefined, { input })).toBe('UNAUTHENTICATED');
  expect(await failure(given.resident(), { input })).toBe('FORBIDDEN');
  expect(await failure(given.cook(await given.centre()), { input })).toBe('NOT_FOUND');
  expect(await failure(given.cook(centre), { input: { ...input, dishes: [] } })).toBe('BAD_USER_INPUT');
  expect(await failure(given.cook(centre), { input: { ...input, note: 'a\u202eb' } })).toBe('BAD_USER_INPUT');
  const week = { id: centre.id, from: inDays(0), to: inDays(7) };
  expect((await ask(given.resident(), MENUS, week)).data?.menus).toEqual([]);
});
