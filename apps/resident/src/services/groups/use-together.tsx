import { type ReactElement, useState } from 'react';
import type { CostFragment, PersonFragment, SittingFragment, Texture } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { GroupProblem } from './group-problem';
import { type Companion, sumOf, Together } from './together';
import { useBookGroup } from './use-book-group';

interface BookingTogether {
  /** Who else, and why it was not booked. */
  readonly part: (session: SittingFragment) => ReactElement;
  readonly price: (own: CostFragment) => CostFragment;
  readonly heading: string | undefined;
  readonly busy: boolean;
  readonly failed: boolean;
  /** Books all of them; undefined: there is nobody else. */
  readonly book: (sessionId: string, texture: Texture | null) => Promise<void> | undefined;
}

/** On the last page before a booking: whoever else comes is booked in the same act. */
export function useTogether(person: PersonFragment, people: readonly PersonFragment[]): BookingTogether {
  const { t } = useLaterWords();
  const [companions, setCompanions] = useState<readonly Companion[]>([]);
  const [sent, setSent] = useState<readonly PersonFragment[]>([]);
  const { submission, bookGroup } = useBookGroup();
  const all = [person, ...companions.map((one) => one.person)];
  const isGroup = companions.length > 0;
  return {
    part: (session) => (
      <>
        <GroupProblem submission={submission} people={sent} />
        <Together
          others={people.filter(({ id }) => id !== person.id)}
          session={session}
          chosen={companions}
          onChange={setCompanions}
        />
      </>
    ),
    price: (own) => (isGroup ? sumOf([own, ...companions.map(({ price }) => price)]) : own),
    heading: isGroup ? t('later.group.sum', { count: all.length }) : undefined,
    busy: submission.state === 'submitting',
    failed: submission.state === 'failed',
    book: (sessionId, texture) => {
      if (!isGroup) return undefined;
      setSent(all);
      const members = all.map(({ id }) => ({
        beneficiaryId: id,
        texture: id === person.id ? texture : null,
      }));
      return bookGroup({ sessionId, people: members });
    },
  };
}
