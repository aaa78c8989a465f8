import type { ReactElement } from 'react';
import { useLaterWords } from '../../shell/later-words';
import { useGo, useSearch } from '../../shell/router';
import { lastWish } from '../meals/last-wish';
import { useWhyNot } from '../places';
import { usePay } from '../bookings/pay-bar';
import { NewPage } from './new-page';
import type { MealToStand } from './use-meals';
import { useWish } from './wish';

/** What is chosen, else how the last lunch was, else the first that may be. */
export function chosenMeal(
  meals: readonly MealToStand[],
  serviceId: string | undefined,
  personId: string,
): MealToStand | undefined {
  const may = meals.filter(({ isBarred }) => !isBarred);
  const { way } = lastWish(personId);
  return (
    may.find(({ service }) => service.id === serviceId) ??
    may.find(({ service }) => service.meal === 'LUNCH' && service.way === way) ??
    may.find(({ service }) => service.meal === 'LUNCH') ??
    may[0]
  );
}

/** The second question: eaten there, fetched, or brought. */
export function WhichWayPage(): ReactElement {
  const { t } = useLaterWords();
  const go = useGo();
  const { wish, to } = useWish();
  return (
    <NewPage step="how" title={t('resident.howToEat')} back={to('')}>
      {(meals, person) => {
        const chosen = chosenMeal(meals, wish.serviceId, person.id);
        return (
          <>
            <Meals meals={meals} chosen={chosen} />
            {chosen && (
              <button
                className="btn"
                type="button"
                onClick={() => go(to('/from', { serviceId: chosen.service.id }))}
              >
                {t('later.standing.next')}
              </button>
            )}
          </>
        );
      }}
    </NewPage>
  );
}

interface MealsProps {
  readonly meals: readonly MealToStand[];
  readonly chosen: MealToStand | undefined;
}

function Meals({ meals, chosen }: MealsProps): ReactElement {
  const { t, format } = useLaterWords();
  const [, choose] = useSearch();
  const whyNot = useWhyNot();
  const pay = usePay();
  const isOneMeal = new Set(meals.map(({ service }) => service.meal)).size === 1;
  return (
    <fieldset className="q" aria-label={t('resident.howToEat')}>
      <div className="opts">
        {meals.map((meal) => {
          const { service, line, isBarred } = meal;
          const way = t(`resident.way.${service.way ?? 'DINE_IN'}`);
          return (
            <label key={service.id} className="opt">
              <input
                type="radio"
                name="service"
                checked={meal === chosen}
                disabled={isBarred}
                onChange={() => choose({ service: service.id })}
              />
              <span className="opt__f">
                <span className="opt__t">
                  <span>
                    <b>
                      {isOneMeal || !service.meal
                        ? way
                        : t('resident.mealAndWay', { meal: t(`Meal.${service.meal}`), way })}
                    </b>
                    <small>
                      {line && format.timeRange(line.session.startsAt, line.session.endsAt)} {service.place}
                    </small>
                    {isBarred && line && <small>{whyNot(line)}</small>}
                  </span>
                  {line && !isBarred && <span className="b">{pay(line.price)}</span>}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
