import { expect, it } from '@jest/globals';
import type { MemberRowFragment } from '../../gql/graphql';
import { csvOf } from '../../kit/download';
import { rosterLines, wholeRoster } from './roster-file';

const member = (n: number, part: Partial<MemberRowFragment> = {}): MemberRowFragment => ({
  ...{
    __typename: 'PartyMember',
    id: String(n),
    name: `邱${String(n)}`,
    birthDate: '1950-03-01',
    phone: null,
  },
  ...{ organisationId: 'o', organisationName: '向陽小區黨支部', stage: 'FULL', since: '2024-01-01' },
  ...{ exemption: null, ...part },
});

/** A server of 230 members that gives as many as it is asked for. */
function server() {
  const all = Array.from({ length: 230 }, (_, n) => member(n));
  const asked: (string | null)[] = [];
  const query = ({ variables }: { variables: { first: number; after: string | null } }) => {
    asked.push(variables.after);
    const from = variables.after === null ? 0 : Number(variables.after) + 1;
    const rows = all.slice(from, from + variables.first);
    const pageInfo = { hasNextPage: from + rows.length < all.length, endCursor: rows.at(-1)?.id ?? null };
    return Promise.resolve({ data: { members: { edges: rows.map((node) => ({ node })), pageInfo } } });
  };
  return { asked, client: { query } as unknown as Parameters<typeof wholeRoster>[0] };
}

it('the file has everybody, not only the first page', async () => {
  const { asked, client } = server();
  const rows = await wholeRoster(client, { organisationId: 'o' });
  expect(new Set(rows.map(({ id }) => id)).size).toBe(230);
  expect(asked).toEqual([null, '99', '199']);
});

it('what would be a formula in a spreadsheet is text, and who is exempt is told with the reason', () => {
  const t = ((key: string) => key) as unknown as Parameters<typeof rosterLines>[0]['t'];
  const exemption = {
    __typename: 'Exemption',
    id: 'e',
    reason: 'OLD_AGE',
    validFrom: '2026-01-01',
    validTo: null,
  } as const;
  const text = csvOf(rosterLines({ t }, [member(1, { name: '=1+1' }), member(2, { exemption })]));
  const [, first = '', second = ''] = text.split('\r\n');
  expect(first.startsWith("'=1+1,1950-03-01,")).toBe(true);
  expect(second.endsWith('ExemptionReason.OLD_AGE')).toBe(true);
});
