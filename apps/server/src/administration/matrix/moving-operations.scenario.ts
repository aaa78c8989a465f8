import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { membersGiven } from './members-given.scenario.js';
import { type Operation, read, type Tried } from './operation.scenario.js';
import { CADRES, row, type Row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

const KEEPERS = row([...CADRES, 'BRANCH_SECRETARY'], 'yes yes none none');

export const movingTable: Readonly<Record<string, Row>> = {
  ...{ movingMembers: KEEPERS, recordMoving: KEEPERS, reportMoving: KEEPERS, endMoving: KEEPERS },
  ...{
    inServiceMembers: KEEPERS,
    reportToEstate: KEEPERS,
    recordEstateService: KEEPERS,
    replyToUnit: KEEPERS,
  },
};

export function movingOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const { givenBranch, givenNeighbour, givenMember } = membersGiven(api);
  const sql = (text: string, values: unknown[]) => api.database().query<object[]>(text, values);
  async function givenMoving(tried: Tried): Promise<string> {
    const [id, { residentId, organisationId }] = [newUuid(), await givenMember(tried)];
    await sql(
      `INSERT INTO moving_member (id, resident_id, organisation_id, direction, since, expected_until, place, every_months,
         recorded_by) VALUES ($1, $2, $3, 'OUT', '2025-01-01', '2027-01-01', '深圳', 3, '測試')`,
      [id, residentId, organisationId],
    );
    return id;
  }
  async function givenReport(tried: Tried): Promise<string> {
    const [id, residentId, organisationId] = [
      newUuid(),
      await givenNeighbour(tried),
      await givenBranch(tried),
    ];
    await sql(
      `INSERT INTO estate_report (id, resident_id, organisation_id, unit, level, since, recorded_by)
       VALUES ($1, $2, $3, '水利局', 'DISTRICT', '2025-01-01', '測試')`,
      [id, residentId, organisationId],
    );
    return id;
  }
  const lists = (field: string): Operation =>
    read(async (tried) => {
      const id = await givenBranch(tried);
      return () => ask(tried.viewer, `query ($id: ID!) { ${field}(organisationId: $id) { id } }`, { id });
    });
  const on =
    (field: string, given: (tried: Tried) => Promise<string>, inputOf: (id: string) => object): Operation =>
    async (tried) => {
      const input = inputOf(await given(tried));
      return () => mutate(tried.viewer, field, input);
    };
  return {
    ...{ movingMembers: lists('movingMembers'), inServiceMembers: lists('inServiceMembers') },
    async recordMoving(tried) {
      const { residentId, organisationId } = await givenMember(tried);
      const input = {
        ...{ id: newUuid(), residentId, organisationId, direction: 'OUT', since: '2026-01-01' },
        ...{ expectedUntil: '2027-01-01', place: '深圳', contact: null, everyMonths: 3 },
      };
      return () => mutate(tried.viewer, 'recordMoving', input);
    },
    reportMoving: on('reportMoving', givenMoving, (movingId) => ({
      ...{ id: newUuid(), movingId, heardOn: '2026-06-01', note: null },
    })),
    endMoving: on('endMoving', givenMoving, (id) => ({ id, lastDay: '2026-06-01' })),
    async reportToEstate(tried) {
      const [residentId, organisationId] = [await givenNeighbour(tried), await givenBranch(tried)];
      const input = { id: newUuid(), residentId, organisationId, unit: '水利局', level: 'DISTRICT' };
      return () => mutate(tried.viewer, 'reportToEstate', { ...input, since: '2026-01-01' });
    },
    recordEstateService: on('recordEstateService', givenReport, (reportId) => ({
      ...{ id: newUuid(), reportId, servedOn: '2026-06-01', what: '清掃' },
    })),
    replyToUnit: on('replyToUnit', givenReport, (reportId) => ({
      ...{ id: newUuid(), reportId, year: 2026, text: '表現好' },
    })),
  };
}
