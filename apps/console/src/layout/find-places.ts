import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { type AreaKind, SearchAreasDocument, SearchOrganisationsDocument } from '../gql/graphql';
import type { Found } from '../kit/search-select';
import { useWords } from '../kit/words';

type Find = (text: string) => Promise<readonly Found[]>;

const trail = (ancestors: readonly { readonly name: string }[]): string =>
  ancestors
    .slice(-2)
    .map(({ name }) => name)
    .join(' ');

/** Areas by name (in either script) or code; of some kinds only, if so asked. */
export function useFindAreas(kinds?: readonly AreaKind[]): Find {
  const client = useApolloClient();
  const { t } = useWords();
  return useCallback(
    async (text) => {
      if (!text.trim()) return [];
      const { data } = await client.query({ query: SearchAreasDocument, variables: { text: text.trim() } });
      return (data?.searchAreas ?? [])
        .filter(({ kind }) => !kinds || kinds.includes(kind))
        .map(({ id, name, kind, ancestors }) => ({
          value: id,
          label: name,
          note: `${t(`AreaKind.${kind}`)} ${trail(ancestors)}`,
        }));
    },
    // the kinds of one call site never change
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [client, t],
  );
}

export function useFindOrganisations(): Find {
  const client = useApolloClient();
  const { t } = useWords();
  return useCallback(
    async (text) => {
      if (!text.trim()) return [];
      const { data } = await client.query({
        query: SearchOrganisationsDocument,
        variables: { text: text.trim() },
      });
      return (data?.searchOrganisations ?? []).map(({ id, name, kind, ancestors }) => ({
        value: id,
        label: name,
        note: `${t(`OrganisationKind.${kind}`)} ${trail(ancestors)}`,
      }));
    },
    [client, t],
  );
}
