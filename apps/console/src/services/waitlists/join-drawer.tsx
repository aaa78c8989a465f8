import { useNow } from '@linli/client';
import { type ReactElement, useEffect, useState } from 'react';
import {
  JoinWaitlistDocument,
  type MayWaitQuery,
  MayWaitDocument,
  type SessionCountsFragment,
} from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { Segmented } from '../../kit/tabs';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { AllergyDialog } from '../desk/allergy-dialog';
import { whyNot } from '../desk/option-words';
import { FindOrRegister } from '../desk/find-or-register';
import type { Person } from '../desk/person-finder';
import { PriceLines } from '../desk/price-lines';
import type { Mode } from '../desk/quick-options';
import { sessionName } from '../desk/words-of';

interface JoinDrawerProps {
  readonly session: SessionCountsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const OPENS_MS = 350;

/** Somebody who calls or stands here waits for a place: who, and it is done. */
export function JoinDrawer({ session, onClose, onDone }: JoinDrawerProps): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const toast = useToast();
  const [mode, setMode] = useState<Mode>('PHONE');
  const [text, setText] = useState('');
  const [person, setPerson] = useState<Person>();
  const [missing, setMissing] = useState(false);
  const join = useCreate(JoinWaitlistDocument);
  // The drawer takes the focus while it opens.
  useEffect(() => {
    const timer = setTimeout(() => document.getElementById('desk-who')?.focus(), OPENS_MS);
    return () => clearTimeout(timer);
  }, []);
  const pick = (next: Person | undefined) => {
    setPerson(next);
    setMissing(false);
    join.reset();
  };
  const asked = { centreId: session.centreId, serviceId: session.service.id, day: session.day };
  const read = useRead(MayWaitDocument, { ...asked, beneficiaryId: person?.id ?? '' }, { skip: !person });
  const option = read.data?.bookableSessions.find((one) => one.session.id === session.id);
  const send = async (allowAllergens = false) => {
    setMissing(!person);
    if (!person) return;
    const texture = session.service.meal ? person.texture : null;
    const { done } = await join.act({
      ...{ sessionId: session.id, beneficiaryId: person.id, channel: mode, texture, allowAllergens },
    });
    if (!done) return;
    toast('ok', t('console.waitlist.added', { name: person.name, position: done.waitlistPosition ?? '' }));
    onDone();
    onClose();
  };
  const clash = join.refused?.code === 'ALLERGY_CLASH' ? join.refused : undefined;
  return (
    <FormDrawer
      id="join-waitlist"
      title={t('console.waitlist.addTo', {
        session: `${format.day(session.day)} ${sessionName(words, session)}`,
      })}
      word={t('console.waitlist.addDo')}
      busy={join.busy}
      message={clash ? undefined : join.message}
      changed={person !== undefined || text.trim() !== ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Segmented
        name="join-mode"
        label={t('console.quick.how')}
        value={mode}
        onChange={setMode}
        options={[
          { key: 'PHONE', label: t('console.quick.phone') },
          { key: 'COUNTER', label: t('console.quick.counter') },
        ]}
      />
      <FindOrRegister
        centreId={session.centreId}
        person={person}
        onPick={pick}
        onText={setText}
        error={missing ? t('console.quick.needsWho') : undefined}
      />
      {person && option && <WhatItMeans person={person} option={option} mode={mode} />}
      {clash && person && option && (
        <AllergyDialog
          person={person}
          option={option}
          clash={clash}
          busy={join.busy}
          onClose={join.reset}
          onOverride={() => void send(true)}
        />
      )}
    </FormDrawer>
  );
}

type MayWait = MayWaitQuery['bookableSessions'][number];

/** Before it is sent: the place in the line, the price, and how they will hear of it; or why it cannot be. */
function WhatItMeans({
  person,
  option,
  mode,
}: {
  readonly person: Person;
  readonly option: MayWait;
  readonly mode: Mode;
}): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const now = useNow(30_000);
  const { session, refusal } = option;
  if (refusal === 'ALREADY_BOOKED')
    return <p className="note note--bad">{t('console.waitlist.alreadyIn', { name: person.name })}</p>;
  if (option.placesLeft > 0 && refusal === null)
    return <p className="note note--info">{t('console.waitlist.free')}</p>;
  if (!option.mayJoinWaitlist && refusal !== 'ALLERGY_CLASH')
    return <p className="note note--bad">{whyNot(words, option, mode, now)}</p>;
  return (
    <div className="stack stack--s">
      <p>
        {t('console.waitlist.addHint', {
          position: option.waiting + 1,
          minutes: session.service.policy.holdMinutes,
          time: format.dateTime(session.closesAt),
        })}
      </p>
      <p className="m">{t(person.phone ? 'console.waitlist.told' : 'console.waitlist.toldNot')}</p>
      <PriceLines price={option.price} />
    </div>
  );
}
