import { beforeAll, expect, it } from '@jest/globals';
import { CareScope, type PersonId, personId, type Viewer } from '@linli/domain/access';
import { cookieFor, endSessionsOf, openSession } from '../access/sessions/index.js';
import { newUuid } from '../platform/database/index.js';
import { readEnvironment } from '../platform/environment.js';
import { newId, testApi, statementsOf } from '../testing/index.js';
import { documentOf, withOnly } from './face-documents.scenario.js';
import { furnishDemonstration } from './furnish-demonstration.js';

const { database, url } = testApi();
const documents = {
  Home: documentOf('resident', 'Home'),
  // What staff ask on behalf of others.
  HomeOfOthers: withOnly('home', documentOf('resident', 'Home'), 'HomeOfOthers'),
  OneBooking: documentOf('resident', 'OneBooking'),
  AreaTree: documentOf('console', 'AreaTree'),
};
type Name = keyof typeof documents;

interface Caller {
  readonly name: string;
  readonly personId: PersonId;
  readonly face: Viewer['face'];
  readonly cookie: string;
}

beforeAll(async () => {
  await furnishDemonstration(database(), readEnvironment({}).dataKey, () => undefined);
}, 120_000);

async function signIn(name: string, id: PersonId, face: Viewer['face'], areaId = null): Promise<Caller> {
  const place = { areaId, centreId: null };
  const opening = { face, personId: id, displayName: name, device: 'test', ...place };
  const { token } = await openSession(database(), opening);
  return { name, personId: id, face, cookie: cookieFor(face, token, 60, false) };
}

const rows = <Row>(text: string, values: unknown[] = []): Promise<Row[]> => database().query(text, values);

async function grant(
  carer: PersonId,
  elders: readonly PersonId[],
  scopes: readonly CareScope[] = Object.values(CareScope),
): Promise<void> {
  for (const elder of elders) {
    await rows(
      `INSERT INTO carer_grant (id, elder_id, carer_id, scopes, ends_at)
     VALUES ($1, $2, $3, $4, now() + interval '1 day')
     ON CONFLICT (elder_id, carer_id) WHERE revoked_at IS NULL DO UPDATE SET scopes = excluded.scopes`,
      [newUuid(), elder, carer, scopes],
    );
  }
}

/** Residents with bookings ahead, carers, an account of each role, a wall, and nobody. */
async function everyone(): Promise<Caller[]> {
  const booked = await rows<{ id: PersonId }>(`
    SELECT DISTINCT beneficiary_id AS id FROM booking JOIN session ON session.id = session_id
    WHERE starts_at > now() ORDER BY 1 LIMIT 8`);
  const accounts = await rows<{ id: PersonId; role: string }>(
    'SELECT DISTINCT ON (role) account_id AS id, role FROM duty WHERE ended_at IS NULL ORDER BY role, account_id',
  );
  const ids = booked.map(({ id }) => id);
  const [one, two, three] = ids as [PersonId, PersonId, PersonId];
  // Whoever may book and no more sees no allergies, whichever way it is answered.
  await grant(one, [two], ['BOOKINGS']);
  await rows(`UPDATE resident SET allergies = '{EGG}' WHERE id = $1`, [two]);
  await grant(three, ids.slice(4, 6));
  return Promise.all([
    ...ids.map((id, i) => signIn(`resident ${String(i)}`, id, 'RESIDENT')),
    ...accounts.map(({ id, role }) => signIn(role, id, 'CONSOLE')),
    signIn('no account', newId(personId), 'CONSOLE'),
    signIn('no resident', newId(personId), 'RESIDENT'),
    Promise.resolve({ name: 'nobody', personId: newId(personId), face: 'RESIDENT' as const, cookie: '' }),
  ]);
}

