import { useNow } from '@linli/client';
import { DeskIcon } from '@linli/ui/desk';
import { type SyntheticEvent, type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import type { Texture } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useHotkeys } from '../../kit/keys';
import { Segmented } from '../../kit/tabs';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { AllergyDialog } from './allergy-dialog';
import { OptionsList } from './options-list';
import { type Person, PersonFinder } from './person-finder';
import { QuickEnd } from './quick-end';
import { arrivingOf, type Mode } from './quick-options';
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
  const [missing, setMissing] = useState<'who' | 'what'>();
  const [atOnce, setAtOnce] = useState(false);
  const options = useOptions({ centreId, day, person, mode, now });
  const booking = useQuickBooking();
  const { chosen } = options;
  const pick = (next: Person | undefined) => {
    setPerson(next);
    setTexture(undefined);
    setMissing(undefined);
    options.choose(undefined);
    booking.reset();
    if (next) return focusWhat();
    setText('');
    focusWho();
  };
  const send = async (checksIn: boolean, allowAllergens = false) => {
    setMissing(person ? (chosen ? undefined : 'what') : 'who');
    if (!person) return focusWho();
    if (!chosen) return;
    setAtOnce(checksIn);
    const wish = { person, option: chosen, mode, texture: texture ?? person.texture, allowAllergens };
    const done = await booking.send({ ...wish, atOnce: checksIn });
    if (!done) return;
    const said = {
      name: person.name,
      ticket: done.ticketNumber,
      day: format.relativeDay(done.session.day, now),
    };
    toast('ok', t(checksIn ? 'console.quick.bookedAndIn' : 'console.quick.booked', said));
    pick(undefined);
    onBooked();
  };
  const sendAsUsual = () => void send(chosen !== undefined && arrivingOf(chosen, mode, now) === 'NOW');
  const who = { text, setText, person, pick };
  const how = { mode, setMode, texture, setTexture };
  return { ...who, ...how, now, missing, options, booking, atOnce, send, sendAsUsual };
}

type Wish = ReturnType<typeof useWish>;

/** Someone stands here, or is on the phone: who, what, and it is done. */
export function QuickPanel(props: QuickPanelProps): ReactElement {
  const { t } = useWords();
  const registers = useMay('REGISTER_RESIDENTS');
  const [registering, setRegistering] = useState(false);
  const wish = useWish(props);
  const { text, setText, person, pick, booking, atOnce, send, sendAsUsual, mode, now, missing } = wish;
  const { chosen, options, read } = wish.options;
  useHotkeys({ n: () => (person ? pick(undefined) : focusWho()), 'ctrl+Enter': sendAsUsual });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    sendAsUsual();
  };
  const registered = (next: Person) => {
    setRegistering(false);
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
      <form className="quick__f" onSubmit={submit}>
        <div className="f">
          <ModeField wish={wish} />
          <PersonFinder
            centreId={props.centreId}
            text={text}
            onText={setText}
            person={person}
            onPick={pick}
            onRegister={() => setRegistering(true)}
            {...(missing === 'who' ? { error: t('console.quick.needsWho') } : {})}
          />
          {person && <OptionsList {...{ mode, now, options, chosen, read }} onChoose={wish.options.choose} />}
          {registers && !person && !text.trim() && (
            <Button kind="text" icon="user-plus" onClick={() => setRegistering(true)}>
              {t('console.register.title')}
            </Button>
          )}
        </div>
        <QuickEnd
          {...{ mode, now }}
          chosen={person && chosen}
          busy={booking.busy}
          message={
            missing === 'what' ? t('console.quick.needsWhat') : booking.clash ? undefined : booking.message
          }
          onSend={(checksIn) => void send(checksIn)}
        >
          {person && chosen?.session.service.meal && <TextureField wish={wish} person={person} />}
        </QuickEnd>
      </form>
      {booking.clash && person && chosen && (
        <AllergyDialog
          person={person}
          option={chosen}
          clash={booking.clash}
          busy={booking.busy}
          onClose={booking.reset}
          onOverride={() => void send(atOnce, true)}
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

function TextureField({
  wish: { texture, setTexture },
  person,
}: {
  readonly wish: Wish;
  readonly person: Person;
}): ReactElement {
  const { t } = useWords();
  return (
    <Segmented
      name="desk-texture"
      label={t('console.quick.texture')}
      hint={t('console.quick.registered', { texture: t(`Texture.${person.texture}`) })}
      value={texture ?? person.texture}
      onChange={setTexture}
      options={TEXTURES.map((key) => ({ key, label: t(`Texture.${key}`) }))}
    />
  );
}
