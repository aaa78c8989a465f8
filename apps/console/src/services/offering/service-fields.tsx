import { type ReactElement } from 'react';
import type { CareNeed, Meal, MealWay, ServiceCategory } from '../../gql/graphql';
import { ChecksField, ChoiceField, Field, TextField } from '../../kit/field';
import type { Form } from '../../kit/form';
import { useWords } from '../../kit/words';
import { minutesIn, policyInWords, type Unit, UNITS } from './policy-words';
import type { ServiceValues } from './service-values';

const CATEGORIES: readonly ServiceCategory[] = [
  'MEAL',
  'DAY_CARE',
  'BATHING',
  'HAIRCUT',
  'HEALTH_CHECK',
  'ESCORT',
  'CHILDCARE',
  'CLASS',
  'ACTIVITY',
  'LEGAL',
  'REPAIR',
  'VENUE',
];
const MEALS: readonly Meal[] = ['BREAKFAST', 'LUNCH', 'DINNER'];
const WAYS: readonly MealWay[] = ['DINE_IN', 'PICK_UP', 'DELIVERY'];
const NEEDS: readonly CareNeed[] = [
  'OLD_AGE',
  'LIVING_ALONE',
  'EMPTY_NEST',
  'DISABLED_PARTLY',
  'DISABLED_FULLY',
  'HANDICAP',
  'LOW_INCOME',
  'EXTREME_POVERTY',
  'LOW_INCOME_MARGIN',
];

interface Of {
  readonly form: Form<ServiceValues>;
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
        options={CATEGORIES.map((key) => ({ key, label: t(`ServiceCategory.${key}`) }))}
        onChange={(category) => set({ category })}
      />
      {values.category === 'MEAL' && (
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
            options={WAYS.map((key) => ({ key, label: t(`MealWay.${key}`) }))}
            onChange={(way) => set({ way })}
          />
        </>
      )}
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
        options={NEEDS.map((key) => ({ key, label: t(`CareNeed.${key}`) }))}
        value={values.careNeeds}
        onChange={(careNeeds) => set({ careNeeds })}
      />
    </div>
  );
}

const FLAGS = ['walkIn', 'followsCalendar', 'active'] as const;

export function PolicyFields({ form: { values, set, faults } }: Of): ReactElement {
  const { t } = useWords();
  const policy = {
    opensDaysAhead: Number(values.opensDaysAhead) || 0,
    cutOffMinutes: minutesIn(values.cutOff.count, values.cutOff.unit),
    cancelMinutes: minutesIn(values.cancel.count, values.cancel.unit),
    weeklyQuota: values.weeklyQuota ? Number(values.weeklyQuota) : null,
    walkIn: values.walkIn,
    followsCalendar: values.followsCalendar,
  };
  return (
    <>
      <h3 style={{ fontSize: 15 }}>{t('console.services.policy')}</h3>
      <div className="f f--2" style={{ padding: 0 }}>
        <TextField
          label={t('console.services.opensDaysAhead')}
          inputMode="numeric"
          value={values.opensDaysAhead}
          error={faults.opensDaysAhead}
          onChange={(opensDaysAhead) => set({ opensDaysAhead })}
        />
        <TextField
          label={t('console.services.weeklyQuota')}
          side={t('common.optional')}
          hint={t('console.services.weeklyQuotaHint')}
          inputMode="numeric"
          value={values.weeklyQuota}
          error={faults.weeklyQuota}
          onChange={(weeklyQuota) => set({ weeklyQuota })}
        />
        <SpanField
          label={t('console.services.cutOff')}
          span={values.cutOff}
          error={faults.cutOff}
          onChange={(cutOff) => set({ cutOff })}
        />
        <SpanField
          label={t('console.services.cancelUntil')}
          span={values.cancel}
          error={faults.cancel}
          onChange={(cancel) => set({ cancel })}
        />
        <ChecksField
          label={t('console.services.flags')}
          options={FLAGS.map((key) => ({ key, label: t(`console.services.flag.${key}`) }))}
          value={FLAGS.filter((key) => values[key])}
          onChange={(keys) =>
            set({
              walkIn: keys.includes('walkIn'),
              followsCalendar: keys.includes('followsCalendar'),
              active: keys.includes('active'),
            })
          }
        />
      </div>
      <p className="note note--info">{policyInWords({ t }, policy)}</p>
    </>
  );
}

function SpanField({
  label,
  span,
  error,
  onChange,
}: {
  readonly label: string;
  readonly error?: string | undefined;
  readonly span: ServiceValues['cutOff'];
  readonly onChange: (span: ServiceValues['cutOff']) => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <Field label={label} error={error}>
      {(control) => (
        <span className="with">
          <input
            className="in"
            {...control}
            inputMode="numeric"
            value={span.count}
            onChange={(event) =>
              onChange({ ...span, count: Number(event.target.value.replace(/\D/g, '').slice(0, 4)) })
            }
          />
          <select
            className="in"
            aria-label={`${label} ${t('console.services.unit')}`}
            value={span.unit}
            onChange={(event) => onChange({ ...span, unit: event.target.value as Unit })}
          >
            {UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {t(`console.unit.${unit}`, { count: span.count })}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  );
}
