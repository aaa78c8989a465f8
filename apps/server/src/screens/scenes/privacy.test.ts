import { expect, it } from '@jest/globals';
import { getNamedType, type GraphQLSchema, isObjectType, isUnionType } from 'graphql';
import { contexts } from '../../contexts.js';
import { buildApi } from '../../platform/graphql/index.js';
import { bookingScenario } from '../../services/bookings/booking.scenario.js';
import { canteen } from '../../services/meals/canteen.scenario.js';
import { testApi } from '../../testing/index.js';
import { SCENE, sceneScenario } from './scene.scenario.js';

const { database, ask } = testApi();
const { given, when } = bookingScenario(database);
const { screen } = sceneScenario(database);

/** Every field that a wall can be given; a new one is a decision, and is made here. */
const SHOWN = {
  CentreScene: 'address asOf centreName cursor lunch nextLunch phone screenName today week',
  SceneLunch: 'capacity checkedIn day dishes endsAt fromFen fullFen place placesLeft startsAt taken',
  SceneDish: 'allergens look name note',
  SceneSession: 'capacity endsAt id place placesLeft startsAt title',
  DistrictScene: 'areaName asOf covered cursor estates rate screenName series services towns',
  CoveragePoint: 'covered estates on rate',
  SceneTown: 'code covered estates name rate',
  SceneServices: 'activities activityPlacesLeft centres lunchesBooked lunchesLastWeek lunchesServed',
  SceneDayCount: 'count day',
};

it('no type of a scene leads to a person', async () => {
  const schema = await buildApi(contexts);
  const fields = fieldsFrom(schema, 'Scene');
  expect(fields).toEqual(SHOWN);
  expect(Object.keys(fields)).not.toEqual(
    expect.arrayContaining(['Resident', 'Booking', 'Screen', 'Centre']),
  );
});

it('no name, phone or home of a resident is in an answer', async () => {
  const { centre, now, staff } = await canteen(given);
  const { street } = await given.tree();
  const person = await given.resident({ name: '歐陽靜姝', allergies: ['FISH'] });
  await database().query(
    `UPDATE resident SET phone_cipher = '\\x01', phone_index = '\\x02', phone_masked = '138****4321' WHERE id = $1`,
    [person.personId],
  );
  await when.walksIn(staff, now, person);
  for (const wall of [await screen({ centreId: centre }), await screen({ areaId: street })]) {
    const { data, errors } = await ask(wall, SCENE);
    expect(errors).toBeUndefined();
    const text = JSON.stringify(data);
    for (const marker of ['歐陽', '靜姝', '138**', '**4321', person.personId, '李桂蘭', 'FISH', '李娜']) {
      expect(text).not.toContain(marker);
    }
  }
});

it('a wall can ask for nothing else that has a person in it', async () => {
  const { centre } = await canteen(given);
  const wall = await screen({ centreId: centre });
  const asked = [
    '{ myPeople { name } }',
    `{ findResidents(text: "李", centreId: "${centre}") { name } }`,
    `{ desk(centreId: "${centre}", day: "2026-11-24") { arrivals { id } } }`,
    '{ screens { id } }',
    '{ accounts(first: 1) { total } }',
    '{ auditEntries(first: 1) { chainIntact } }',
  ];
  for (const query of asked) {
    expect((await ask(wall, query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
});

/** The object types that can be reached from one, each with its fields. */
function fieldsFrom(
  schema: GraphQLSchema,
  name: string,
  found: Record<string, string> = {},
): Record<string, string> {
  const type = schema.getType(name);
  if (isUnionType(type)) for (const each of type.getTypes()) fieldsFrom(schema, each.name, found);
  if (!isObjectType(type) || found[name] !== undefined) return found;
  const fields = Object.values(type.getFields());
  found[name] = fields
    .map((field) => field.name)
    .toSorted()
    .join(' ');
  for (const field of fields) fieldsFrom(schema, getNamedType(field.type).name, found);
  return found;
}
