import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import type { PersonFragment } from '../gql/graphql';
import { choosePerson } from '../shell/session';
import { useWords } from '../shell/words';

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
