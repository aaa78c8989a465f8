import type { ReactElement } from 'react';
import type { Meal } from '../../gql/graphql';
import { MEALS } from '../../kit/choices';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';

interface MealTabsProps {
  readonly meal: Meal;
  readonly onChange: (meal: Meal) => void;
  /** How many of each meal, where it is known. */
  readonly count?: (meal: Meal) => number | undefined;
}

/** Of which meal a page of the kitchen tells. */
export function MealTabs({ meal, onChange, count }: MealTabsProps): ReactElement {
  const { t } = useWords();
  return (
    <Tabs
      label={t('console.kitchen.meals')}
      tabs={MEALS.map((key) => ({ key, label: t(`Meal.${key}`), count: count?.(key) }))}
      current={meal}
      onChange={onChange}
    />
  );
}
