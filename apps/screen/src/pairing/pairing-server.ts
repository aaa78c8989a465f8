import type { ApolloClient } from '@apollo/client';
import { resolutionOf } from '../care/resolution';
import { ClaimScreenDocument, PairingStatusDocument, StartPairingDocument } from '../gql/graphql';
import type { PairingServer } from './pairing-flow';

/** What pairing asks of the server. */
export const pairingServer = (client: ApolloClient, version: string): PairingServer => ({
  start: async () => {
    const input = { resolution: resolutionOf(window), version };
    const { data } = await client.mutate({ mutation: StartPairingDocument, variables: { input } });
    return present(data).startPairing;
  },
  status: async (secret) => {
    const { data } = await client.query({
      query: PairingStatusDocument,
      variables: { secret },
      fetchPolicy: 'no-cache',
    });
    return present(data).pairingStatus.state;
  },
  claim: async (secret) => {
    const { data } = await client.mutate({ mutation: ClaimScreenDocument, variables: { input: { secret } } });
    return present(data).claimScreen;
  },
});

function present<Data>(data: Data | null | undefined): Data {
  if (data == null) throw new Error('An answer without data');
  return data;
}
