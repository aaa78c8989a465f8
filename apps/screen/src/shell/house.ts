import type { ApolloClient } from '@apollo/client';
import { createLinliClient } from '@linli/client/apollo';
import { createLiveLink, type LiveLink } from '@linli/client/live';
import type { Locale } from '@linli/i18n';
import { noteError } from '../care/last-error';
import { PreviewSceneDocument, SceneDocument, type SceneQuery } from '../gql/graphql';
import { keptScene, type SceneStore } from '../scenes/kept-scene';
import { SceneReader } from '../scenes/scene-reader';
import type { Preview } from './address';

export interface House {
  readonly client: ApolloClient;
  readonly live: LiveLink;
  readonly reader: SceneReader;
}

const keepsNothing: SceneStore = { read: () => undefined, write: () => undefined, clear: () => undefined };

/** The wall's ties to the server. A preview looks with the eyes of the console. */
export function openHouse(locale: Locale, preview: Preview | undefined): House {
  const face = preview ? 'console' : 'screen';
  const live = createLiveLink({ face, locale });
  const client = createLinliClient({ face, locale, live: live.link });
  const read = async (signal: AbortSignal): Promise<SceneQuery> => {
    // News may come while an answer is on its way: that answer does not tell it, and must not be taken for a new one.
    const asked = {
      fetchPolicy: 'no-cache',
      context: { queryDeduplication: false, fetchOptions: { signal } },
    } as const;
    const { data } = preview
      ? await client.query({ query: PreviewSceneDocument, variables: preview, ...asked })
      : await client.query({ query: SceneDocument, ...asked });
    if (!data) throw new Error('An answer without data');
    return data;
  };
  const store = preview ? keepsNothing : keptScene();
  return { client, live, reader: new SceneReader({ read, store, onTrouble: noteError }) };
}
