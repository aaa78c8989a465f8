import '../testing/production.js';
import { afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  type GraphQLField,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Viewer } from '@linli/domain/access';
import { hashPassword } from '../access/accounts/index.js';
import { contexts } from '../contexts.js';
import { buildApi } from '../platform/graphql/index.js';
import { sealedPhone } from '../organisation/people/index.js';
import { newUuid } from '../platform/database/index.js';
import { readEnvironment } from '../platform/environment.js';
import { listenToLog, testApi } from '../testing/index.js';
import { givenDistrict, holder } from './district.scenario.js';

const api = testApi();
const PHONE = '13912344321';
const NAME = '慕容標記人';
const MARKERS = [
  PHONE,
  NAME,
  'SELECT',
  'INSERT',
  'UPDATE ',
  'duplicate key',
  'violates',
  'constraint',
  'QueryFailed',
  'node_modules',
  'at async',
  'password_hash',
];
let schema: GraphQLSchema;
let viewers: (Viewer | undefined)[];
let logged: string[];
const PASSWORD = 'long enough pass';

beforeAll(async () => {
  schema = await buildApi(contexts);
  const at = await givenDistrict(api.database());
  const sealed = sealedPhone(readEnvironment({ PORT: '0' }).dataKey, PHONE);
  await api.database().query(
    `INSERT INTO resident (id, name, birth_date, building_id, phone_cipher, phone_index, phone_masked)
     VALUES ($1, $2, '1950-01-01', $3, $4, $5, $6)`,
    [newUuid(), NAME, at.building, sealed.phoneCipher, sealed.phoneIndex, sealed.phoneMasked],
  );
  await api
    .database()
    .query(
      `INSERT INTO account (id, account, name, password_hash, must_change_password) VALUES ($1, 'known', '李', $2, false)`,
      [newUuid(), await hashPassword(PASSWORD)],
    );
  await api.database().query(
    `INSERT INTO duty (id, account_id, role, area_id, valid_from)
     SELECT $1, id, 'TOWN_CADRE', $2, '2020-01-01' FROM account WHERE account = 'known'`,
    [newUuid(), at.otherTown],
  );
  // None of these may see the residents of that building whole.
  viewers = [
    undefined,
    holder('RESIDENT'),
    holder('KITCHEN', { centreId: at.centres.estate }),
    holder('GRID_LEAD', { areaId: at.otherEstate }),
    holder('TOWN_CADRE', { areaId: at.otherTown }),
  ];
});
beforeEach(() => {
  logged = listenToLog();
});
afterEach(() => {
  jest.restoreAllMocks();
});

const hostile = fc.oneof(
  fc.constantFrom(
    PHONE,
    '',
    '0',
    `' OR 1=1 --`,
    '\u0000',
    '\u202e王',
    'x'.repeat(10_000),
    '{"a":1}',
    '2026-02-30',
    '-1',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
/** A value that GraphQL lets through for the type, or nearly so. */
function valueFor(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return valueFor(type.ofType);
  if (isListType(type)) return fc.array(valueFor(type.ofType), { maxLength: 3 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type)) {
    return fc.record(
      Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, valueFor(field.type)])),
    );
  }
  const plain: Record<string, fc.Arbitrary<unknown>> = {
    Boolean: fc.boolean(),
    Int: fc.oneof(fc.integer(), fc.constantFrom(0, -1, 101, 2_147_483_647)),
    ID: fc.oneof(fc.constant(newUuid()), hostile),
    Date: fc.constantFrom('2026-11-25', '0001-01-01', '9999-12-31', '2026-13-01'),
  };
  return plain[type.name] ?? hostile;
}

function documentFor(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  let type = field.type;
  while (isNonNullType(type) || isListType(type)) type = type.ofType as typeof type;
  const inside = isUnionType(type)
    ? '{ __typename ... on Refused { code details } }'
    : isObjectType(type)
      ? '{ __typename }'
      : '';
  return `${kind} ${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${inside} }`;
}

it('no phone, name or SQL is in any answer or log, whatever is sent to whatever', async () => {
  const fields = [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ['query', field] as const),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
      (field) => ['mutation', field] as const,
    ),
  ];
  expect(fields.length).toBeGreaterThan(40);
  let errors = 0;
  const surprises: string[] = [];
  for (const [kind, field] of fields) {
    const variables = fc.record(Object.fromEntries(field.args.map((arg) => [arg.name, valueFor(arg.type)])));
    const samples = fc.sample(variables, { numRuns: viewers.length, seed: 20261122 });
    for (const [i, viewer] of viewers.entries()) {
      const sent = samples[i] ?? {};
      const reply = await api.ask(viewer, documentFor(kind, field), sent);
      errors += reply.errors?.length ?? 0;
      if (reply.errors?.some(({ extensions }) => extensions.code === 'INTERNAL')) surprises.push(field.name);
      // What one typed oneself may come back in GraphQL's own words; nothing that was stored may.
      const text = JSON.stringify(reply).replaceAll(PHONE, JSON.stringify(sent).includes(PHONE) ? '' : PHONE);
      for (const marker of MARKERS) expect([field.name, text.includes(marker)]).toEqual([field.name, false]);
      for (const { extensions } of reply.errors ?? []) {
        expect(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'INTERNAL']).toContain(
          extensions.code,
        );
      }
    }
  }
  expect(errors).toBeGreaterThan(50);
  expect(surprises).toEqual([]);
  const log = logged.join('\n');
  for (const marker of [PHONE, NAME]) expect([marker, log.includes(marker)]).toEqual([marker, false]);
}, 60_000);

it('a surprise of the database is masked, and what it quotes is not logged', async () => {
  // A table that refuses to be read, in words that quote what is in it.
  await api.database().query(`
    CREATE FUNCTION quote_phone() RETURNS boolean LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the phone is ${PHONE} of ${NAME}' USING DETAIL = '${PHONE}'; END $$`);
  await api.database().query('ALTER TABLE duty RENAME TO duty_away');
  await api.database().query('CREATE VIEW duty AS SELECT * FROM duty_away WHERE quote_phone()');
  const cookie = holder('RESIDENT');
  const before = await api.ask(cookie, '{ me { name } }');
  expect(before.errors).toBeUndefined();
  const response = await fetch(`${api.url()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-linli-face': 'CONSOLE' },
    body: JSON.stringify({
      query: `mutation { signInWithPassword(input: { account: "known", password: "${PASSWORD}" }) { __typename } }`,
    }),
  });
  const text = await response.text();
  await api.database().query('DROP VIEW duty');
  await api.database().query('ALTER TABLE duty_away RENAME TO duty');
  expect(JSON.parse(text)).toEqual({
    data: null,
    errors: [expect.objectContaining({ message: 'Something went wrong.', extensions: { code: 'INTERNAL' } })],
  });
  const log = logged.join('\n');
  expect(log).toContain('"kind":"database","code":"P0001"');
  for (const marker of [PHONE, NAME]) expect(log.includes(marker)).toBe(false);
});
