import '../testing/production.js';
import { describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { browser, testApi } from '../testing/index.js';
import { ME, PASSWORD, type Person, SIGN_IN, signInScenario } from './sign-in.scenario.js';

const api = testApi();
const { givenAccount, newPerson, signIn, isIn } = signInScenario(api);

describe('passwords', () => {
  it('an unknown account and a wrong password are answered alike; what is disabled is told to its owner only', async () => {
    const { id, account } = await givenAccount();
    const wrong = await signIn(newPerson(), account, 'something else');
    expect(wrong).toEqual({ __typename: 'Refused', code: 'CREDENTIALS_WRONG' });
    expect(await signIn(newPerson(), 'nobody-at-all')).toEqual(wrong);
    await api
      .database()
      .query(`UPDATE account SET disabled_at = now(), disabled_reason = '調離' WHERE id = $1`, [id]);
    expect(await signIn(newPerson(), account, 'something else')).toEqual(wrong);
    expect(await signIn(newPerson(), account)).toMatchObject({ code: 'ACCOUNT_DISABLED' });
  });

  it('after ten tries even the right one waits', async () => {
    const { account } = await givenAccount();
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => signIn(newPerson(), account, 'a wrong guess')),
    );
    expect(tries.filter((one) => one?.code === 'CREDENTIALS_WRONG')).toHaveLength(10);
    expect(await signIn(newPerson(), account)).toMatchObject({ code: 'TOO_MANY_TRIES' });
    await api.database().query('DELETE FROM try_count');
    expect(await signIn(newPerson(), account)).toMatchObject({ __typename: 'Me' });
  });

  it('a failure is on the trail, with the reason and without what was typed', async () => {
    const { id, account } = await givenAccount();
    await signIn(newPerson(), account, 'typed-secret');
    await signIn(newPerson(), 'typed-in-the-wrong-field', 'x');
    const rows = await api
      .database()
      .query<{ text: string; actor: string | null }[]>(
        `SELECT audit_entry::text AS text, actor_id AS actor FROM audit_entry WHERE action = 'SIGN_IN_FAILED' ORDER BY sequence DESC LIMIT 2`,
      );
    expect(rows.map(({ actor }) => actor)).toEqual([null, id]);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/typed/);
  });

  it('is for the console only: a code for residents opens no console, a password no resident’s app', async () => {
    const resident = browser(api.url, 'RESIDENT');
    expect((await resident.ask(SIGN_IN, { input: { account: 'anyone', password: 'x' } })).codes).toEqual([
      'FORBIDDEN',
    ]);
  });
});

describe('the one-time step', () => {
  it('is set up with the password, proven, asked for, and each code opens once', async () => {
    const { account } = await givenAccount();
    const person = newPerson();
    await signIn(person, account);
    const start = `mutation ($input: StartTotpInput!) { startTotp(input: $input) { __typename ... on TotpSecret { secret uri } ... on Refused { code } } }`;
    expect((await person.ask(start, { input: { password: 'not mine' } })).data.startTotp).toMatchObject({
      code: 'CREDENTIALS_WRONG',
    });
    const { secret, uri } = (await person.ask(start, { input: { password: PASSWORD } })).data.startTotp as {
      secret: string;
      uri: string;
    };
    expect(uri).toMatch(/^otpauth:\/\/totp\/Linli/);
    const [{ sealed } = { sealed: '' }] = await api
      .database()
      .query<{ sealed: string }[]>(
        `SELECT encode(totp_pending, 'escape') AS sealed FROM account WHERE account = $1`,
        [account],
      );
    expect(sealed).not.toContain(secret);

    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const codeAt = (steps: number) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
    // Not proven yet: nobody is asked for it.
    expect(await signIn(newPerson(), account)).toMatchObject({ __typename: 'Me' });
    const confirm = async (code: string) =>
      (
        await person.ask(`mutation ($input: ConfirmTotpInput!) { confirmTotp(input: $input) { ${ME} } }`, {
          input: { code },
        })
      ).data.confirmTotp;
    expect(await confirm(codeAt(-5))).toMatchObject({ code: 'TOTP_WRONG' });
    expect(await confirm(codeAt(-1))).toMatchObject({ totpOn: true });

    expect(await signIn(newPerson(), account)).toMatchObject({ code: 'TOTP_NEEDED' });
    // The step that proved it is used up, and so is each one after its first use.
    expect(await signIn(newPerson(), account, PASSWORD, codeAt(-1))).toMatchObject({ code: 'TOTP_WRONG' });
    const now = codeAt(0);
    const both = await Promise.all([
      signIn(newPerson(), account, PASSWORD, now),
      signIn(newPerson(), account, PASSWORD, now),
    ]);
    expect(both.map((one) => one?.__typename).toSorted()).toEqual(['Me', 'Refused']);
    expect(await signIn(newPerson(), account, PASSWORD, codeAt(4))).toMatchObject({ code: 'TOTP_WRONG' });

    await api.database().query('DELETE FROM try_count');
    const stop = `mutation ($input: StopTotpInput!) { stopTotp(input: $input) { ${ME} } }`;
    expect((await person.ask(stop, { input: { password: PASSWORD } })).data.stopTotp).toMatchObject({
      totpOn: false,
    });
    expect(await signIn(newPerson(), account)).toMatchObject({ __typename: 'Me' });
  });
});

