import '../../testing/production.js';
import { beforeAll, expect, it } from '@jest/globals';
import { type Viewer } from '@linli/domain/access';
import {
  type GraphQLInputType,
  type GraphQLNamedType,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { contexts } from '../../contexts.js';
import { newUuid } from '../../platform/database/index.js';
import { buildApi } from '../../platform/graphql/index.js';
import { testApi } from '../../testing/index.js';
import { givenDistrict, holder } from '../district.scenario.js';

/** Text that is taken as it is, and why. */
const TAKEN: Readonly<Record<string, string>> = {
  'previewImport.content':
    'a file in base64: its own rows and columns are checked, a fault is answered by its row',
  'importMenuSheet.content':
    'an .xlsx file in base64: its cells are checked, a fault is answered by its cell',
  'importMemberSheet.content':
    'an .xlsx file in base64: its cells are checked, a fault is answered by its cell',
  'signInWithPassword.password': 'hashed, never stored or shown; as long as a sentence at most',
  'changePassword.current': 'hashed, never stored or shown; as long as a sentence at most',
  'changePassword.next': 'hashed, never stored or shown; as long as a sentence at most',
  'startTotp.password': 'hashed, never stored or shown; as long as a sentence at most',
  'stopTotp.password': 'hashed, never stored or shown; as long as a sentence at most',
};

const MARK = '敵意7f3';
const HOSTILE: Readonly<Record<string, string>> = {
  'a control character': `${MARK}\u0007`,
  'a zero byte': `${MARK}\u0000`,
  'a mark that turns the direction': `${MARK}\u202e`,
  'ten kilobytes': MARK + '蘭'.repeat(3500),
};

const TEXTS: Readonly<Record<string, string>> = {
  ...{ month: '2026-10', carerPhone: '13803951234' },
  ...{ phone: '13803951234', code: '234567', totp: '234567', secret: 'a'.repeat(43), language: 'en' },
  ...{
    resolution: '1920x1080',
    version: '1.0.0',
    account: 'li.na',
    starts: '09:00',
    ends: '10:00',
    time: '15:00',
  },
  ...{ atHomeFrom: '09:00', atHomeTo: '10:00' },
  ...{ content: 'YQ==', fileName: '郾城.csv', look: 'rice', password: 'geheim', current: 'geheim' },
};
/** Where one sample does not fit by itself. */
const UNLIKE: Readonly<Record<string, object>> = {
  pairScreen: { areaId: null },
  placeArea: { latitude: 33.58 },
  replyToUnit: { year: 2026 },
  planTraining: { year: 2026 },
  takeStep: { step: 2 },
  openSeries: { times: 2 },
  saveService: { category: 'HAIRCUT', meal: null, way: null, holdMinutes: 60 },
};

/** A value that the type takes; `text` says what stands at a path of strings. */
function sample(type: GraphQLInputType, name: string, text: (path: string) => string, path: string): unknown {
  if (isNonNullType(type)) return sample(type.ofType, name, text, path);
  if (isListType(type)) return [sample(type.ofType, name, text, `${path}.0`)];
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [
        field.name,
        sample(field.type, field.name, text, path === '' ? field.name : `${path}.${field.name}`),
      ]),
    );
  if (isEnumType(type)) return type.getValues()[0]?.name;
  const named: GraphQLNamedType = type;
  if (named === GraphQLString) return text(path);
  const scalars: Record<string, unknown> = {
    ID: newUuid(),
    Date: '2026-12-01',
    Int: 1,
    Boolean: true,
    ...{ DateTime: '2026-12-01T03:00:00Z', Float: 100.5 },
  };
  return scalars[named.name];
}

const schema = await buildApi(contexts);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, args }) => {
  const paths: string[] = [];
  const type = args[0]?.type;
  if (!type) throw new Error(`${name} takes no input`);
  sample(type, 'input', (path) => (paths.push(path), ''), '');
  const input = (hostile: Readonly<Record<string, string>> = {}) => ({
    ...(sample(
      type,
      'input',
      (path) => hostile[path] ?? TEXTS[path.split('.').at(-1) ?? ''] ?? '示例',
      '',
    ) as object),
    ...UNLIKE[name],
  });
  return { name, paths, input };
});

