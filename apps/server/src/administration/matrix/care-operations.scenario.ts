import { CareScope } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { sealedPhone } from '../../organisation/people/index.js';
import { newUuid } from '../../platform/database/index.js';
import { readEnvironment } from '../../platform/environment.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read, type Tried } from './operation.scenario.js';
import { CADRES, row, type Row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

/** A centre's staff reach those who live where it serves; a resident their own grants alone. */
const KEEPERS = row(CADRES, 'yes yes none none', {
  ...{ CENTRE_STAFF: 'yes yes none none', RESIDENT: 'none none none none' },
});

export const careTable: Readonly<Record<string, Row>> = {
  careGrants: KEEPERS,
  grantCare: KEEPERS,
  changeCare: KEEPERS,
  revokeCare: KEEPERS,
};

let phones = 13_700_000_000;

/** Elders of a place, and what is done about who cares for them. */
export function careOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const until = () => addDays(plainDateOf(new Date()), 30);
  const proof = { until: until(), scopes: ['BOOKINGS'], reason: '櫃台辦理' };

  async function givenResident({ area }: Pick<Tried, 'area'>, name: string, phone: string) {
    const id = newUuid();
    const { phoneCipher, phoneIndex, phoneMasked } = sealedPhone(
      readEnvironment({ PORT: '0' }).dataKey,
      phone,
    );
    await api.database().query(
      `INSERT INTO resident (id, name, birth_date, building_id, phone_cipher, phone_index, phone_masked)
       VALUES ($1, $2, '1948-01-01', $3, $4, $5, $6)`,
      [id, name, area, phoneCipher, phoneIndex, phoneMasked],
    );
    return id;
  }
  async function givenTwo(tried: Tried) {
    phones += 2;
    const carerPhone = String(phones);
    const elderId = await givenResident(tried, '李桂蘭', String(phones + 1));
    const carerId = await givenResident(tried, '王曉敏', carerPhone);
    return { elderId, carerId, carer: { carerName: '王曉敏', carerPhone } };
  }
  async function givenGrant(tried: Tried): Promise<string> {
    const { elderId, carerId } = await givenTwo(tried);
    const id = newUuid();
    await api.database().query(
      `INSERT INTO carer_grant (id, elder_id, carer_id, scopes, ends_at)
       VALUES ($1, $2, $3, $4, now() + interval '1 day')`,
      [id, elderId, carerId, Object.values(CareScope)],
    );
    return id;
  }
  return {
    careGrants: read(async (tried) => {
      const { elderId } = await givenTwo(tried);
      return () =>
        ask(tried.viewer, 'query ($id: ID!) { careGrants(residentId: $id) { id } }', { id: elderId });
    }),
    async grantCare(tried) {
      const { elderId, carer } = await givenTwo(tried);
      return () => mutate(tried.viewer, 'grantCare', { id: newUuid(), elderId, ...carer, ...proof });
    },
    async changeCare(tried) {
      const id = await givenGrant(tried);
      return () => mutate(tried.viewer, 'changeCare', { id, ...proof });
    },
    async revokeCare(tried) {
      const id = await givenGrant(tried);
      return () => mutate(tried.viewer, 'revokeCare', { id, reason: '櫃台辦理' });
    },
  };
}
