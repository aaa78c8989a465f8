import type { ReactElement } from 'react';
import { useRead } from '../../data/use-read';
import {
  BookableAroundDocument,
  type CostFragment,
  type PersonFragment,
  type SittingFragment,
} from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { usePay } from '../bookings/pay-bar';
import { useWhyNot } from '../places';

/** Somebody who comes too, and what it costs them. */
export interface Companion {
  readonly person: PersonFragment;
  readonly price: CostFragment;
}

interface TogetherProps {
  /** All for whom the reader may book but the one who is booked already. */
  readonly others: readonly PersonFragment[];
  readonly session: SittingFragment;
  readonly chosen: readonly Companion[];
  readonly onChange: (chosen: readonly Companion[]) => void;
}

/** A couple, or two elders of one carer: who else comes, in the same act. Nothing for those who book for one alone. */
export function Together({ others, session, chosen, onChange }: TogetherProps): ReactElement | null {
  const { t } = useLaterWords();
  if (others.length === 0) return null;
  const without = (id: string) => chosen.filter(({ person }) => person.id !== id);
  return (
    <fieldset className="q">
      <legend>{t('later.group.whoElse')}</legend>
      <div className="opts">
        {others.map((person) => (
          <One
            key={person.id}
            person={person}
            session={session}
            isChosen={chosen.some((each) => each.person.id === person.id)}
            onTurn={(companion) => onChange([...without(person.id), ...(companion ? [companion] : [])])}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface OneProps {
  readonly person: PersonFragment;
  readonly session: SittingFragment;
  readonly isChosen: boolean;
  readonly onTurn: (companion: Companion | undefined) => void;
}

/** What it costs this one, or why not. */
function One({ person, session, isChosen, onTurn }: OneProps): ReactElement {
  const { t } = useLaterWords();
  const whyNot = useWhyNot();
  const pay = usePay();
  const { data } = useRead(BookableAroundDocument, {
    ...{ centreId: session.centreId, beneficiaryId: person.id },
    ...{ day: session.day, serviceId: session.service.id },
  });
  const line = data?.bookableSessions.find((each) => each.session.id === session.id);
  const may = line?.refusal === null;
  return (
    <label className="opt opt--check">
      <input
        type="checkbox"
        checked={isChosen}
        disabled={!may && !isChosen}
        onChange={() => onTurn(isChosen || !line ? undefined : { person, price: line.price })}
      />
      <span className="opt__f">
        <span className="opt__t">
          <span>
            <b>{person.isMe ? t('resident.myself', { name: person.name }) : person.name}</b>
            {line?.refusal && <small>{whyNot(line)}</small>}
          </span>
          {may && <span className="b">{pay(line.price)}</span>}
        </span>
      </span>
    </label>
  );
}

/** What all of them cost together. */
export const sumOf = (prices: readonly CostFragment[]): CostFragment => {
  const [first, ...others] = prices;
  const sum = (field: 'fullFen' | 'subsidyFen' | 'payFen') =>
    prices.reduce((total, price) => total + price[field], 0);
  return {
    ...{ fullFen: sum('fullFen'), subsidyFen: sum('subsidyFen'), payFen: sum('payFen') },
    ruleName: others.length > 0 ? null : (first?.ruleName ?? null),
    payer: others.length > 0 ? null : (first?.payer ?? null),
  };
};
