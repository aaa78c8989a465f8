import { useNow } from '@linli/client';
import type { ReactElement } from 'react';
import { Link } from '../../shell/router';
import type { HomeQuery, LunchOfferFragment, PersonFragment } from '../../gql/graphql';
import { useWords } from '../../shell/words';
import { PriceLine } from '../bookings/bill';
import { Dishes } from '../meals/dishes';
import { lastWish } from '../meals/last-wish';
import { bookedIn, chosenWay, dayState, wayOf } from '../meals/lunch-rules';
import { PlacesBar } from '../places';

type HomeAnswer = HomeQuery['home'];

/** Today's lunch until it is over, then tomorrow's; and the shortest way to tomorrow's. */
export function LunchCard({ home }: { readonly home: HomeAnswer }): ReactElement {
  const { t, format } = useWords();
  const now = useNow(60_000);
  const isOver = (offer: LunchOfferFragment) =>
    offer.ways.every(({ session }) => new Date(session.endsAt) < now);
  const today = home.lunchToday && !isOver(home.lunchToday) ? home.lunchToday : undefined;
  const offer = today ?? home.lunchTomorrow ?? undefined;
  const line = chosenWay(offer);
  return (
    <section className="sec">
      <div className="sec__h">
        <h2>{today ? t('resident.lunchToday') : t('resident.lunchTomorrow')}</h2>
        {line && (
          <span className="sm mute">{format.timeRange(line.session.startsAt, line.session.endsAt)}</span>
        )}
      </div>
      <div className="card">
        {offer && line ? (
          <Offer offer={offer} person={home.beneficiary} />
        ) : (
          <p className="mute">{t('resident.noLunchNow')}</p>
        )}
        <LunchActs home={home} today={today} />
      </div>
    </section>
  );
}

function Offer({
  offer,
  person,
}: {
  readonly offer: LunchOfferFragment;
  readonly person: PersonFragment;
}): ReactElement {
  const { t } = useWords();
  const line = chosenWay(offer);
  const dishes = offer.menu?.dishes ?? [];
  return (
    <>
      {dishes.length > 0 ? (
        <Dishes dishes={dishes} allergies={person.allergies} />
      ) : (
        <p className="mute">{t('resident.noMenuYet')}</p>
      )}
      {line && <PriceLine price={line.price} />}
      <PlacesBar left={offer.placesLeft} capacity={offer.capacity} />
      <Standing offer={offer} />
    </>
  );
}

/** After the cut-off the places that are left are given at the counter, and the page says so. */
function Standing({ offer }: { readonly offer: LunchOfferFragment }): ReactElement | null {
  const { t } = useWords();
  const state = dayState(offer);
  if (state.kind === 'over' && offer.placesLeft > 0) return <p className="sm mute">{t('resident.walkIn')}</p>;
  if (state.kind === 'booked') return <p className="sm">{t('resident.alreadyBooked')}</p>;
  return null;
}

function LunchActs({
  home,
  today,
}: {
  readonly home: HomeAnswer;
  readonly today: LunchOfferFragment | undefined;
}): ReactElement {
  const { t } = useWords();
  const { lunchTomorrow, beneficiary } = home;
  const todayOpen = today !== undefined && dayState(today).kind === 'open';
  return (
    <div className="btns">
      {todayOpen && <BookLink offer={today} person={beneficiary} label={t('resident.bookToday')} first />}
      {lunchTomorrow && <Tomorrow offer={lunchTomorrow} person={beneficiary} first={!todayOpen} />}
      <Link className="btn btn--ghost" to="/lunch">
        {t('resident.weekMenu')}
      </Link>
    </div>
  );
}

interface LinkProps {
  readonly offer: LunchOfferFragment;
  readonly person: PersonFragment;
  readonly first: boolean;
}

function Tomorrow({ offer, person, first }: LinkProps): ReactElement | null {
  const { t } = useWords();
  const booked = bookedIn(offer);
  const state = dayState(offer);
  if (booked) {
    return (
      <Link className="btn btn--ghost" to={`/bookings/${booked}`}>
        {t('resident.tomorrowBooked')}
      </Link>
    );
  }
  return state.kind === 'open' ? (
    <BookLink offer={offer} person={person} label={t('resident.bookTomorrow')} first={first} />
  ) : null;
}

/** Straight to the check page, with what was chosen last: one more tap and it is booked. */
function BookLink({ offer, person, label, first }: LinkProps & { readonly label: string }): ReactElement {
  const line = chosenWay(offer, lastWish(person.id).way);
  const way = line ? `&way=${wayOf(line)}` : '';
  return (
    <Link className={first ? 'btn' : 'btn btn--ghost'} to={`/lunch/check?day=${offer.day}${way}`}>
      {label}
    </Link>
  );
}
