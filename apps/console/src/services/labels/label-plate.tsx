import type { ReactElement } from 'react';
import type { Meal } from '../../gql/graphql';
import { useWords } from '../../kit/words';
import type { Label, Stop } from './labels';

interface LabelPlateProps {
  readonly label: Label;
  readonly day: string;
  readonly meal: Meal;
  readonly stop: Stop | undefined;
}

/** What sticks on one box: 60 × 40 mm, black on white, as large on screen as on paper. */
export function LabelPlate({ label, day, meal, stop }: LabelPlateProps): ReactElement {
  const { t, format } = useWords();
  const { ticketNumber, name, way, texture, allergies, clashes, building, number, of, isLate } = label;
  const list = (words: readonly string[]) => words.join(t('console.listed'));
  return (
    <li className="label60">
      <p className="label60__t">
        <b>{ticketNumber}</b>
        <span className={texture === 'REGULAR' ? '' : 'inv'}>{t(`Texture.${texture}`)}</span>
        <span>{t(`MealWay.${way}`)}</span>
      </p>
      <p className="label60__n">
        <b>{name}</b>
        {building && <span>{building}</span>}
      </p>
      {allergies.length > 0 && (
        <p className="label60__a">
          <b>{t('console.allergicTo', { what: list(allergies.map((key) => t(`Allergen.${key}`))) })}</b>
          {clashes.length > 0 && <span>{t('console.kitchen.swap', { dishes: list(clashes) })}</span>}
        </p>
      )}
      <p className="label60__f">
        <span>
          {format.day(day)} {t(`Meal.${meal}`)}
        </span>
        {stop && <b>{t('console.labels.stop', { round: stop.round, stop: stop.stop })}</b>}
        {isLate && <b>{t('console.labels.late')}</b>}
        <span>{t('console.labels.numberOf', { number, of })}</span>
      </p>
    </li>
  );
}
