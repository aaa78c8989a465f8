import { type ReactElement, useState } from 'react';
import { Link, useGo } from '../../shell/router';
import type {
  BookableFragment,
  LunchOfferFragment,
  MealWay,
  PersonFragment,
  Texture,
} from '../../gql/graphql';
import { CallCentre, ErrorSummary, Note } from '../../shell/pieces';
import { useLaterWords } from '../../shell/later-words';
import { useWords } from '../../shell/words';
import { ReadAloud } from '../aloud/read-aloud';
import { menuAloud } from '../aloud/spoken-words';
import { Bill } from '../bookings/bill';
import { PayBar } from '../bookings/pay-bar';
import { PlacesWord, saidByMark, useWhyNot } from '../places';
import { ToStandingOrder } from '../standing/my-standing-orders';
import { waitAt } from '../waitlist/wait-at';
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
  const { t } = useWords();
  const navigate = useGo();
  const [tried, setTried] = useState(0);
  const line = chosenWay(offer, way);
  const booked = bookedIn(offer);
  const open = line !== undefined && !line.refusal && !booked;
  const textures = texturesOf(offer.menu?.dishes ?? []);
  const eaten = textures.includes(texture) ? texture : 'REGULAR';
  const go = () => {
    if (!open) setTried(tried + 1);
    else navigate(`/lunch/check?day=${offer.day}&way=${wayOf(line)}&texture=${eaten}`);
  };
  return (
    <>
      {booked ? (
        <AlreadyBooked id={booked} />
      ) : (
        !open && <WhyNot key={tried} offer={offer} line={line} person={person} loud={tried > 0} />
      )}
      <MenuCard offer={offer} person={person} />
      <ReadAloud sentences={(words) => menuAloud(words, offer, person)} />
      <Ways offer={offer} chosen={line} onWay={onWay} />
      {textures.length > 1 && <Textures textures={textures} chosen={eaten} onTexture={onTexture} />}
      {line && <Bill price={line.price} heading={t('resident.howMuch')} />}
      <ToStandingOrder serviceId={line?.session.service.id} />
      <CallCentre lead={t('resident.bookByPhone')} />
      {line && (
        <PayBar
          price={line.price}
          label={open ? t('resident.nextCheck') : t('resident.changeDayFirst')}
          ready={open}
          onGo={go}
        />
      )}
    </>
  );
}

interface TexturesProps {
  readonly textures: readonly Texture[];
  readonly chosen: Texture;
  readonly onTexture: (texture: Texture) => void;
}

function Textures({ textures, chosen, onTexture }: TexturesProps): ReactElement {
  const { t } = useWords();
  return (
    <fieldset className="q">
      <legend>{t('resident.howSoft')}</legend>
      <div className="opts">
        {textures.map((each) => (
          <label key={each} className="opt">
            <input type="radio" name="texture" checked={each === chosen} onChange={() => onTexture(each)} />
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
  const { t } = useLaterWords();
  const whyNot = useWhyNot();
  if (!line?.refusal) return null;
  const wait = waitAt(line);
  const dish = offer.menu?.dishes.find((each) => clashesOf(each, person.allergies).length > 0);
  const isClash = line.refusal === 'ALLERGY_CLASH' && dish;
  const title = isClash ? t('resident.allergy.title') : whyNot(line);
  const lead = isClash
    ? t('resident.allergy.lead', {
        name: person.name,
        what: clashesOf(dish, person.allergies)
          .map((each) => t(`Allergen.${each}`))
          .join(t('common.listComma')),
        dish: dish.name,
      })
    : t('resident.chooseOtherDay');
  if (loud) return <ErrorSummary title={title}>{lead}</ErrorSummary>;
  return (
    <>
      <Note tone={isClash ? 'bad' : 'warn'} icon={isClash ? 'octagon-alert' : 'clock'} title={title}>
        {lead}
      </Note>
      {wait && (
        <Link className="btn btn--ghost" to={wait}>
          {t('later.wait.join')}
        </Link>
      )}
    </>
  );
}

function MenuCard({
  offer,
  person,
}: {
  readonly offer: LunchOfferFragment;
  readonly person: PersonFragment;
}): ReactElement {
  const { t, format } = useWords();
  const dishes = offer.menu?.dishes ?? [];
  const allergens = allergensIn(dishes);
  return (
    <section className="card">
      <h2 className="q__h">{format.day(offer.day)}</h2>
      {dishes.length > 0 ? (
        <Dishes dishes={dishes} allergies={person.allergies} />
      ) : (
        <p className="mute">{t('resident.noMenuYet')}</p>
      )}
      {(offer.menu?.note ?? allergens[0]) && (
        <p className="sm mute">
          {offer.menu?.note}
          {offer.menu?.note && ' '}
          {allergens.length > 0 &&
            t('resident.allergensIn', {
              what: allergens.map((each) => t(`Allergen.${each}`)).join(t('common.listComma')),
            })}
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
  const whyNot = useWhyNot();
  return (
    <fieldset className="q">
      <legend>{t('resident.howToEat')}</legend>
      <div className="opts">
        {sortedWays(offer).map((line) => {
          const { session, refusal } = line;
          const way = wayOf(line);
          return (
            <label key={session.id} className="opt">
              <input
                type="radio"
                name="way"
                checked={line === chosen}
                disabled={refusal !== null && line !== chosen}
                onChange={() => onWay(way)}
              />
              <span className="opt__f">
                <span className="opt__t">
                  <span>
                    <b>{t(`resident.way.${way}`)}</b>
                    <small>
                      {format.timeRange(session.startsAt, session.endsAt)} {session.place}
                    </small>
                    {refusal && !saidByMark(refusal) && <small>{whyNot(line)}</small>}
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
