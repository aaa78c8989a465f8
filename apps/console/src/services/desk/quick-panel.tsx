import { useNow } from '@linli/client';
import { Fragment, type SyntheticEvent, type ReactElement, useEffect, useState } from 'react';
import type { Texture } from '../../gql/graphql';
import { useHotkeys } from '../../kit/keys';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { CareButton } from '../../organisation/care/care-button';
import { SeveralButton } from '../several/several-button';
import { StandingButton } from '../standing/standing-button';
import { AllergyDialog } from './allergy-dialog';
import { FindOrRegister } from './find-or-register';
import { OptionsList } from './options-list';
import { GiveUpDialog } from './give-up-dialog';
import { GroupButton } from './group-drawer';
import type { Person, TicketHit } from './person-finder';
import { QuickEnd } from './quick-end';
import { ModeField, TextureField } from './quick-fields';
import { arrivingOf, type Mode, type Option } from './quick-options';
import { useOptions } from './use-options';
import { useQuickBooking } from './use-quick-booking';

interface QuickPanelProps {
  readonly centreId: string;
  readonly day: string;
  readonly onBooked: () => void;
  /** Who has a ticket of the day that ends so. */
  readonly onTicket: (text: string) => readonly TicketHit[];
}

const focusWho = () => setTimeout(() => document.getElementById('desk-who')?.focus(), 0);

/** Once what a person can book is there, the keys choose among it. */
function useFocusOnWhat(personId: string | undefined, isThere: boolean): void {
  useEffect(() => {
    if (personId && isThere) document.querySelector<HTMLElement>('[name="desk-what"]:checked')?.focus();
  }, [personId, isThere]);
}

/** One booking as it is being made: for whom, what, how. */
function useWish({ centreId, day, onBooked }: QuickPanelProps) {
  const { t, format } = useWords();
  const toast = useToast();
  const now = useNow(30_000);
  const [mode, setMode] = useState<Mode>('COUNTER');
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
    if (!next) focusWho();
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
  useFocusOnWhat(person?.id, options.read.data !== undefined);
  const sendAsUsual = () => void send(chosen !== undefined && arrivingOf(chosen, mode, now) === 'NOW');
  const who = { person, pick };
  const how = { mode, setMode, texture, setTexture };
  return { ...who, ...how, now, missing, options, booking, atOnce, send, sendAsUsual };
}

/** The keys of the booking; Esc asks first. */
function useQuickKeys({ person, pick, setMode, sendAsUsual }: ReturnType<typeof useWish>) {
  const [leaving, setLeaving] = useState(false);
  const startAgain = () => (person ? pick(undefined) : focusWho());
  useHotkeys({
    n: startAgain,
    t: () => {
      setMode('PHONE');
      startAgain();
    },
    'ctrl+Enter': sendAsUsual,
    // Later than this very key, which would close the dialog again.
    Escape: () => (person ? setTimeout(() => setLeaving(true), 0) : false),
  });
  return { leaving, setLeaving };
}

/** Someone stands here, or is on the phone: who, what, and it is done. */
export function QuickPanel(props: QuickPanelProps): ReactElement {
  const { t } = useWords();
  const wish = useWish(props);
  const { person, pick, booking, atOnce, send, sendAsUsual, mode, now, missing } = wish;
  const { chosen, options, read } = wish.options;
  const { leaving, setLeaving } = useQuickKeys(wish);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    sendAsUsual();
  };
  return (
    <section className="panel quick" aria-labelledby="quick-title">
      <QuickHead
        {...{ person, chosen, mode }}
        centreId={props.centreId}
        onChanged={props.onBooked}
        onBooked={() => {
          pick(undefined);
          props.onBooked();
        }}
      />
      <form className="quick__f" onSubmit={submit}>
        <div className="f">
          <ModeField mode={mode} onMode={wish.setMode} />
          <FindOrRegister
            centreId={props.centreId}
            person={person}
            onPick={pick}
            onTicket={props.onTicket}
            error={missing === 'who' ? t('console.quick.needsWho') : undefined}
            offersNew
          />
          {person && (
            <OptionsList
              {...{ mode, now, options, chosen, read }}
              days={wish.options.days}
              onChoose={wish.options.choose}
              onDays={wish.options.turn}
            />
          )}
        </div>
        <QuickEnd
          {...{ mode, now }}
          chosen={person && chosen}
          name={person?.name}
          busy={booking.busy}
          message={
            missing === 'what' ? t('console.quick.needsWhat') : booking.clash ? undefined : booking.message
          }
          onSend={(checksIn) => void send(checksIn)}
        >
          {person && chosen?.session.service.meal && (
            <TextureField texture={wish.texture} person={person} onTexture={wish.setTexture} />
          )}
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
      {leaving && person && <Leaving person={person} setLeaving={setLeaving} pick={pick} />}
    </section>
  );
}

interface LeavingProps extends Pick<ReturnType<typeof useWish>, 'pick'> {
  readonly person: Person;
  readonly setLeaving: (leaving: boolean) => void;
}

const Leaving = ({ person, setLeaving, pick }: LeavingProps): ReactElement => (
  <GiveUpDialog
    name={person.name}
    onGoOn={() => setLeaving(false)}
    onLeave={() => {
      setLeaving(false);
      pick(undefined);
    }}
  />
);

interface QuickHeadProps {
  readonly person: Person | undefined;
  readonly chosen: Option | undefined;
  readonly mode: Mode;
  readonly centreId: string;
  readonly onChanged: () => void;
  readonly onBooked: () => void;
}

function QuickHead(props: QuickHeadProps): ReactElement {
  const { person, chosen, mode, centreId, onChanged, onBooked } = props;
  const { t } = useWords();
  return (
    <div className="ph">
      <h2 id="quick-title">{t('console.quick.title')}</h2>
      {/* Beside the booking's form, not in it: what is sent in a drawer would be sent there too. */}
      {person && (
        <Fragment key={person.id}>
          <StandingButton {...{ person, centreId, onChanged }} />
          <CareButton person={person} />
          <SeveralButton {...{ person, mode, centreId }} onDone={onBooked} />
          <GroupButton {...{ person, mode, centreId }} option={chosen} onDone={onBooked} />
        </Fragment>
      )}
      {!person && (
        <span className="r" aria-hidden="true">
          <kbd>N</kbd> <kbd>T</kbd>
        </span>
      )}
    </div>
  );
}
