import type { AllergyClashesQuery } from '../../gql/graphql';

export type Clash = AllergyClashesQuery['allergyClashes'][number];

/** What was settled since the page was opened: it leaves the list, and can still be read. */
export interface Settled {
  readonly clash: Clash;
  readonly note: string;
  readonly at: string;
  readonly byName: string;
}
