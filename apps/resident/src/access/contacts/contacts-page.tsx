import '../../styles/care.css';
import { Icon } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import type { ContactFragment, DoorFragment } from '../../gql/graphql';
import { Ask } from '../../shell/ask';
import { Heading, Page } from '../../shell/page';
import { CallCentre, Failed, Waiting } from '../../shell/pieces';
import { Link } from '../../shell/router';
import { useLaterWords } from '../../shell/later-words';
import { SignInProblem } from '../sign-in-problem';
import { startContact, startDoor } from './drafts';
import { asTheyAre, type Kept, keptPerson, useContacts, usePeopleKept, useSaveContacts } from './use-keeping';

/** As many as the server keeps. */
const AT_MOST = 3;

/** Whom the centre calls when nobody opens, and where the door is. */
export function ContactsPage(): ReactElement {
  const { t } = useLaterWords();
  const { people, person, error, again } = usePeopleKept();
  const read = useContacts(person);
  const problem = error ?? (read.data ? undefined : read.error);
  return (
    <Page title={t('later.contacts.title')} back={{ to: '/me' }} tab="me" busy={!read.data && !problem}>
      <Heading>{t('later.contacts.title')}</Heading>
      <p className="lead">{t('later.contacts.lead')}</p>
      {people && person && people.length > 1 && <Whose people={people} current={person} />}
      {person && read.data ? (
        <>
          <Contacts person={person} contacts={read.data.emergencyContacts.contacts} />
          <Door door={read.data.homeDoor} />
        </>
      ) : problem ? (
        <Failed error={problem} onRetry={error ? again : read.again} />
      ) : (
        <Waiting />
      )}
      <CallCentre lead={t('later.care.call')} />
    </Page>
  );
}

function Whose({
  people,
  current,
}: {
  readonly people: readonly Kept[];
  readonly current: Kept;
}): ReactElement {
  const { t } = useLaterWords();
  return (
    <fieldset className="whos">
      <legend>{t('later.contacts.whose')}</legend>
      {people.map(({ id, name, isMe }) => (
        <label key={id} className="who">
          <input type="radio" name="whose" checked={id === current.id} onChange={() => keptPerson.set(id)} />
          <span className="who__f">
            <Icon name="check" />
            {isMe ? t('resident.myself', { name }) : name}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Contacts({
  person,
  contacts,
}: {
  readonly person: Kept;
  readonly contacts: readonly ContactFragment[];
}): ReactElement {
  const { t } = useLaterWords();
  const { submission, save } = useSaveContacts(person.id);
  const [asked, setAsked] = useState<ContactFragment>();
  const busy = submission.state === 'submitting';
  const without = (one: ContactFragment) => contacts.filter(({ id }) => id !== one.id);
  const callFirst = (one: ContactFragment) => save(asTheyAre([one, ...without(one)]));
  const remove = async (one: ContactFragment) => {
    setAsked(undefined);
    await save(asTheyAre(without(one)));
  };
  return (
    <section className="sec">
      <h2 className="q__h">{t('later.contacts.people')}</h2>
      <SignInProblem submission={submission} title={t('later.notSaved')} />
      {contacts.length === 0 && <p className="mute">{t('later.contacts.nobody')}</p>}
      <ol className="sec">
        {contacts.map((one, i) => (
          <li key={one.id} className="card sec">
            <h3 className="care__who">
              <span>{one.name}</span>
              <span className="sm mute">{t('later.contacts.rank', { rank: i + 1 })}</span>
            </h3>
            <p className="num">
              {t(`ContactRelation.${one.relation}`)} · {one.phone}
            </p>
            <div className="btns" aria-busy={busy}>
              {i > 0 && (
                <button
                  className="btn btn--plain"
                  type="button"
                  aria-disabled={busy}
                  onClick={busy ? undefined : () => void callFirst(one)}
                >
                  {t('later.contacts.callFirst')}
                  <span className="vh"> {one.name}</span>
                </button>
              )}
              <button className="btn btn--plain" type="button" onClick={() => setAsked(one)}>
                {t('common.remove')}
                <span className="vh"> {one.name}</span>
              </button>
            </div>
          </li>
        ))}
      </ol>
      {contacts.length < AT_MOST ? (
        <Link className="btn" to="/me/contacts/new" onClick={startContact}>
          <Icon name="plus" />
          {t('later.contacts.add')}
        </Link>
      ) : (
        <p className="sm mute">{t('later.contacts.full')}</p>
      )}
      {asked && (
        <Ask title={t('later.contacts.removeAsk', { name: asked.name })} onClose={() => setAsked(undefined)}>
          <p>{t('later.contacts.removeLead')}</p>
          <div className="btns">
            <button className="btn btn--bad" type="button" onClick={() => void remove(asked)}>
              {t('common.remove')}
            </button>
            <button className="btn btn--plain" type="button" onClick={() => setAsked(undefined)}>
              {t('later.care.keep')}
            </button>
          </div>
        </Ask>
      )}
    </section>
  );
}

function Door({ door }: { readonly door: DoorFragment | null | undefined }): ReactElement {
  const { t } = useLaterWords();
  return (
    <section className="sec">
      <h2 className="q__h">{t('later.contacts.door')}</h2>
      {door ? (
        <div className="card sec">
          <h3 className="care__who">{door.door}</h3>
          <p>
            {door.atHomeFrom && door.atHomeTo
              ? t('later.contacts.homeBetween', { from: door.atHomeFrom, to: door.atHomeTo })
              : t('later.contacts.anyTime')}
          </p>
          {door.hint && <p className="mute">{door.hint}</p>}
        </div>
      ) : (
        <p className="mute">{t('later.contacts.noDoor')}</p>
      )}
      <Link className="btn btn--plain" to="/me/contacts/door" onClick={() => startDoor(door ?? undefined)}>
        {t(door ? 'later.contacts.changeDoor' : 'later.contacts.writeDoor')}
      </Link>
    </section>
  );
}
