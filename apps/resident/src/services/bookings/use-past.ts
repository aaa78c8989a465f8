import { useApolloClient } from '@apollo/client/react';
import { type Submission, useSubmit } from '@linli/client';
import { useState } from 'react';
import { useRead } from '../../data/use-read';
import { BookingsDocument, type BookingsQuery, type TicketFragment } from '../../gql/graphql';

type Page = BookingsQuery['bookings'];
const STEP = 20;
const QUERY = { when: 'PAST', first: STEP } as const;

interface Past {
  /** Latest first; undefined while nothing has been read. */
  readonly tickets: readonly TicketFragment[] | undefined;
  readonly error: unknown;
  readonly again: () => void;
  readonly hasEarlier: boolean;
  readonly earlier: () => void;
  readonly reading: Submission<Page>;
}

/** What was booked before, page after page, to the very first. */
export function usePast(): Past {
  const client = useApolloClient();
  const { data, error, again } = useRead(BookingsDocument, QUERY);
  // Once there is a second page the first stays as it was: otherwise a new one at its head would push one out at its end.
  const [read, setRead] = useState<readonly Page[]>([]);
  const pages = read.length > 0 ? read : data ? [data.bookings] : [];
  const last = pages[pages.length - 1]?.pageInfo;
  const { submission: reading, submit } = useSubmit(async (after: string): Promise<Page> => {
    const answer = await client.query({ query: BookingsDocument, variables: { ...QUERY, after } });
    if (!answer.data) throw new Error('No answer.');
    setRead([...pages, answer.data.bookings]);
    return answer.data.bookings;
  });
  return {
    tickets: data && pages.flatMap(({ edges }) => edges.map(({ node }) => node)),
    error: data ? undefined : error,
    again,
    hasEarlier: last?.hasNextPage ?? false,
    earlier: () => void (last?.endCursor && submit(last.endCursor)),
    reading,
  };
}
