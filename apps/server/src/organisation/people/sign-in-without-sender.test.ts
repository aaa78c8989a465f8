import '../../testing/production.js';
import { expect, it, jest } from '@jest/globals';
import { browser, listenToLog, newId, testApi } from '../../testing/index.js';
import { personId } from '@linli/domain/access';
import { ResidentRecord, sealedPhone } from './index.js';
import { givenArea } from './people.scenario.js';
import type { PlainDate } from '@linli/domain/base';

const KEY = 'ab'.repeat(32);
const api = testApi({ DEMONSTRATION: 'off', DATA_KEY: KEY });
const REQUEST = `mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) { __typename ... on SignInCodeSent { maskedPhone } } }`;

it('outside the demonstration there is no outbox, nothing is kept or logged, and the answer is the same', async () => {
  const phone = '13955556666';
  const home = await givenArea(api.database());
  await api.database().insert(ResidentRecord, {
    id: newId(personId),
    name: '王桂蘭',
    birthDate: '1950-05-01' as PlainDate,
    buildingId: home.id,
    ...sealedPhone(Buffer.from(KEY, 'hex'), phone),
  });
  const logged = listenToLog();
  const ask = async (number: string) =>
    (await browser(api.url, 'RESIDENT').ask(REQUEST, { input: { phone: number } })).data.requestSignInCode;
  expect(await ask(phone)).toEqual({ __typename: 'SignInCodeSent', maskedPhone: '139****6666' });
  expect(await ask('13955557777')).toEqual({ __typename: 'SignInCodeSent', maskedPhone: '139****7777' });
  expect(logged).toEqual([]);
  jest.restoreAllMocks();

  expect((await fetch(`${api.url()}/outbox`)).status).toBe(404);
  expect(await api.database().query('SELECT FROM outbox')).toEqual([]);
});

it('cookies travel over TLS only', async () => {
  const response = await fetch(`${api.url()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-linli-face': 'RESIDENT' },
    body: JSON.stringify({ query: 'mutation { signOut(input: { everywhere: false }) { __typename } }' }),
  });
  expect(response.headers.getSetCookie()).toEqual([
    'linli_resident=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure',
  ]);
});
