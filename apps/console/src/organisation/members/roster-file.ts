import type { ApolloClient } from '@apollo/client';
import {
  type MemberRowFragment,
  MembersDocument,
  type MembersQuery,
  type MembersQueryVariables,
} from '../../gql/graphql';
import type { Words } from '../../kit/words';

const AT_ONCE = 100;

/** All of a list, page after page: what is saved is the whole of what the filters say. */
export async function wholeRoster(
  client: Pick<ApolloClient, 'query'>,
  asked: Omit<MembersQueryVariables, 'first' | 'after'>,
): Promise<MemberRowFragment[]> {
  const rows: MemberRowFragment[] = [];
  let after: string | null = null;
  for (;;) {
    const { members }: MembersQuery = await onePage(client, { ...asked, first: AT_ONCE, after });
    rows.push(...members.edges.map(({ node }) => node));
    if (!members.pageInfo.hasNextPage) return rows;
    after = members.pageInfo.endCursor;
  }
}

async function onePage(
  client: Pick<ApolloClient, 'query'>,
  variables: MembersQueryVariables,
): Promise<MembersQuery> {
  const { data } = await client.query({ query: MembersDocument, variables, fetchPolicy: 'network-only' });
  if (!data) throw new Error('The roster was not read');
  return data;
}

/** The headings, and a line for each; days as a spreadsheet reads them. */
export const rosterLines = (
  { t }: Pick<Words, 't'>,
  rows: readonly MemberRowFragment[],
): (readonly string[])[] => [
  [
    ...[t('console.members.name'), t('console.members.born'), t('console.members.branch')],
    ...[t('console.members.stage'), t('console.members.since'), t('console.members.exemption')],
  ],
  ...rows.map(({ name, birthDate, organisationName, stage, since, exemption }) => [
    ...[name, birthDate, organisationName, t(`MemberStage.${stage}`), since],
    exemption ? t(`ExemptionReason.${exemption.reason}`) : '',
  ]),
];