async function ask(caller: Caller, document: Name, variables: object, more: object = {}) {
  const response = await fetch(`${url()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-linli-face': caller.face, cookie: caller.cookie },
    body: JSON.stringify({ operationName: document, query: documents[document], variables, ...more }),
  });
  const { status, headers } = response;
  const answer = (await response.json()) as { errors?: object[]; data?: Record<string, object> };
  return { status, type: headers.get('content-type'), answer };
}

/** What comes with `extensions` is never answered straight: the same question, the two ways. */
async function bothWays(caller: Caller, document: Name, variables: object) {
  const usual = await ask(caller, document, variables, { extensions: {} });
  let straight = usual;
  const names = await statementsOf(database(), async () => {
    straight = await ask(caller, document, variables);
  });
  return { usual, straight, isStraight: names.length === 1 && (names[0] ?? '').startsWith('straight-') };
}

async function variablesFor(document: Name, callers: readonly Caller[]): Promise<object[]> {
  if (document === 'AreaTree') {
    const [root] = await rows<{ id: string }>(
      `SELECT id FROM area WHERE kind = 'TOWN' ORDER BY code LIMIT 1`,
    );
    return [
      {},
      { depth: 2 },
      { depth: 0 },
      { on: '2010-01-01' },
      { depth: 1, rootId: root?.id },
      { depth: -1 },
    ];
  }
  const people = callers.filter(({ name }) => name.startsWith('resident')).slice(0, 4);
  const ids = [...people.map((each) => each.personId), newUuid(), 'nonsense'];
  if (document.startsWith('Home')) return [{}, ...ids.map((beneficiaryId) => ({ beneficiaryId }))];
  const bookings = await rows<{ id: string }>(
    'SELECT DISTINCT ON (beneficiary_id, state) id FROM booking WHERE beneficiary_id = ANY ($1) ORDER BY beneficiary_id, state',
    [people.map((each) => each.personId)],
  );
  return [...bookings.map(({ id }) => ({ id })), { id: newUuid() }, { id: 'nonsense' }];
}

it.each(Object.keys(documents) as Name[])(
  '%s is answered the same by one statement and by the resolvers, whoever asks',
  async (document) => {
    const callers = await everyone();
    const seen = { straight: 0, refused: 0 };
    for (const caller of callers) {
      for (const variables of await variablesFor(document, callers)) {
        const { usual, straight, isStraight } = await bothWays(caller, document, variables);
        expect({ caller: caller.name, variables, ...straight }).toEqual({
          caller: caller.name,
          variables,
          ...usual,
        });
        if (isStraight) seen.straight += 1;
        if (usual.answer.errors) seen.refused += 1;
        // What a face asks for its own people is never left to the resolvers.
        const isOwn = /AreaTree|Others/.test(document)
          ? caller.face === 'CONSOLE'
          : /resident [1-9]/.test(caller.name);
        const isPlain = !('rootId' in variables) && caller.name !== 'resident 2';
        if (isOwn && isPlain && !usual.answer.errors)
          expect([document, caller.name, variables, isStraight]).toEqual([
            document,
            caller.name,
            variables,
            true,
          ]);
      }
    }
    expect(seen.straight).toBeGreaterThan(10);
    expect(seen.refused).toBeGreaterThan(20);
  },
  240_000,
);

it('who was remembered is nobody as soon as their session, their leave or their duty ends', async () => {
  const callers = await everyone();
  const [carer, elder] = callers as [Caller, Caller];
  const cadre = callers.find(({ name }) => name === 'DISTRICT_CADRE');
  if (!cadre) throw new Error('no cadre');
  const straightly = async (caller: Caller, document: Name, variables: object) => {
    await ask(caller, document, variables);
    expect((await bothWays(caller, document, variables)).isStraight).toBe(true);
  };
  const codeOf = async (caller: Caller, document: Name, variables: object) =>
    (await ask(caller, document, variables)).answer.errors?.map(
      (error) => (error as { extensions: object }).extensions,
    );

  const home = { beneficiaryId: elder.personId };
  await straightly(carer, 'Home', home);
  await rows('UPDATE carer_grant SET revoked_at = now() WHERE carer_id = $1', [carer.personId]);
  expect(await codeOf(carer, 'Home', home)).toEqual([{ code: 'NOT_FOUND' }]);
  await straightly(carer, 'Home', {});

  await straightly(elder, 'Home', {});
  await endSessionsOf(database(), elder.personId);
  expect(await codeOf(elder, 'Home', {})).toContainEqual({ code: 'UNAUTHENTICATED' });

  await straightly(cadre, 'AreaTree', { depth: 1 });
  await rows('UPDATE duty SET ended_at = now() WHERE account_id = $1', [cadre.personId]);
  expect(await codeOf(cadre, 'AreaTree', { depth: 1 })).toEqual([{ code: 'FORBIDDEN' }]);
});
