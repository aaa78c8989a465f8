import '../testing/production.js';
import { afterEach, expect, it, jest } from '@jest/globals';
import { personId } from '@linli/domain/access';
import { browser, listenToLog, newId, testApi } from '../testing/index.js';
import { factsOf, log, setLogLevel } from './log.js';

const api = testApi();
afterEach(() => {
  jest.restoreAllMocks();
  setLogLevel('info');
});

const lines = (heard: readonly string[]) =>
  heard.map((line) => JSON.parse(line) as Record<string, unknown> & { error?: Record<string, unknown> });

it.each([
  ['silent', []],
  ['error', ['fatal', 'error']],
  ['warn', ['fatal', 'error', 'warn']],
  ['info', ['fatal', 'error', 'warn', 'info']],
  ['debug', ['fatal', 'error', 'warn', 'info', 'debug']],
])('LOG_LEVEL=%s', (level, expected) => {
  const heard = listenToLog();
  setLogLevel(level);
  for (const write of [log.fatal, log.error, log.warn, log.info, log.debug]) write('words');
  expect(lines(heard).map(({ level: at }) => at)).toEqual(expected);
});

it('each line is JSON with its moment, its level and its words', () => {
  const heard = listenToLog();
  log.error('a job failed', { job: 'x:y', error: factsOf(new RangeError('too far')) });
  expect(lines(heard)).toEqual([
    {
      level: 'error',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      msg: 'a job failed',
      job: 'x:y',
      error: { kind: 'RangeError', words: 'too far', at: expect.arrayContaining([]) },
    },
  ]);
  expect(heard).toEqual([expect.stringMatching(/^[^\n]*\n$/)]);
});

const PHONE = '13912344321';
const NAME = '慕容標記人';
const TOKEN = 'Zk3x_Qm-7fGh2Lp0WnRtYv5BcDsAe1Ju9KiO8XqM4Hw';
const PERSONAL = [PHONE, NAME, TOKEN, 'Marker Person'];

it('of an error only what is no person’s', () => {
  const driver = Object.assign(new Error(`Key (phone)=(${PHONE}) exists\n    at ${NAME}`), {
    ...{ severity: 'ERROR', code: '23505', table: 'resident', constraint: 'one_phone', detail: PHONE },
  });
  expect(factsOf(driver)).toMatchObject({ kind: 'database', code: '23505', table: 'resident' });
  const parser = new SyntaxError(
    `Unexpected "Marker Person", ${TOKEN}, ${NAME} or ${PHONE} in JSON at position 42`,
  );
  expect(factsOf(parser)).toMatchObject({
    kind: 'SyntaxError',
    words: 'Unexpected "…", …, … or … in JSON at position 42',
  });
  const odd = new Error(`first line\n    at ${PHONE}:1:1`);
  for (const facts of [driver, parser, odd, PHONE, { phone: PHONE }].map(factsOf))
    for (const marker of PERSONAL) expect(JSON.stringify(facts)).not.toContain(marker);
  expect(factsOf(odd).at[0]).toContain('log.test');
});

it('a request is logged by what stands in the schema: no phone, name or token of it, whatever it says', async () => {
  setLogLevel('trace');
  const heard = listenToLog();
  const cookie = { cookie: `linli_resident=${TOKEN}; linli_console=${TOKEN}` };
  const resident = browser(api.url, 'RESIDENT');
  const ask = resident.ask.bind(resident);
  const sent = { phone: PHONE, code: '123456' };
  const signIn = `mutation Of${PHONE} ($input: SignInWithCodeInput!) { m${PHONE}: signInWithCode(input: $input) { __typename } }`;
  await ask(signIn, { input: sent }, cookie);
  await ask(`query Of_${PHONE} { me { name } }`, { input: NAME }, cookie);
  await ask(`{ person(name: "${NAME}", token: "${TOKEN}") { phone } }`, {}, cookie);
  await ask(`{ "${NAME}" ${PHONE}`, {}, cookie);
  await ask(
    'query ($text: String!, $centreId: ID!) { findResidents(text: $text, centreId: $centreId) { id } }',
    {
      ...{ text: NAME, centreId: newId(personId) },
    },
  );
  await fetch(`${api.url()}/graphql?token=${TOKEN}&name=${encodeURIComponent(NAME)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-linli-face': 'CONSOLE' },
    body: `{"query": "${NAME} ${PHONE}`,
  });
  jest.restoreAllMocks();

  const said = heard.join('');
  expect(lines(heard).map(({ operation, outcome }) => `${String(operation)}: ${String(outcome)}`)).toEqual([
    'mutation signInWithCode: REFUSED',
    'query me: OK',
    'none: BAD_USER_INPUT',
    'none: BAD_USER_INPUT',
    'query findResidents: UNAUTHENTICATED',
  ]);
  for (const marker of [...PERSONAL, '123456'])
    expect([marker, said.includes(marker)]).toEqual([marker, false]);
});
