import type { ResidentFactsFragment } from '../../gql/graphql';

/** Whose file it is. */
export type Whose = Pick<ResidentFactsFragment, 'id' | 'name' | 'building'>;
