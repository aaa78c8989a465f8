import { buffer } from 'node:stream/consumers';
import { newUuid } from '../../platform/database/index.js';
import { xlsxOf } from '../../platform/files/index.js';
import type { testApi } from '../../testing/index.js';
import { membersGiven } from './members-given.scenario.js';
import { type Operation, read } from './operation.scenario.js';
import { CADRES, row, type Row } from './place-row.scenario.js';
import { asker } from './refusal-driver.scenario.js';

/** Who looks after a branch, by its place: a lead of a grid or a building sees neighbours, and no member in any of them. */
const KEEPERS = row([...CADRES, 'BRANCH_SECRETARY'], 'yes yes none none');

export const memberTable: Readonly<Record<string, Row>> = {
  members: KEEPERS,
  memberCounts: KEEPERS,
  member: KEEPERS,
  peopleToJoin: KEEPERS,
  joinOrganisation: KEEPERS,
  transferMember: KEEPERS,
  changeMemberStage: KEEPERS,
  endMembership: KEEPERS,
  exemptMember: KEEPERS,
  endExemption: KEEPERS,
  previewMemberSheet: KEEPERS,
  importMemberSheet: KEEPERS,
};

/** Whoever was given as a member becomes a full one. */
async function aSheet(): Promise<string> {
  const rows = [
    ['Name', 'Born', 'Stage', 'In this stage since'],
    ['邱建業', '1948-01-01', '正式黨員', '2026-06-01'],
  ];
  return (await buffer(await xlsxOf({ name: 'x', widths: [], rows }))).toString('base64');
}

/** A branch that covers the place, and what is done with who belongs to it. */
export function memberOperations(api: ReturnType<typeof testApi>): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const sql = (text: string, values: unknown[]) => api.database().query<object[]>(text, values);

  const { givenBranch, givenNeighbour, givenMember } = membersGiven(api);
  const change = (residentId: string) => ({
    ...{ id: newUuid(), residentId, effectiveOn: '2026-06-01', documentNumber: '1號' },
  });
  return {
    members: read(async (tried) => {
      const { organisationId: id } = await givenMember(tried);
      const document = 'query ($id: ID!) { members(organisationId: $id, first: 5) { edges { cursor } } }';
      return () => ask(tried.viewer, document, { id });
    }),
    memberCounts: read(async (tried) => {
      const { organisationId: id } = await givenMember(tried);
      return () =>
        ask(tried.viewer, 'query ($id: ID!) { memberCounts(organisationIds: [$id]) { full } }', { id });
    }),
    member: read(async (tried) => {
      const { residentId: id } = await givenMember(tried);
      return () => ask(tried.viewer, 'query ($id: ID!) { member(id: $id) { name } }', { id });
    }),
    peopleToJoin: read(async (tried) => {
      const id = await givenBranch(tried);
      const document = 'query ($id: ID!) { peopleToJoin(organisationId: $id, text: "邱") { id } }';
      return () => ask(tried.viewer, document, { id });
    }),
    async joinOrganisation(tried) {
      const [organisationId, residentId] = [await givenBranch(tried), await givenNeighbour(tried)];
      const input = { ...change(residentId), organisationId, stage: 'FULL' };
      return () => mutate(tried.viewer, 'joinOrganisation', input);
    },
    async transferMember(tried) {
      const [{ residentId }, organisationId] = [await givenMember(tried), await givenBranch(tried)];
      return () => mutate(tried.viewer, 'transferMember', { ...change(residentId), organisationId });
    },
    async changeMemberStage(tried) {
      const { residentId } = await givenMember(tried);
      return () => mutate(tried.viewer, 'changeMemberStage', { ...change(residentId), stage: 'FULL' });
    },
    async endMembership(tried) {
      const { residentId } = await givenMember(tried);
      return () =>
        mutate(tried.viewer, 'endMembership', {
          ...change(residentId),
          reason: 'TRANSFERRED_OUT',
          note: '許昌',
        });
    },
    async exemptMember(tried) {
      const { residentId } = await givenMember(tried);
      const input = { id: newUuid(), residentId, reason: 'OLD_AGE', from: '2026-01-01', to: null };
      return () => mutate(tried.viewer, 'exemptMember', input);
    },
    previewMemberSheet: read(async (tried) => {
      const { organisationId } = await givenMember(tried);
      const document = `query ($input: PreviewMemberSheetInput!) { previewMemberSheet(input: $input) {
        ... on MemberSheet { written } ... on Refused { code } } }`;
      const input = { organisationId, content: await aSheet() };
      return () => ask(tried.viewer, document, { input });
    }),
    async importMemberSheet(tried) {
      const { organisationId } = await givenMember(tried);
      const input = { organisationId, content: await aSheet() };
      return () => mutate(tried.viewer, 'importMemberSheet', input);
    },
    async endExemption(tried) {
      const { residentId } = await givenMember(tried);
      const id = newUuid();
      await sql(
        `INSERT INTO exemption_version (id, resident_id, reason, valid_from, recorded_at, recorded_by)
         VALUES ($1, $2, 'OLD_AGE', '2026-01-01', now(), '測試')`,
        [id, residentId],
      );
      return () => mutate(tried.viewer, 'endExemption', { id, lastDay: '2026-06-01' });
    },
  };
}
