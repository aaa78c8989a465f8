import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { membersGiven } from './members-given.scenario.js';
import { type Operation, read, type Tried } from './operation.scenario.js';
import { CADRES, row, type Row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const KEEPERS = row([...CADRES, 'BRANCH_SECRETARY'], 'yes yes none none');

export const becomingTable: Readonly<Record<string, Row>> = {
  ...{ becomingDossiers: KEEPERS, becomingDossier: KEEPERS, openDossier: KEEPERS, takeStep: KEEPERS },
  ...{ reviewActivist: KEEPERS, extendProbation: KEEPERS, prolongApproval: KEEPERS, stopDossier: KEEPERS },
};

export function becomingOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const { givenBranch, givenNeighbour } = membersGiven(api);
  const sql = (text: string, values: unknown[]) => api.database().query<object[]>(text, values);
  /** Somebody who has come so many steps far. */
  async function givenDossier(tried: Tried, steps = 1): Promise<string> {
    const [id, organisationId, residentId] = [
      newUuid(),
      await givenBranch(tried),
      await givenNeighbour(tried),
    ];
    await sql('INSERT INTO becoming_dossier (id, organisation_id, resident_id) VALUES ($1, $2, $3)', [
      ...[id, organisationId, residentId],
    ]);
    await sql(
      `INSERT INTO becoming_step (dossier_id, step, taken_on, sent, recorded_by) SELECT $1, step, '2025-01-01', '{}', '甲' FROM generate_series(1, $2) step`,
      [id, steps],
    );
    return id;
  }
  const on =
    (field: string, more: object, steps?: number): Operation =>
    async (tried) => {
      const dossierId = await givenDossier(tried, steps);
      return () => mutate(tried.viewer, field, { dossierId, ...more });
    };
  const none = { introducers: [], trainingHours: null, trainingDays: null };
  return {
    becomingDossiers: read(async (tried) => {
      const id = await givenBranch(tried);
      return () =>
        ask(tried.viewer, 'query ($id: ID!) { becomingDossiers(organisationId: $id) { id } }', { id });
    }),
    becomingDossier: read(async (tried) => {
      const id = await givenDossier(tried);
      return () => ask(tried.viewer, 'query ($id: ID!) { becomingDossier(id: $id) { id } }', { id });
    }),
    async openDossier(tried) {
      const [organisationId, residentId] = [await givenBranch(tried), await givenNeighbour(tried)];
      const input = {
        id: newUuid(),
        organisationId,
        residentId,
        on: '2026-01-01',
        papers: ['APPLICATION_LETTER'],
      };
      return () => mutate(tried.viewer, 'openDossier', input);
    },
    takeStep: on('takeStep', { step: 2, on: '2025-01-09', papers: ['TALK_RECORD'], ...none }),
    async reviewActivist(tried) {
      const input = { id: newUuid(), dossierId: await givenDossier(tried, 3), on: '2026-01-01', note: '好' };
      return () => mutate(tried.viewer, 'reviewActivist', input);
    },
    extendProbation: on('extendProbation', { months: 6 }, 17),
    prolongApproval: on('prolongApproval', { reason: '換屆' }, 16),
    stopDossier: on('stopDossier', { on: '2026-01-01', reason: '遷出' }),
  };
}
