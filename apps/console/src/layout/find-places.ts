import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { type AreaKind, SearchAreasDocument, SearchOrganisationsDocument } from '../gql/graphql';
import type { Found } from '../kit/search-select';
import { useWords } from '../kit/words';
import { useCentres } from './centres';

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
  const wanted = kinds?.join();
  return useCallback(
    async (text) => {
      if (!text.trim()) return [];
      const { data } = await client.query({ query: SearchAreasDocument, variables: { text: text.trim() } });
      return (data?.searchAreas ?? [])
        .filter(({ kind }) => !wanted || wanted.split(',').includes(kind))
        .map(({ id, name, kind, ancestors }) => ({
          value: id,
          label: name,
          note: `${t(`AreaKind.${kind}`)} ${trail(ancestors)}`,
        }));
    },
    [client, t, wanted],
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

/** The centres that the viewer can see, by name. */
export function useFindCentres(): Find {
  const { read } = useCentres();
  const centres = read.data?.centres;
  return useCallback(
    (text) =>
      Promise.resolve(
        (centres ?? [])
          .filter(({ name }) => name.includes(text.trim()))
          .map(({ id, name, area }) => ({ value: id, label: name, note: area.name })),
      ),
    [centres],
  );
}
