import { accountName, type AreaId, personId, type Viewer } from '@linli/domain/access';
import { line } from '@linli/domain/base';
import { z } from 'zod';
import { type Database, newUuid, statement, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { createAccount } from './grant-duty.js';

export const firstCadreInput = z.object({ account: accountName, name: line(40) });

export type FirstCadre =
  | { readonly is: 'MADE'; readonly account: string; readonly password: string; readonly district: string }
  | { readonly is: 'NOT_THE_FIRST' | 'NO_DISTRICT' | 'NAME_TAKEN' };

// Two that are called at the same moment make one account.
const lock = statement<object, never>({
  name: 'first-cadre-lock',
  text: 'SELECT pg_advisory_xact_lock(4111105)',
});

/** Also one that is disabled, or whose duty has ended: whoever it was handed the house on, and it is not for us to take it. */
const anyCadre = statement<object, { is: boolean }>({
  name: 'any-district-cadre',
  text: `SELECT EXISTS (SELECT FROM duty WHERE role = 'DISTRICT_CADRE') AS is`,
});

const theDistrict = statement<object, { id: AreaId; name: string }>({
  name: 'the-district',
  text: 'SELECT id, name FROM area WHERE parent_id IS NULL',
});

/** The account that makes all others, with a password for one sign-in. Only while the house has never had a cadre. */
export const makeFirstCadre = (
  db: Database,
  { account, name }: z.output<typeof firstCadreInput>,
): Promise<FirstCadre> =>
  transaction(db, async (tx) => {
    await lock(tx, {});
    const [known] = await anyCadre(tx, {});
    if (known?.is !== false) return { is: 'NOT_THE_FIRST' };
    const [district] = await theDistrict(tx, {});
    if (!district) return { is: 'NO_DISTRICT' };
    const duty = {
      role: 'DISTRICT_CADRE',
      areaId: district.id,
      organisationId: null,
      centreId: null,
    } as const;
    const made = await createAccount(tx, house(duty), {
      ...{ id: personId.parse(newUuid()), account, name },
      ...duty,
    });
    if (made instanceof Refused) return { is: 'NAME_TAKEN' };
    return { is: 'MADE', account, password: made.password, district: district.name };
  });

/** Who may make it: nobody is signed in yet, and the trail says so. */
const house = (duty: Viewer['duties'][number]): Viewer => ({
  personId: personId.parse(newUuid()),
  face: 'CONSOLE',
  name: 'first-cadre',
  duties: [duty],
  caresFor: [],
});
