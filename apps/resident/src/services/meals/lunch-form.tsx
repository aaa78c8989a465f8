import { refusalMessage } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { Link, useGo } from '../../shell/router';
import type { BookableFragment, LunchOfferFragment, MealWay, PersonFragment, Texture } from '../../gql/graphql';
import { ErrorSummary, Note } from '../../shell/pieces';
import { useWords } from '../../shell/words';
import { Bill } from '../bookings/bill';
import { PlacesWord } from '../places';
import { Dishes } from './dishes';
import { allergensIn, bookedIn, chosenWay, clashesOf, sortedWays, texturesOf, wayOf } from './lunch-rules';

interface Props {
  readonly offer: LunchOfferFragment;
  readonly person: PersonFragment;
  readonly way: MealWay | null;
  readonly texture: Texture;
  readonly onWay: (way: MealWay) => void;
  readonly onTexture: (texture: Texture) => void;
}

export function LunchForm({ offer, person, way, texture, onWay, onTexture }: Props): ReactElement {
  const { t, format } = useWords();
  const navigate = useGo();
  const [tried, setTried] = useState(0);
  const line = chosenWay(offer, way);
  const booked = bookedIn(offer);
  const open = line !== undefined && !line.refusal && !booked;
  const textures = texturesOf(offer.menu?.dishes ?? []);
  const eaten = textures.includes(texture) ? texture : 'REGULAR';
  const go = () => {
    if (!open) return setTried(tried + 1);
    navigate(`/lunch/check?day=${offer.day}&way=${wayOf(line)}&texture=${eaten}`);
  };
  return (
    <>
      {booked ? <AlreadyBooked id={booked} /> : !open && <WhyNot key={tried} offer={offer} line={line} person={person} loud={tried > 0} />}
      <MenuCard offer={offer} person={person} />
      <Ways offer={offer} chosen={line} onWay={onWay} />
      {textures.length > 1 && (
        <fieldset className="q">
          <legend>{t('resident.howSoft')}</legend>
          <div className="opts">
            {textures.map((each) => (
              <label key={each} className="opt">
                <input type="radio" name="texture" checked={each === eaten} onChange={() => onTexture(each)} />
                <span className="opt__f">
                  <span>
                    <b>{t(`Texture.${each}`)}</b>
                    <small>{t(`resident.texture.${each}`)}</small>
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {line && <Bill price={line.price} heading={t('resident.howMuch')} />}
      {line && (
        <div className="act">
          <p className="act__p">
            {t('resident.youPay')}
            <b>{line.price.payFen === 0 ? t('resident.free') : format.money(line.price.payFen, { exact: true })}</b>
          </p>
          <button className="btn" type="button" aria-disabled={!open} onClick={go}>
            {open ? t('resident.nextCheck') : t('resident.changeDayFirst')}
          </button>
        </div>
      )}
    </>
  );
}

function AlreadyBooked({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords();
  return (
    <Note tone="ok" icon="ticket" title={t('resident.alreadyBooked')}>
      <Link className="link" to={`/bookings/${id}`}>
        {t('resident.showTicket')}
      </Link>
    </Note>
  );
}

interface WhyNotProps {
  readonly offer: LunchOfferFragment;
  readonly line: BookableFragment | undefined;
  readonly person: PersonFragment;
  /** After a tap on the button: then it takes the focus. */
  readonly loud: boolean;
}

/** Why this day cannot be booked: with an allergy, by the name of the dish. */
function WhyNot({ offer, line, person, loud }: WhyNotProps): ReactElement | null {
  const { t, format } = useWords();
  if (!line?.refusal) return null;
  const dish = offer.menu?.dishes.find((each) => clashesOf(each, person.allergies).length > 0);
  const isClash = line.refusal === 'ALLERGY_CLASH' && dish;
  const title = isClash ? t('resident.allergy.title') : refusalMessage({ code: line.refusal, details: line.refusalDetails ?? {} }, t, format);
  const lead = isClash
    ? t('resident.allergy.lead', {
        name: person.name,
        what: clashesOf(dish, person.allergies).map((each) => t(`Allergen.${each}`)).join('、'),
        dish: dish.name,
      })
    : t('resident.chooseOtherDay');
  if (loud) return <ErrorSummary title={title}>{lead}</ErrorSummary>;
  return (
    <Note tone={isClash ? 'bad' : 'warn'} icon={isClash ? 'octagon-alert' : 'clock'} title={title}>
      {lead}
    </Note>
  );
}

function MenuCard({ offer, person }: { readonly offer: LunchOfferFragment; readonly person: PersonFragment }): ReactElement {
  const { t, format } = useWords();
  const dishes = offer.menu?.dishes ?? [];
  const allergens = allergensIn(dishes);
  return (
    <section className="card">
      <h2 className="q__h">{format.day(offer.day)}</h2>
      {dishes.length > 0 ? <Dishes dishes={dishes} allergies={person.allergies} /> : <p className="mute">{t('resident.noMenuYet')}</p>}
      {(offer.menu?.note || allergens.length > 0) && (
        <p className="sm mute">
          {offer.menu?.note}
          {offer.menu?.note && ' '}
          {allergens.length > 0 && t('resident.allergensIn', { what: allergens.map((each) => t(`Allergen.${each}`)).join('、') })}
        </p>
      )}
    </section>
  );
}

interface WaysProps {
  readonly offer: LunchOfferFragment;
  readonly chosen: BookableFragment | undefined;
  readonly onWay: (way: MealWay) => void;
}

function Ways({ offer, chosen, onWay }: WaysProps): ReactElement {
  const { t, format } = useWords();
  return (
    <fieldset className="q">
      <legend>{t('resident.howToEat')}</legend>
      <div className="opts">
        {sortedWays(offer).map((line) => {
          const { session, refusal, refusalDetails } = line;
          const way = wayOf(line);
          return (
            <label key={session.id} className="opt">
              <input type="radio" name="way" checked={line === chosen} disabled={refusal !== null && line !== chosen} onChange={() => onWay(way)} />
              <span className="opt__f">
                <span className="opt__t">
                  <span>
                    <b>{t(`resident.way.${way}`)}</b>
                    <small>
                      {format.timeRange(session.startsAt, session.endsAt)} {session.place}
                    </small>
                    {refusal && <small>{refusalMessage({ code: refusal, details: refusalDetails ?? {} }, t, format)}</small>}
                  </span>
                  <PlacesWord line={line} />
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
