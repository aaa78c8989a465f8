import { beforeAll } from '@jest/globals';
import { personId } from '@linli/domain/access';
import { hashPassword } from '../access/accounts/index.js';
import { newUuid } from '../platform/database/index.js';
import { browser, newId, type testApi } from '../testing/index.js';
import { givenDistrict } from './district.scenario.js';

export const PASSWORD = 'a long pass phrase';
export const ME = '__typename ... on Me { name totpOn } ... on Refused { code }';
export const SIGN_IN = `mutation ($input: SignInWithPasswordInput!) { signInWithPassword(input: $input) { ${ME} } }`;
export type Person = ReturnType<typeof browser>;

/** The words of signing in with a password. */
export function signInScenario(api: ReturnType<typeof testApi>) {
  let district: Awaited<ReturnType<typeof givenDistrict>>;
  let hash: string;
  beforeAll(async () => {
    district = await givenDistrict(api.database());
    hash = await hashPassword(PASSWORD);
  });

  async function givenAccount(): Promise<{ id: string; account: string }> {
    const id = newId(personId);
    const account = `c${id.slice(-12)}`;
    await api.database().query(
      `INSERT INTO account (id, account, name, password_hash, must_change_password)
       VALUES ($1, $2, '王曉敏', $3, false)`,
      [id, account, hash],
    );
    await api.database().query(
      `INSERT INTO duty (id, account_id, role, area_id, valid_from)
       VALUES ($1, $2, 'COMMUNITY_CADRE', $3, '2020-01-01')`,
      [newUuid(), id, district.community],
    );
    return { id, account };
  }

  return {
    places: () => district,
    givenAccount,
    newPerson: (): Person => browser(api.url, 'CONSOLE'),
    signIn: async (person: Person, account: string, password = PASSWORD, totp?: string) =>
      (await person.ask(SIGN_IN, { input: { account, password, totp } })).data.signInWithPassword,
    isIn: async (person: Person): Promise<boolean> => (await person.ask('{ me { name } }')).data.me !== null,
  };
}
