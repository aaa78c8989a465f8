import { Icon } from '@linli/ui';
import { type ReactElement, useEffect } from 'react';
import { useRead } from '../data/use-read';
import { HomeDocument, type HomeQuery, type PersonFragment } from '../gql/graphql';
import { noteCentre } from '../shell/centre';
import { choosePerson, chosenPerson } from '../shell/session';
import { useSignal } from '../shell/signal';
import { useWords } from '../shell/words';

/** The centre, the people and the person at hand: what every page of the services begins with. */
export function useWhere(): {
  readonly home: HomeQuery | undefined;
  readonly centreId: string;
  readonly beneficiaryId: string;
  readonly error: unknown;
  readonly again: () => void;
} {
  const beneficiaryId = useSignal(chosenPerson);
  const { data, error, again } = useRead(HomeDocument, { beneficiaryId }, { from: 'cache-first' });
  const centre = data?.home.centre;
  useEffect(() => {
    if (centre) noteCentre(centre);
  }, [centre]);
  return {
    home: data,
    centreId: data?.home.centre.id ?? '',
    beneficiaryId: data?.home.beneficiary.id ?? '',
    error: data ? undefined : error,
    again,
  };
}

interface ForWhomProps {
  readonly people: readonly PersonFragment[];
  readonly current: string;
}

/** Chips, where one cares for others; nothing for those who book for themselves alone. */
export function ForWhom({ people, current }: ForWhomProps): ReactElement | null {
  const { t } = useWords();
  if (people.length < 2) return null;
  return (
    <fieldset className="whos">
      <legend>{t('resident.forWhom')}</legend>
      {people.map(({ id, name, isMe }) => (
        <label key={id} className="who">
          <input type="radio" name="who" checked={id === current} onChange={() => choosePerson(id)} />
          <span className="who__f">
            <Icon name="check" />
            {isMe ? t('resident.myself', { name }) : name}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
