import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { membersGiven } from './members-given.scenario.js';
import { type Operation, read, type Tried } from './operation.scenario.js';
import { CADRES, row, type Row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const LINE = 'yes yes none none';
/** Whoever looks after members sees who leads them; only cadres record it. */
const SEES = row([...CADRES, 'BRANCH_SECRETARY'], LINE);

export const postTable: Readonly<Record<string, Row>> = {
  ...{ posts: SEES, postCounts: SEES, postHistory: SEES, selfRuleUnits: SEES },
  ...{ beginPost: row(CADRES, LINE), endPost: row(CADRES, LINE) },
};

export function postOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const { givenBranch, givenNeighbour } = membersGiven(api);
  async function givenPost(asked: Tried): Promise<{ id: string; organisationId: string }> {
    const [id, organisationId, residentId] = [
      newUuid(),
      await givenBranch(asked),
      await givenNeighbour(asked),
    ];
    await api.database().query(
      `INSERT INTO post_version (id, kind, organisation_id, resident_id, selection, valid_from, recorded_by)
       VALUES ($1, 'BUILDING_LEAD', $2, $3, 'APPOINTED', '2025-01-01', '測試')`,
      [id, organisationId, residentId],
    );
    return { id, organisationId };
  }
  const asks = (document: string): Operation =>
    read(async (tried) => {
      const { organisationId: id } = await givenPost(tried);
      return () => ask(tried.viewer, document, { id });
    });
  return {
    posts: asks('query ($id: ID!) { posts(organisationId: $id, first: 5) { posts { id } } }'),
    postCounts: asks('query ($id: ID!) { postCounts(organisationId: $id) { standing } }'),
    postHistory: asks('query ($id: ID!) { postHistory(organisationId: $id) { id } }'),
    selfRuleUnits: asks('query ($id: ID!) { selfRuleUnits(organisationId: $id) { isOne } }'),
    async beginPost(tried) {
      const [organisationId, residentId] = [await givenBranch(tried), await givenNeighbour(tried)];
      const input = {
        ...{ id: newUuid(), organisationId, residentId, kind: 'BUILDING_LEAD', selection: 'APPOINTED' },
        ...{ source: null, from: '2026-01-01', termEndsOn: null, replaces: null, documentNumber: null },
      };
      return () => mutate(tried.viewer, 'beginPost', input);
    },
    async endPost(tried) {
      const { id } = await givenPost(tried);
      const input = { id, lastDay: '2026-06-30', ending: 'RESIGNED', documentNumber: null };
      return () => mutate(tried.viewer, 'endPost', input);
    },
  };
}
