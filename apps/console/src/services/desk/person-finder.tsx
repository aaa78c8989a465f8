import { DeskIcon } from '@linli/ui/desk';
import type { KeyboardEvent, ReactElement } from 'react';
import { useDeferredValue, useId, useState } from 'react';
import { FindResidentsDocument, type ResidentFactsFragment } from '../../gql/graphql';
import { Button, IconButton } from '../../kit/button';
import { useRead } from '../../kit/fresh';
import { useSettled } from '../../kit/settled';
import { useWords, type Words } from '../../kit/words';
import { FileButton } from '../person-file/file-button';
import { PaperCard } from './paper-card';

export type Person = ResidentFactsFragment;

interface PersonFinderProps {
  readonly centreId: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly person: Person | undefined;
  readonly onPick: (person: Person | undefined) => void;
  /** Only where the viewer may write somebody down. */
  readonly onRegister?: (() => void) | undefined;
  readonly error?: string;
  readonly onTicket?: (text: string) => readonly TicketHit[];
}

export interface TicketHit {
  readonly ticket: string;
  readonly person: Person;
}

export const factsOf = ({ t }: Words, { building, careNeeds, allergies }: Person): string =>
  [
    building,
    careNeeds.map((need) => t(`CareNeed.${need}`)).join(t('console.listed')),
    allergies.length > 0
      ? t('console.allergicTo', { what: allergies.map((one) => t(`Allergen.${one}`)).join('、') })
      : t('console.person.noAllergies'),
  ]
    .filter(Boolean)
    .join(t('console.comma'));

const MOST_HITS = 6;

/** Who: by name, by the last digits of the phone, or both; where tickets are given, by one of those. Arrows choose, Enter takes. */
export function PersonFinder(props: PersonFinderProps): ReactElement {
  const { centreId, text, onText, person, onPick, onRegister, error, onTicket } = props;
  const { t } = useWords();
  const id = useId();
  const wanted = useSettled(useDeferredValue(text.trim()), 180);
  const asks = wanted.length > 0 && !person;
  const read = useRead(FindResidentsDocument, { centreId, text: wanted }, { skip: !asks });
  const tickets = asks ? (onTicket?.(wanted) ?? []) : [];
  const ticketOf = (hit: Person) => tickets.find((one) => one.person.id === hit.id)?.ticket;
  const found = (read.data?.findResidents ?? []).filter((hit) => !ticketOf(hit));
  const hits = asks ? [...tickets.map((one) => one.person), ...found].slice(0, MOST_HITS) : [];
  const [at, setAt] = useState(0);
  const active = Math.min(at, hits.length - 1);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const hit = hits[active];
    if (step) setAt(Math.max(0, Math.min(hits.length - 1, active + step)));
    else if (event.key === 'Enter' && hit) onPick(hit);
    else if (event.key === 'Escape' && text) onText('');
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  if (person) return <Picked person={person} centreId={centreId} onDrop={() => onPick(undefined)} />;
  return (
    <div className="stack stack--s">
      <div>
        <label className="lb" htmlFor="desk-who">
          <span>{t('console.quick.who')}</span>
          <span className="m">{t(onTicket ? 'console.quick.whoHint' : 'console.quick.whoHintPlain')}</span>
        </label>
        <input
          id="desk-who"
          className="in"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={hits.length > 0 ? `${id}-${active}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}e` : undefined}
          autoComplete="off"
          value={text}
          onKeyDown={press}
          onChange={(event) => {
            setAt(0);
            onText(event.target.value);
          }}
        />
        {error && (
          <p className="err" id={`${id}e`} role="alert">
            <DeskIcon name="circle-alert" />
            {error}
          </p>
        )}
      </div>
      <div className="hits" role="listbox" id={id} aria-label={t('console.quick.found')}>
        {hits.map((hit, index) => (
          <Hit
            key={hit.id}
            id={`${id}-${index}`}
            hit={hit}
            ticket={ticketOf(hit)}
            active={index === active}
            onPick={() => onPick(hit)}
          />
        ))}
      </div>
      {asks && read.data && hits.length === 0 && !read.loading && (
        <p className="note note--info" role="status">
          <span>{t('console.quick.nobody', { text: wanted })}</span>
          {onRegister && (
            <Button small icon="user-plus" onClick={onRegister}>
              {t('console.register.title')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

function Hit({
  id,
  hit,
  ticket,
  active,
  onPick,
}: {
  readonly id: string;
  readonly hit: Person;
  readonly ticket: string | undefined;
  readonly active: boolean;
  readonly onPick: () => void;
}): ReactElement {
  const words = useWords();
  return (
    <div
      id={id}
      role="option"
      className="hit"
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span className="ava" aria-hidden="true">
        {hit.name.slice(0, 1)}
      </span>
      <p>
        <b>{words.t('console.person.aged', { name: hit.name, age: hit.age })}</b>
        <small>
          {ticket && `${words.t('console.quick.onTicket', { ticket })}${words.t('console.comma')}`}
          {factsOf(words, hit)}
        </small>
      </p>
      {active && <kbd aria-hidden="true">↵</kbd>}
    </div>
  );
}

interface PickedProps {
  readonly person: Person;
  readonly centreId: string;
  readonly onDrop: () => void;
}

function Picked({ person, centreId, onDrop }: PickedProps): ReactElement {
  const words = useWords();
  const [card, setCard] = useState(false);
  return (
    <>
      <div className="hit">
        <span className="ava" aria-hidden="true">
          {person.name.slice(0, 1)}
        </span>
        <p>
          <b>{words.t('console.person.aged', { name: person.name, age: person.age })}</b>
          <small>
            {factsOf(words, person)}
            {person.phone && `${words.t('console.comma')}${person.phone}`}
          </small>
        </p>
        <span className="row">
          <FileButton {...{ person, centreId }} />
          <IconButton
            small
            icon="printer"
            label={words.t('console.card.print')}
            onClick={() => setCard(true)}
          />
          <IconButton small icon="x" label={words.t('console.quick.drop')} onClick={onDrop} />
        </span>
      </div>
      {card && <PaperCard person={person} centreId={centreId} onClose={() => setCard(false)} />}
    </>
  );
}
