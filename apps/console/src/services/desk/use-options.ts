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
  /** The two days that are looked at. */
  readonly days: readonly [string, string];
  /** Two days on, or back; never before the first. */
  readonly turn: (step: 1 | -1) => void;
}

const MOST_PAGES = 15;

/** What this person could book, two days at a time; the first that works is chosen already. */
export function useOptions({ centreId, day, person, mode, now }: Asked): Options {
  const [sessionId, choose] = useState<string>();
  const [turned, setTurned] = useState({ of: person?.id, pages: 0 });
  const pages = turned.of === person?.id ? turned.pages : 0;
  const from = addDays(day, pages * 2);
  const variables = { centreId, beneficiaryId: person?.id ?? '', from, to: addDays(from, 1) };
  const read = useRead(BookableSessionsDocument, variables, { skip: !person });
  const options = optionsToShow(read.data?.bookableSessions ?? [], mode, now);
  const usable = options.filter((option) => isUsable(option, mode, now));
  const chosen = usable.find(({ session }) => session.id === sessionId) ?? usable[0];
  const turn = (step: 1 | -1) =>
    setTurned({ of: person?.id, pages: Math.max(0, Math.min(MOST_PAGES, pages + step)) });
  return { options, chosen, choose, read, days: [from, variables.to], turn };
}
