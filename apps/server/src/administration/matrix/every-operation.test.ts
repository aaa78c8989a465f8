import { expect, it } from '@jest/globals';
import { contexts } from '../../contexts.js';
import { buildApi } from '../../platform/graphql/index.js';
import { cases } from '../../services/meals/reach-table.scenario.js';
import { flatTable, OPEN_TO_ALL } from './flat-table.scenario.js';
import { placeTable } from './place-table.scenario.js';
import { expected } from './refusal-table.scenario.js';

/** The tables of who may, each tried by the test beside it; together they speak of every operation once. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  'administration/refusal-table': Object.keys(expected),
  'administration/place-table': Object.keys(placeTable),
  'administration/flat-table': Object.keys(flatTable),
  'services/meals/reach-table': cases.map(([operation]) => operation),
  'open to all, with the reason': Object.keys(OPEN_TO_ALL),
};

it('who may do it is written down and tried for every operation of the schema, in one place', async () => {
  const schema = await buildApi(contexts);
  const operations = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap(
    (type) => Object.keys(type?.getFields() ?? {}),
  );
  expect(operations.length).toBeGreaterThan(80);
  const named = Object.values(TABLES).flat();
  expect(named.toSorted()).toEqual(operations.toSorted());
});

it('what is open to all is declared so, and no more than that', async () => {
  const schema = await buildApi(contexts);
  const open = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap(
    (type) =>
      Object.values(type?.getFields() ?? {})
        .filter(({ extensions }) => extensions.access === 'PUBLIC')
        .map(({ name }) => name),
  );
  // Whoever has a temporary password may do nothing but choose their own: the door is open, a session is asked for.
  expect(open.toSorted()).toEqual([...Object.keys(OPEN_TO_ALL), 'changePassword'].toSorted());
});
