import type { CostFragment, TotalFragment } from '../../gql/graphql';

/** The price of all dates: several rules may have helped, so that none is named. */
export const costOf = ({ fullFen, subsidyFen, payFen }: TotalFragment): CostFragment => ({
  ...{ __typename: 'Price', fullFen, subsidyFen, payFen, ruleName: null, payer: null },
});
