import '../../testing/production.js';
import { beforeEach, expect, it } from '@jest/globals';
import { personId } from '@linli/domain/access';
import { browser, newId, testApi } from '../../testing/index.js';
import { givenResident } from './people.scenario.js';

const api = testApi();
const REQUEST = `mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) {
  __typename ... on SignInCodeSent { maskedPhone resendAfterSeconds expiresInSeconds } ... on Refused { code } } }`;
const SIGN_IN = `mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) {
  __typename ... on Me { id name phone face actions } ... on Refused { code } } }`;

let next = 0;
const newPhone = (): string =>
  `138${String(10_000_000 + (Date.now() % 1_000_000) * 10 + next++).slice(0, 8)}`;
const phoneOf = () => browser(api.url, 'RESIDENT');

async function request(person: ReturnType<typeof phoneOf>, phone: string) {
  return (await person.ask(REQUEST, { input: { phone } })).data.requestSignInCode;
}
async function signIn(person: ReturnType<typeof phoneOf>, phone: string, code: string) {
  return (await person.ask(SIGN_IN, { input: { phone, code } })).data.signInWithCode;
}
/** The code as one reads it on the outbox page. */
async function codeFor(phone: string): Promise<string | undefined> {
  const page = await (await fetch(`${api.url()}/outbox`)).text();
  return new RegExp(`${phone}</span>\\s*<p>[^<]*?(\\d{6})`).exec(page)?.[1];
}
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
/** As if that much time had passed for all codes and limits. */
const later = async (seconds: number) => {
  await api
    .database()
    .query(
      `UPDATE sign_in_code SET sent_at = sent_at - make_interval(secs => $1), expires_at = expires_at - make_interval(secs => $1)`,
      [seconds],
    );
  await api.database().query(`UPDATE try_count SET ends_at = ends_at - make_interval(secs => $1)`, [seconds]);
};

async function lan(): Promise<string> {
  const phone = newPhone();
  await givenResident(api.database(), { phone, name: '王桂蘭' });
  return phone;
}

beforeEach(() => api.database().query('DELETE FROM try_count'));

it('a resident signs in with the code that came, and is themselves', async () => {
  const phone = await lan();
  const her = phoneOf();
  expect(await request(her, phone)).toEqual({
    __typename: 'SignInCodeSent',
    maskedPhone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    resendAfterSeconds: 60,
    expiresInSeconds: 300,
  });
  const code = (await codeFor(phone)) ?? '';
  expect(await signIn(her, phone, code)).toMatchObject({
    __typename: 'Me',
    name: '王桂蘭',
    phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    face: 'RESIDENT',
    actions: expect.arrayContaining(['BOOK']),
  });
  expect((await her.ask('{ me { name } }')).data.me).toEqual({ name: '王桂蘭' });
  // The code is gone.
  expect(await signIn(phoneOf(), phone, code)).toEqual({ __typename: 'Refused', code: 'CODE_WRONG' });
});