describe('sessions', () => {
  it('signing in changes the token, and the one before is worth nothing', async () => {
    const { account } = await givenAccount();
    const person = newPerson();
    await signIn(person, account);
    const before = person.cookie();
    await signIn(person, account);
    expect(person.cookie()).not.toBe(before);
    const thief = newPerson();
    expect((await thief.ask('{ me { name } }', {}, { cookie: before })).data.me).toBeNull();
    expect(await isIn(person)).toBe(true);
  });

  it('the cookie is what it should be, and the token is nowhere in the database', async () => {
    const { account } = await givenAccount();
    const response = await fetch(`${api.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-linli-face': 'CONSOLE' },
      body: JSON.stringify({ query: SIGN_IN, variables: { input: { account, password: PASSWORD } } }),
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^linli_console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    const token = cookie.slice('linli_console='.length, 'linli_console='.length + 43);
    const found = await api
      .database()
      .query<object[]>(`SELECT FROM sign_in WHERE sign_in::text LIKE $1 OR sign_in::text LIKE $2`, [
        `%${token}%`,
        `%${Buffer.from(token).toString('hex')}%`,
      ]);
    expect(found).toEqual([]);
  });

  it.each([
    ['thirty idle minutes', `last_seen_at = now() - interval '31 minutes'`],
    ['twelve hours', `ends_at = now() - interval '1 second'`],
  ])('a console ends after %s', async (_what, change) => {
    const { id, account } = await givenAccount();
    const person = newPerson();
    await signIn(person, account);
    expect(await isIn(person)).toBe(true);
    await api.database().query(`UPDATE sign_in SET ${change} WHERE person_id = $1`, [id]);
    expect(await isIn(person)).toBe(false);
  });

  it('one sees one’s own, ends one or all of them, and nobody else’s', async () => {
    const [mine, theirs] = [await givenAccount(), await givenAccount()];
    const [desk, phone, other] = [newPerson(), newPerson(), newPerson()];
    await signIn(desk, mine.account);
    await signIn(phone, mine.account);
    await signIn(other, theirs.account);
    const list = async (person: Person) =>
      (await person.ask('{ mySessions { id current face } }')).data.mySessions as unknown as {
        id: string;
        current: boolean;
      }[];
    const sessions = await list(desk);
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    const revoke = (person: Person, id: string | undefined) =>
      person.ask(
        'mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { ... on SignedOut { sessions } } }',
        { input: { id } },
      );
    const [foreign] = await list(other);
    expect((await revoke(desk, foreign?.id)).codes).toEqual(['NOT_FOUND']);
    expect(await isIn(other)).toBe(true);
    expect((await revoke(desk, sessions[1]?.id)).data.revokeSession).toEqual({ sessions: 1 });
    expect([await isIn(desk), await isIn(phone)]).toEqual([true, false]);

    await signIn(phone, mine.account);
    const out = await desk.ask(
      'mutation { signOut(input: { everywhere: true }) { ... on SignedOut { sessions } } }',
    );
    expect(out.data.signOut).toEqual({ sessions: 2 });
    expect([desk.jar.size, await isIn(phone), await isIn(other)]).toEqual([0, false, true]);
  });

  it('a new password ends all other sessions, and this one gets a new token', async () => {
    const { account } = await givenAccount();
    const [desk, elsewhere] = [newPerson(), newPerson()];
    await signIn(desk, account);
    await signIn(elsewhere, account);
    const before = desk.cookie();
    await desk.ask(`mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ${ME} } }`, {
      input: { current: PASSWORD, next: 'another long phrase' },
    });
    expect([await isIn(desk), await isIn(elsewhere), desk.cookie() === before]).toEqual([true, false, false]);
  });
});
