import { ApolloClient, ApolloLink, InMemoryCache, type TypePolicies } from '@apollo/client';
import { BaseHttpLink } from '@apollo/client/link/http';
import type { Locale } from '@linli/i18n';
import { OperationTypeNode } from 'graphql';
import type { FaceName } from '../face.js';
import { retrySafely } from './retry-safely.js';
import { watchfulFetch } from './watchful-fetch.js';

interface ClientOptions {
  readonly face: FaceName;
  /** Asked at each request: the reader may change it. */
  readonly locale: Locale | (() => Locale);
  /** Where subscriptions go: `createLiveLink(…).link`. */
  readonly live?: ApolloLink;
  readonly uri?: string;
  /** For tests. */
  readonly fetch?: typeof fetch;
  readonly retryMs?: number;
}

// An area and an organisation are shown as they stood on a day: the same id has other names on other days.
const asOfADay = { keyFields: false } as const;
// What has no id belongs to what holds it, and its parts may come from several operations.
const part = { merge: true } as const;

const typePolicies: TypePolicies = {
  Area: asOfADay,
  Organisation: asOfADay,
  ...Object.fromEntries(
    [
      ...[
        'Home',
        'Desk',
        'KitchenSheet',
        'MealOffer',
        'CentreScene',
        'DistrictScene',
        'SceneLunch',
        'SceneServices',
      ],
      ...['Price', 'Eligibility', 'BookingPolicy', 'WayCounts', 'Preferences', 'Coverage'],
    ].map((name) => [name, part]),
  ),
};

// Fragments are written on types that are no interface: each matches itself and nothing else, with no guessing by shape.
const answers = [
  ...[
    'Refused',
    'Me',
    'SignedOut',
    'TotpSecret',
    'Account',
    'NewPassword',
    'Area',
    'Organisation',
    'ImportPreview',
  ],
  ...[
    'ImportResult',
    'Resident',
    'Preferences',
    'Service',
    'TimetablePublished',
    'DayClosed',
    'Booking',
    'Menu',
  ],
  ...['SignInCodeSent', 'Pairing', 'Screen', 'CentreScene', 'DistrictScene'],
];
const possibleTypes = Object.fromEntries(answers.map((name) => [name, []]));

/** The client of one face. Nothing is kept beyond the page. */
export function createLinliClient(options: ClientOptions): ApolloClient {
  const { face, live, uri = '/graphql', retryMs } = options;
  const locale = typeof options.locale === 'function' ? options.locale : () => options.locale as Locale;
  const headers = new ApolloLink((operation, forward) => {
    operation.setContext((before: { headers?: Record<string, string> }) => ({
      headers: {
        ...before.headers,
        'x-linli-face': face.toUpperCase(),
        'x-linli-locale': locale(),
        'apollo-require-preflight': 'true',
      },
    }));
    return forward(operation);
  });
  const http = ApolloLink.from([
    retrySafely(retryMs),
    headers,
    new BaseHttpLink({ uri, credentials: 'same-origin', fetch: watchfulFetch(options.fetch) }),
  ]);
  return new ApolloClient({
    link: live
      ? ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live, http)
      : http,
    cache: new InMemoryCache({ typePolicies, possibleTypes }),
    devtools: { enabled: false },
  });
}
