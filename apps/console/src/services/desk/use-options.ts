import { useState } from 'react';
import { BookableSessionsDocument, type BookableSessionsQuery } from '../../gql/graphql';
import { addDays } from '../../kit/days';
import { type Read, useRead } from '../../kit/fresh';
import type { Person } from './person-finder';
import { isUsable, type Mode, type Option, optionsToShow } from './quick-options';

interface Asked {
  readonly centreId: string;
  readonly day: string;
  readonly person: Person | undefined;
  readonly mode: Mode;
  readonly now: Date;
}

interface Options {
  readonly options: readonly Option[];
  readonly chosen: Option | undefined;
  readonly choose: (sessionId: string | undefined) => void;
  readonly read: Read<BookableSessionsQuery>;
}

/** What this person could book, this day and the next; the first that works is chosen already. */
export function useOptions({ centreId, day, person, mode, now }: Asked): Options {
  const [sessionId, choose] = useState<string>();
  const variables = { centreId, beneficiaryId: person?.id ?? '', from: day, to: addDays(day, 1) };
  const read = useRead(BookableSessionsDocument, variables, { skip: !person });
  const options = optionsToShow(read.data?.bookableSessions ?? [], mode, now);
  const usable = options.filter((option) => isUsable(option, mode, now));
  const chosen = usable.find(({ session }) => session.id === sessionId) ?? usable[0];
  return { options, chosen, choose, read };
}
