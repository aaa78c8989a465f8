import { newId } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { BookGroupDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button, IconButton } from '../../kit/button';
import { FormDrawer } from '../../kit/form-drawer';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { FindOrRegister } from './find-or-register';
import { factsOf, type Person } from './person-finder';
import type { Mode, Option } from './quick-options';
import { sessionName } from './words-of';

interface GroupDrawerProps {
  readonly centreId: string;
  readonly person: Person;
  readonly option: Option;
  readonly mode: Mode;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Whose booking has its id from the beginning: sent again, it is the same one. */
interface Member {
  readonly id: string;
  readonly person: Person;
}
const memberOf = (person: Person): Member => ({ id: newId(), person });

/** A couple at the counter, or several on one call: everybody gets a place and a ticket, or nobody does. */
export function GroupDrawer(props: GroupDrawerProps): ReactElement {
  const { centreId, person, option, mode, onClose, onDone } = props;
  const words = useWords();
  const { t, format } = words;
  const toast = useToast();
  const [members, setMembers] = useState<readonly Member[]>(() => [memberOf(person)]);
  const [missing, setMissing] = useState(false);
  const { act, busy, message, refused } = useCreate(BookGroupDocument);
  const { session } = option;
  const pick = (next: Person | undefined) => {
    if (!next) return;
    setMissing(false);
    if (!members.some((one) => one.person.id === next.id)) setMembers([...members, memberOf(next)]);
  };
  const send = async () => {
    setMissing(members.length < 2);
    if (members.length < 2) return;
    const { done } = await act({
      ...{ sessionId: session.id, channel: mode },
      members: members.map((one) => ({
        ...{ id: one.id, beneficiaryId: one.person.id },
        texture: session.service.meal ? one.person.texture : null,
      })),
    });
    if (!done) return;
    const tickets = done.bookings.map(({ ticketNumber }) => ticketNumber).join(t('console.listed'));
    toast('ok', t('console.group.done', { count: members.length, tickets }));
    onDone();
  };
  const at = refused?.details.member;
  const who = typeof at === 'number' ? members[at]?.person.name : undefined;
  return (
    <FormDrawer
      id="group"
      title={t('console.group.title', {
        session: `${format.day(session.day)} ${sessionName(words, session)}`,
      })}
      word={t('console.group.do', { count: members.length })}
      busy={busy}
      message={who && message ? t('console.group.because', { name: who, why: message }) : message}
      changed={members.length > 1}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p className="m">{t('console.group.about')}</p>
      {members.map((one, index) => (
        <div key={one.id} className="hit">
          <span className="ava" aria-hidden="true">
            {one.person.name.slice(0, 1)}
          </span>
          <p>
            <b>{t('console.person.aged', { name: one.person.name, age: one.person.age })}</b>
            <small>{factsOf(words, one.person)}</small>
          </p>
          {index > 0 && (
            <IconButton
              small
              icon="x"
              label={t('console.group.drop', { name: one.person.name })}
              onClick={() => setMembers(members.filter(({ id }) => id !== one.id))}
            />
          )}
        </div>
      ))}
      <FindOrRegister
        centreId={centreId}
        person={undefined}
        onPick={pick}
        error={missing ? t('console.group.needsMore') : undefined}
      />
    </FormDrawer>
  );
}

interface GroupButtonProps extends Omit<GroupDrawerProps, 'option' | 'onClose'> {
  /** What is chosen for the first of them; nothing to do together before. */
  readonly option: Option | undefined;
}

export function GroupButton({ option, onDone, ...group }: GroupButtonProps): ReactElement | null {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (!option) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Button kind="text" icon="user-plus" onClick={() => setOpen(true)}>
        {t('console.group.open')}
      </Button>
      {open && (
        <GroupDrawer
          {...group}
          option={option}
          onClose={close}
          onDone={() => {
            close();
            onDone();
          }}
        />
      )}
    </>
  );
}
