import { type ReactElement } from 'react';
import type { BookedAs, Meal, MealWay } from '../../gql/graphql';
import { BOOKED_AS, CARE_NEEDS, MEAL_WAYS, MEALS, SERVICE_CATEGORIES } from '../../kit/choices';
import { ChecksField, ChoiceField, Field, TextField } from '../../kit/field';
import type { Form } from '../../kit/form';
import { useWords } from '../../kit/words';
import { type ServiceValues, usualLimitOf, usualWayOf } from './service-values';

interface Of {
  readonly form: Pick<Form<ServiceValues>, 'values' | 'set' | 'faults'>;
}

export function OfferFields({ form: { values, set, faults } }: Of): ReactElement {
  const { t } = useWords();
  return (
    <div className="f f--2" style={{ padding: 0 }}>
      <TextField
        label={t('console.services.name')}
        value={values.name}
        error={faults.name}
        onChange={(name) => set({ name })}
        maxLength={40}
      />
      <ChoiceField
        label={t('console.services.category')}
        value={values.category}
        options={SERVICE_CATEGORIES.map((key) => ({ key, label: t(`ServiceCategory.${key}`) }))}
        onChange={(category) =>
          set({
            category,
            // What is usual goes with the kind; what somebody wrote stays.
            ...(values.noShowLimit === usualLimitOf(values.category) && {
              noShowLimit: usualLimitOf(category),
            }),
            ...(values.bookedAs === usualWayOf(values.category).bookedAs && usualWayOf(category)),
          })
        }
      />
      <HowItIsHad form={{ values, set, faults }} />
      <TextField
        label={t('console.booking.place')}
        value={values.place}
        error={faults.place}
        onChange={(place) => set({ place })}
        maxLength={60}
      />
      <TextField
        label={t('console.services.priceYuan')}
        hint={t('console.services.priceHint')}
        inputMode="decimal"
        value={values.price}
        error={faults.price}
        onChange={(price) => set({ price })}
      />
      <Field label={t('console.services.description')} error={faults.description} wide>
        {(control) => (
          <textarea
            className="in"
            {...control}
            value={values.description}
            maxLength={300}
            onChange={(event) => set({ description: event.target.value })}
          />
        )}
      </Field>
      <TextField
        label={t('console.services.minAge')}
        side={t('common.optional')}
        hint={t('console.services.minAgeHint')}
        inputMode="numeric"
        value={values.minAge}
        error={faults.minAge}
        onChange={(minAge) => set({ minAge })}
      />
      <span />
      <ChecksField
        label={t('console.services.careNeeds')}
        hint={t('console.services.careNeedsHint')}
        options={CARE_NEEDS.map((key) => ({ key, label: t(`CareNeed.${key}`) }))}
        value={values.careNeeds}
        onChange={(careNeeds) => set({ careNeeds })}
      />
    </div>
  );
}

/** A meal has its time and its way; everything else is had one by one, as a class, or for days on end. */
function HowItIsHad({ form: { values, set, faults } }: Of): ReactElement {
  const { t } = useWords();
  if (values.category === 'MEAL')
    return (
      <>
        <ChoiceField<Meal>
          label={t('console.services.meal')}
          value={values.meal}
          error={faults.meal}
          options={MEALS.map((key) => ({ key, label: t(`Meal.${key}`) }))}
          onChange={(meal) => set({ meal })}
        />
        <ChoiceField<MealWay>
          label={t('console.services.way')}
          value={values.way}
          error={faults.way}
          options={MEAL_WAYS.map((key) => ({ key, label: t(`MealWay.${key}`) }))}
          onChange={(way) => set({ way })}
        />
      </>
    );
  return (
    <ChoiceField<BookedAs>
      label={t('console.services.bookedAs')}
      hint={t(`console.services.bookedAsHint.${values.bookedAs}`)}
      value={values.bookedAs}
      options={BOOKED_AS.map((key) => ({ key, label: t(`BookedAs.${key}`) }))}
      onChange={(bookedAs) => set({ bookedAs })}
    />
  );
}