const api = testApi();
let cadre: Viewer;
let screen: Viewer;
let resident: Viewer;
beforeAll(async () => {
  const at = await givenDistrict(api.database());
  // What a branch asks for and a town looks at is no district's to do: this one holds all of it.
  const roles = ['DISTRICT_CADRE', 'TOWN_CADRE', 'COMMUNITY_CADRE'] as const;
  const duties = roles.flatMap((role) => holder(role, { areaId: at.district }).duties);
  cadre = { ...holder('DISTRICT_CADRE'), duties };
  resident = holder('RESIDENT', {});
  screen = holder('SCREEN', { centreId: at.centres.community });
});

const VIEWERS = (): Readonly<Record<string, Viewer>> => ({
  ...{
    reportScreen: screen,
    appealNoShow: resident,
    appealPoints: resident,
    askLeave: resident,
    confirmAttendance: resident,
  },
});

interface Failure {
  readonly code: string;
  readonly issues?: readonly { readonly path: string }[];
}
async function send(name: string, input: object): Promise<Failure | undefined> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const viewer = VIEWERS()[name] ?? cadre;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
  const { errors } = await api.ask(viewer, query, { input });
  return errors?.[0]?.extensions;
}

it('the exceptions are fields that there are', () => {
  const all = mutations.flatMap(({ name, paths }) => paths.map((path) => `${name}.${path}`));
  expect(all.length).toBeGreaterThan(40);
  expect(Object.keys(TAKEN).filter((field) => !all.includes(field))).toEqual([]);
});

it.each(mutations.filter(({ paths }) => paths.length > 0))(
  '$name takes no hostile text in $paths',
  async ({ name, paths, input }) => {
    // Without it the same input is understood, so that it is the hostile text which is refused.
    expect([name, (await send(name, input()))?.issues]).toEqual([name, undefined]);
    for (const path of paths.filter((each) => TAKEN[`${name}.${each}`] === undefined)) {
      for (const [what, text] of Object.entries(HOSTILE)) {
        const failure = await send(name, input({ [path]: text }));
        expect([what, failure?.code]).toEqual([what, 'BAD_USER_INPUT']);
        expect(failure?.issues?.map((issue) => issue.path)).toContain(path);
      }
    }
    for (const path of paths.filter((each) => TAKEN[`${name}.${each}`] !== undefined)) {
      for (const text of Object.values(HOSTILE)) {
        expect((await send(name, input({ [path]: text })))?.code).not.toBe('INTERNAL');
      }
    }
  },
);

it('nor does any question stumble over it', async () => {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const strings = field.args.filter(
      ({ type }) => (isNonNullType(type) ? type.ofType : type) === GraphQLString,
    );
    for (const asked of strings) {
      const given = field.args.filter((arg) => isNonNullType(arg.type) || arg === asked);
      const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const passed = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      for (const text of Object.values(HOSTILE)) {
        const variables = Object.fromEntries(
          given.map((arg) => [arg.name, sample(arg.type, arg.name, () => text, arg.name)]),
        );
        const { errors } = await api.ask(
          cadre,
          `query (${declared}) { ${field.name}(${passed}) { __typename } }`,
          variables,
        );
        expect([field.name, asked.name, errors?.[0]?.extensions.code]).toEqual([
          ...[field.name, asked.name, 'BAD_USER_INPUT'],
        ]);
      }
    }
  }
});

it('and nothing of it is stored anywhere', async () => {
  const tables = await api
    .database()
    .query<{ name: string }[]>(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    const rows = await api
      .database()
      .query<object[]>(`SELECT FROM ${name} whole WHERE whole::text LIKE $1`, [`%${MARK}%`]);
    expect([name, rows.length]).toEqual([name, 0]);
  }
});
