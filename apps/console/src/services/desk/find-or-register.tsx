import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import { Button } from '../../kit/button';
import { useWords } from '../../kit/words';
import { type Person, PersonFinder, type TicketHit } from './person-finder';
import { RegisterDrawer } from './register-drawer';

interface FindOrRegisterProps {
  readonly centreId: string;
  readonly person: Person | undefined;
  readonly onPick: (person: Person | undefined) => void;
  readonly error?: string | undefined;
  readonly onTicket?: (text: string) => readonly TicketHit[];
  /** Where what is typed would be lost by closing. */
  readonly onText?: (text: string) => void;
  /** Somebody new can be written down before being looked for in vain. */
  readonly offersNew?: boolean;
}

/** Who: one of those that are known, or somebody who is written down first and picked at once. */
export function FindOrRegister(props: FindOrRegisterProps): ReactElement {
  const { centreId, person, onPick, error, onTicket, onText, offersNew = false } = props;
  const { t } = useWords();
  const registers = useMay('REGISTER_RESIDENTS');
  const [text, setText] = useState('');
  const [registering, setRegistering] = useState(false);
  const type = (next: string) => {
    setText(next);
    onText?.(next);
  };
  const pick = (next: Person | undefined) => {
    type('');
    onPick(next);
  };
  return (
    <>
      <PersonFinder
        {...{ centreId, text, person }}
        onText={type}
        onPick={pick}
        onRegister={registers ? () => setRegistering(true) : undefined}
        {...(error ? { error } : {})}
        {...(onTicket ? { onTicket } : {})}
      />
      {offersNew && registers && !person && !text.trim() && (
        <Button kind="text" icon="user-plus" onClick={() => setRegistering(true)}>
          {t('console.register.title')}
        </Button>
      )}
      <RegisterDrawer
        open={registering}
        suggested={text}
        onClose={() => setRegistering(false)}
        onRegistered={(next) => {
          setRegistering(false);
          pick(next);
        }}
      />
    </>
  );
}
