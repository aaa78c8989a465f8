import { DishPlate } from '@linli/ui';
import type { ReactElement } from 'react';
import { Phrase } from '../../shell/phrase';
import type { Shape } from '../../shell/fit';
import { useFit } from '../../shell/stage';
import { useWords } from '../../shell/words';
import type { CentreScene, Dish, Lunch } from '../scene';
import { comingSessions, hasBegun, type LunchShown, lunchShown, sessionsToday } from './choose';
import { Seats } from './seats';
import { SessionList } from './session-list';
import { TodayPage } from './today-page';

interface LunchPageProps {
  readonly scene: CentreScene;
  readonly now: Date;
  readonly keptFrom: Date | undefined;
}

/** Sessions for which there is room beside, or below, one row of dishes and two. */
const MOST_SESSIONS: Readonly<Record<Shape, readonly [one: number, two: number]>> = {
  normal: [6, 6],
  wide: [5, 5],
  tall: [4, 3],
};
/** With fewer left today the list goes on into the days after. */
const FEW_SESSIONS = 3;

/** What there is to eat, and whether there is room: the one thing that people come in to ask. */
export function LunchPage({ scene, now, keptFrom }: LunchPageProps): ReactElement {
  const { format } = useWords();
  const [mostBesideOne, mostBesideTwo] = MOST_SESSIONS[useFit().shape];
  const shown = lunchShown(scene, now);
  const isStale = keptFrom !== undefined;
  if (!shown) return <TodayPage scene={scene} now={now} isStale={isStale} />;
  const { lunch, isToday } = shown;
  // What has begun is no longer news here; the page of the week tells it.
  const toCome = comingSessions(scene, now).filter((session) => !hasBegun(session, now));
  const today = sessionsToday(scene, now).filter((session) => !hasBegun(session, now));
  return (
    <div className="body body--lunch">
      <div className="lunch__say">
        <h1 className="say">
          <Headline {...shown} day={format.relativeDay(lunch.day, now)} isStale={isStale} />
        </h1>
        <p className="sub">
          <WhenAndHowMuch lunch={lunch} isToday={isToday} />
        </p>
      </div>
      <Dishes dishes={lunch.dishes} />
      <Seats lunch={lunch} isToday={isToday} keptFrom={keptFrom} />
      <SessionList
        sessions={today.length >= FEW_SESSIONS ? today : toCome}
        isToday={today.length >= FEW_SESSIONS}
        most={lunch.dishes.length > ONE_ROW ? mostBesideTwo : mostBesideOne}
        now={now}
        isStale={isStale}
      />
    </div>
  );
}

function Headline({
  lunch: { placesLeft: left, taken },
  isToday,
  day,
  isStale,
}: LunchShown & { readonly day: string; readonly isStale: boolean }): ReactElement {
  const { t } = useWords();
  if (isStale) return <Phrase text={isToday ? t('screen.lunch.ask') : t('screen.lunch.askOther', { day })} />;
  if (left === 0) {
    return (
      <Phrase
        text={isToday ? t('screen.lunch.full', { taken }) : t('screen.lunch.nextFull', { day, taken })}
      />
    );
  }
  return (
    <Phrase text={isToday ? t('screen.lunch.left', { left }) : t('screen.lunch.nextLeft', { day, left })} />
  );
}

function WhenAndHowMuch({
  lunch,
  isToday,
}: {
  readonly lunch: Lunch;
  readonly isToday: boolean;
}): ReactElement {
  const { t, format } = useWords();
  const { place, startsAt, endsAt, fullFen, fromFen } = lunch;
  const to = format.time(endsAt);
  const full = format.money(fullFen);
  const when = isToday
    ? t('screen.lunch.whenToday', { to, place })
    : t('screen.lunch.when', { from: format.time(startsAt), to, place });
  const price =
    fromFen === fullFen
      ? t('screen.lunch.price', { full })
      : fromFen === 0
        ? t('screen.lunch.fromFree', { full })
        : t('screen.lunch.from', { from: format.money(fromFen), full });
  return <Phrase text={`${when}|${price}`} />;
}

const ONE_ROW = 4;

function Dishes({ dishes }: { readonly dishes: readonly Dish[] }): ReactElement {
  const { t } = useWords();
  if (dishes.length === 0) return <p className="menu menu--empty">{t('screen.lunch.noMenu')}</p>;
  return (
    <ul className={dishes.length > ONE_ROW ? 'menu menu--many' : 'menu'} data-count={dishes.length}>
      {dishes.map(({ name, look, note, allergens }) => (
        <li key={name}>
          <DishPlate look={look} />
          <b>{name}</b>
          <span>
            {allergens.length > 0
              ? t('screen.lunch.contains', {
                  allergens: allergens.map((each) => t(`Allergen.${each}`)).join(t('screen.lunch.comma')),
                })
              : note}
          </span>
        </li>
      ))}
    </ul>
  );
}
