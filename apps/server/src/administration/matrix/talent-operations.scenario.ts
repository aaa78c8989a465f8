import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { membersGiven } from './members-given.scenario.js';
import { type Operation, read, type Tried } from './operation.scenario.js';
import { CADRES, row, type Row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const LINE = 'yes yes none none';
/** Those whom somebody on a list may follow do not see it. */
const APPOINTS = row(['DISTRICT_CADRE', 'TOWN_CADRE'], LINE);

export const talentTable: Readonly<Record<string, Row>> = {
  estateSecretaries: row(CADRES, LINE),
  ...{ reserveEntries: APPOINTS, addToReserve: APPOINTS, closeReserve: APPOINTS },
};

export function talentOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const { givenBranch, givenNeighbour } = membersGiven(api);
  const sql = (text: string, values: unknown[]) => api.database().query<object[]>(text, values);
  async function givenVillage(tried: Tried): Promise<string> {
    const id = await givenBranch(tried);
    await sql(`UPDATE organisation SET kind = 'VILLAGE_BRANCH' WHERE id = $1`, [id]);
    return id;
  }
  const asks = (document: string): Operation =>
    read(async (tried) => {
      const id = await givenVillage(tried);
      return () => ask(tried.viewer, document, { id });
    });
  return {
    estateSecretaries: asks(
      'query ($id: ID!) { estateSecretaries(organisationId: $id, first: 5) { secretaries { id } } }',
    ),
    reserveEntries: asks(`query ($id: ID!) {
      reserveEntries(organisationId: $id, list: COMMUNITY_RESERVE, closed: false, first: 5) { standing } }`),
    async addToReserve(tried) {
      const [organisationId, residentId] = [await givenVillage(tried), await givenNeighbour(tried)];
      const input = { id: newUuid(), list: 'COMMUNITY_RESERVE', organisationId, residentId };
      return () => mutate(tried.viewer, 'addToReserve', { ...input, since: '2026-01-01', note: null });
    },
    async closeReserve(tried) {
      const [organisationId, residentId] = [await givenVillage(tried), await givenNeighbour(tried)];
      const id = newUuid();
      await sql(
        `INSERT INTO reserve_entry (id, list, organisation_id, resident_id, since, added_by)
         VALUES ($1, 'COMMUNITY_RESERVE', $2, $3, '2025-01-01', '測試')`,
        [id, organisationId, residentId],
      );
      const input = { id, lastDay: '2026-06-30', outcome: 'TAKEN_OFF' };
      return () => mutate(tried.viewer, 'closeReserve', input);
    },
  };
}
