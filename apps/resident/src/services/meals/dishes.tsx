import type { ReactElement } from 'react';
import type { Allergen } from '../../gql/graphql';
import { useWords } from '../../shell/words';
import { clashesOf, type Dish } from './lunch-rules';
import { Plate } from './plate';

interface Props {
  readonly dishes: readonly Dish[];
  readonly allergies: readonly Allergen[];
}

/** The plates of a menu; what this person must not eat is said under the dish. */
export function Dishes({ dishes, allergies }: Props): ReactElement {
  const { t } = useWords();
  return (
    <ul className="dishes">
      {dishes.map((dish) => {
        const clashes = clashesOf(dish, allergies);
        return (
          <li key={dish.name}>
            <Plate look={dish.look} />
            <span>
              {dish.name}
              {clashes.length > 0 ? (
                <span className="tag tag--bad">
                  {t('resident.contains', {
                    what: clashes.map((each) => t(`Allergen.${each}`)).join(t('common.listComma')),
                  })}
                </span>
              ) : (
                dish.note && <span className="tag">{dish.note}</span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
