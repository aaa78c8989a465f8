import { useNow } from '@linli/client';
import { DeskIcon } from '@linli/ui/desk';
import { type SyntheticEvent, type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import type { Texture } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useHotkeys } from '../../kit/keys';
import { Problem } from '../../kit/problem';
import { Segmented } from '../../kit/tabs';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { AllergyDialog } from './allergy-dialog';
import { OptionsList } from './options-list';
import { type Person, PersonFinder } from './person-finder';
import { PriceLines } from './price-lines';
import { checksInAtOnce, type Mode } from './quick-options';
import { RegisterDrawer } from './register-drawer';
import { useOptions } from './use-options';
import { useQuickBooking } from './use-quick-booking';

interface QuickPanelProps {
  readonly centreId: string;
  readonly day: string;
  readonly onBooked: () => void;
}

const focusWho = () => setTimeout(() => document.getElementById('desk-who')?.focus(), 0);
// The options of a person are read first.
const focusWhat = () =>
  setTimeout(() => document.querySelector<HTMLElement>('[name="desk-what"]:checked')?.focus(), 350);

/** One booking as it is being made: for whom, what, how. */
function useWish({ centreId, day, onBooked }: QuickPanelProps) {
  const { t, format } = useWords();
  const toast = useToast();
  const now = useNow(30_000);
  const [mode, setMode] = useState<Mode>('COUNTER');
  const [text, setText] = useState('');
  const [person, setPerson] = useState<Person>();
  const [texture, setTexture] = useState<Texture>();
  const options = useOptions({ centreId, day, person, mode, now });
  const booking = useQuickBooking();
  const { chosen } = options;
  const atOnce = chosen ? checksInAtOnce(chosen, mode, now) : false;
  const pick = (next: Person | undefined) => {
    setPerson(next);
    setTexture(undefined);
    options.choose(undefined);
    booking.reset();
    if (next) focusWhat();
    else focusWho();
  };
  const send = async (allowAllergens: boolean) => {
    if (!person || !chosen) return focusWho();
    const wish = { person, option: chosen, mode, atOnce, texture: texture ?? person.texture, allowAllergens };
    const done = await booking.send(wish);
    if (!done) return;
    const said = {
      name: person.name,
      ticket: done.ticketNumber,
      day: format.relativeDay(done.session.day, now),
    };
    toast('ok', t(atOnce ? 'console.quick.bookedAndIn' : 'console.quick.booked', said));
    setText('');
    pick(undefined);
    onBooked();
  };
  return {
    now,
    mode,
    setMode,
    text,
    setText,
    person,
    pick,
    texture,
    setTexture,
    options,
    booking,
    atOnce,
    send,
  };
}

type Wish = ReturnType<typeof useWish>;

/** Someone stands here, or is on the phone: who, what, and it is done. */
export function QuickPanel(props: QuickPanelProps): ReactElement {
  const { t } = useWords();
  const registers = useMay('REGISTER_RESIDENTS');
  const [registering, setRegistering] = useState(false);
  const wish = useWish(props);
  const { text, setText, person, pick, booking, atOnce, send } = wish;
  const { chosen } = wish.options;
  useHotkeys({ n: focusWho, 'ctrl+Enter': () => void send(false) });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send(false);
  };
  const registered = (next: Person) => {
    setRegistering(false);
    setText(next.name);
    pick(next);
  };
  return (
    <section className="panel quick" aria-labelledby="quick-title">
      <div className="ph">
        <h2 id="quick-title">{t('console.quick.title')}</h2>
        <span className="r" aria-hidden="true">
          <kbd>N</kbd>
        </span>
      </div>
      <form className="f" onSubmit={submit}>
        <ModeField wish={wish} />
        <PersonFinder
          centreId={props.centreId}
          text={text}
          onText={setText}
          person={person}
          onPick={pick}
          onRegister={() => setRegistering(true)}
        />
        {person && <WhatFields wish={wish} person={person} />}
        <div className="end">
          {person && chosen && <PriceLines price={chosen.price} />}
          <Problem message={booking.clash ? undefined : booking.message} />
          <Button
            kind="primary"
            type="submit"
            busy={booking.busy}
            disabled={!person || !chosen}
            keys="Ctrl ↵"
          >
            {t(atOnce || !chosen ? 'console.quick.bookAndCheckIn' : 'console.quick.book')}
          </Button>
          {registers && !person && (
            <Button kind="text" icon="user-plus" onClick={() => setRegistering(true)}>
              {t('console.register.title')}
            </Button>
          )}
        </div>
      </form>
      {booking.clash && person && chosen && (
        <AllergyDialog
          person={person}
          option={chosen}
          clash={booking.clash}
          busy={booking.busy}
          onClose={booking.reset}
          onOverride={() => void send(true)}
        />
      )}
      <RegisterDrawer
        open={registering}
        suggested={text}
        onClose={() => setRegistering(false)}
        onRegistered={registered}
      />
    </section>
  );
}

function ModeField({ wish: { mode, setMode } }: { readonly wish: Wish }): ReactElement {
  const { t } = useWords();
  const word = (icon: 'store' | 'phone', text: string) => (
    <>
      <DeskIcon name={icon} />
      {text}
    </>
  );
  return (
    <Segmented
      name="desk-mode"
      label={<span className="vh">{t('console.quick.how')}</span>}
      value={mode}
      onChange={setMode}
      options={[
        { key: 'COUNTER', label: word('store', t('console.quick.counter')) },
        { key: 'PHONE', label: word('phone', t('console.quick.phone')) },
      ]}
    />
  );
}

const TEXTURES: readonly Texture[] = ['REGULAR', 'SOFT', 'LIQUID'];

function WhatFields({ wish, person }: { readonly wish: Wish; readonly person: Person }): ReactElement {
  const { t } = useWords();
  const { mode, now, texture, setTexture } = wish;
  const { options, chosen, choose, read } = wish.options;
  return (
    <>
      <OptionsList options={options} chosen={chosen} onChoose={choose} mode={mode} now={now} read={read} />
      {chosen?.session.service.meal && (
        <Segmented
          name="desk-texture"
          label={t('console.quick.texture')}
          hint={t('console.quick.registered', { texture: t(`Texture.${person.texture}`) })}
          value={texture ?? person.texture}
          onChange={setTexture}
          options={TEXTURES.map((key) => ({ key, label: t(`Texture.${key}`) }))}
        />
      )}
    </>
  );
}
