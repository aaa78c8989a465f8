import type { BookableFragment } from '../../gql/graphql';

/** Where one joins those who wait for a place of this session; nothing when one cannot. */
export const waitAt = ({
  mayJoinWaitlist,
  session,
}: Pick<BookableFragment, 'mayJoinWaitlist' | 'session'>): string | undefined =>
  mayJoinWaitlist
    ? `/services/${session.service.id}/wait?session=${session.id}&day=${session.day}`
    : undefined;