it('after five wrong tries the right code is burned, also when they come at once', async () => {
  const phone = await lan();
  await request(phoneOf(), phone);
  const code = (await codeFor(phone)) ?? '';
  const guesses = await Promise.all(Array.from({ length: 12 }, () => signIn(phoneOf(), phone, wrong(code))));
  const count = (refusal: string) => guesses.filter((guess) => guess?.code === refusal).length;
  expect([count('CODE_WRONG'), count('TOO_MANY_TRIES')]).toEqual([5, 7]);
  expect(await signIn(phoneOf(), phone, code)).toMatchObject({ code: 'TOO_MANY_TRIES' });
  const opened = await api
    .database()
    .query<object[]>(`SELECT FROM sign_in JOIN resident ON resident.id = person_id WHERE phone_masked = $1`, [
      `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    ]);
  expect(opened).toEqual([]);
});

it('four wrong tries leave the fifth', async () => {
  const phone = await lan();
  await request(phoneOf(), phone);
  const code = (await codeFor(phone)) ?? '';
  for (let i = 0; i < 4; i++)
    expect(await signIn(phoneOf(), phone, wrong(code))).toMatchObject({ code: 'CODE_WRONG' });
  expect(await signIn(phoneOf(), phone, code)).toMatchObject({ __typename: 'Me' });
});

it('the right code used by two at once signs in one', async () => {
  const phone = await lan();
  await request(phoneOf(), phone);
  const code = (await codeFor(phone)) ?? '';
  const both = await Promise.all([signIn(phoneOf(), phone, code), signIn(phoneOf(), phone, code)]);
  expect(both.map((one) => one?.__typename).toSorted()).toEqual(['Me', 'Refused']);
});

it('a code ends after five minutes; another may be asked for after one', async () => {
  const phone = await lan();
  await request(phoneOf(), phone);
  const first = (await codeFor(phone)) ?? '';
  expect(await request(phoneOf(), phone)).toEqual({ __typename: 'Refused', code: 'CODE_SENT_RECENTLY' });
  await later(301);
  expect(await signIn(phoneOf(), phone, first)).toMatchObject({ code: 'CODE_EXPIRED' });
  expect(await request(phoneOf(), phone)).toMatchObject({ __typename: 'SignInCodeSent' });
  const second = (await codeFor(phone)) ?? '';
  expect(await signIn(phoneOf(), phone, second)).toMatchObject({ __typename: 'Me' });
});

it('five codes an hour a phone, and no more', async () => {
  const phone = await lan();
  const answers: unknown[] = [];
  for (let i = 0; i < 6; i++) {
    answers.push((await request(phoneOf(), phone))?.code ?? 'sent');
    await api.database().query(`UPDATE sign_in_code SET sent_at = sent_at - interval '61 seconds'`);
  }
  expect(answers).toEqual([...Array<string>(5).fill('sent'), 'TOO_MANY_TRIES']);
  await later(3600);
  expect(await request(phoneOf(), phone)).toMatchObject({ __typename: 'SignInCodeSent' });
});

it('twenty codes an hour an address, whatever the phones', async () => {
  const answers: unknown[] = [];
  for (let i = 0; i < 21; i++) answers.push((await request(phoneOf(), newPhone()))?.code ?? 'sent');
  expect(answers).toEqual([...Array<string>(20).fill('sent'), 'TOO_MANY_TRIES']);
});

it('an unknown phone is answered just as a known one, at each step, and no message is made', async () => {
  const [known, unknown] = [await lan(), newPhone()];
  const steps = async (phone: string) => [
    { ...(await request(phoneOf(), phone)), maskedPhone: '' },
    await request(phoneOf(), phone),
    ...(await Promise.all(Array.from({ length: 6 }, () => signIn(phoneOf(), phone, '000000'))))
      .map((one) => one?.code)
      .toSorted(),
  ];
  expect(await steps(unknown)).toEqual(await steps(known));
  expect(await codeFor(unknown)).toBeUndefined();
  expect(await codeFor(known)).toMatch(/^\d{6}$/);
});

it('known and unknown phones take about the same time', async () => {
  const median = async (phones: string[]) => {
    const times: number[] = [];
    for (const phone of phones) {
      const start = performance.now();
      await request(phoneOf(), phone);
      times.push(performance.now() - start);
      await api.database().query('DELETE FROM try_count');
    }
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  };
  const known = await Promise.all(Array.from({ length: 15 }, lan));
  const unknown = Array.from({ length: 15 }, newPhone);
  await median(Array.from({ length: 5 }, newPhone));
  const [one, other] = [await median(known), await median(unknown)];
  // The aim is 5 ms on a quiet machine; here other tests may run beside it.
  expect(Math.abs(one - other)).toBeLessThan(25);
});

it('is for the residents’ face only', async () => {
  const console = browser(api.url, 'CONSOLE');
  expect((await console.ask(REQUEST, { input: { phone: newPhone() } })).codes).toEqual(['FORBIDDEN']);
});

it.each(['', '12345', '138123456789', 'x'.repeat(10_000), '1381234567\u0000'])(
  'a phone that is not one is bad input: %#',
  async (phone) => {
    const { codes, text } = await phoneOf().ask(REQUEST, { input: { phone } });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    if (phone) expect(text).not.toContain(phone.slice(0, 11));
  },
);

it('a phone lies nowhere in the clear', async () => {
  const phone = '13987651234';
  await givenResident(api.database(), { phone, id: newId(personId) });
  await request(phoneOf(), phone);
  const code = (await codeFor(phone)) ?? '';
  await signIn(phoneOf(), phone, wrong(code));
  await signIn(phoneOf(), phone, code);
  const tables = await api
    .database()
    .query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
  const found: string[] = [];
  const search = async (marker: string) => {
    const hex = Buffer.from(marker).toString('hex');
    for (const { name } of tables) {
      const rows = await api
        .database()
        .query<object[]>(`SELECT FROM "${name}" t WHERE t::text LIKE $1 OR t::text LIKE $2`, [
          `%${marker}%`,
          `%${hex}%`,
        ]);
      if (rows.length > 0) found.push(name);
    }
  };
  await search(phone);
  expect(found).toEqual([]);
  // The search would find it.
  await search('139****1234');
  expect(found).toEqual(['resident']);
});

it('the page of the outbox is readable, of both languages, and looks again by itself', async () => {
  const phone = await lan();
  await request(phoneOf(), phone);
  const response = await fetch(`${api.url()}/outbox`);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const page = await response.text();
  expect(page).toContain('http-equiv="refresh" content="5"');
  expect(page).toContain('發件箱');
  expect(page).toContain('Outbox');
  expect(page).toContain(phone);
});
