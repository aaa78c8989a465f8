import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { PeopleToJoinDocument } from '../../gql/graphql';
import type { Found } from '../../kit/search-select';
import { useWords } from '../../kit/words';

/** Whom a name may mean, those near the organisation first: with the year of birth, the home and the branch. */
export function useFindPeople(organisationId: string): (text: string) => Promise<readonly Found[]> {
  const client = useApolloClient();
  const { t } = useWords();
  return useCallback(
    async (text) => {
      if (!text.trim()) return [];
      const { data } = await client.query({
        query: PeopleToJoinDocument,
        variables: { organisationId, text: text.trim() },
        fetchPolicy: 'network-only',
      });
      return (data?.peopleToJoin ?? []).map(({ id, name, birthDate, home, belongsTo }) => ({
        ...{ value: id, label: name },
        note: [
          t('console.members.bornIn', { year: birthDate.slice(0, 4) }),
          home,
          belongsTo && t('console.members.belongsTo', { organisation: belongsTo }),
        ]
          .filter(Boolean)
          .join(' · '),
      }));
    },
    [client, organisationId, t],
  );
}
