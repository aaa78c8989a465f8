import { type ReactElement } from 'react';
import { ChecksField, Field, TextField } from '../../kit/field';
import type { Form } from '../../kit/form';
import { useWords } from '../../kit/words';
import { minutesIn, policyInWords, type Unit, UNITS } from './policy-words';
import { NEEDS } from './service-fields';
import type { ServiceValues } from './service-values';

interface Of {
  readonly form: Pick<Form<ServiceValues>, 'values' | 'set' | 'faults'>;
}

const FLAGS = ['walkIn', 'waitlist', 'needsApproval', 'followsCalendar', 'active'] as const;

export function PolicyFields({ form: { values, set, faults } }: Of): ReactElement {
  const { t } = useWords();
  const policy = {
    opensDaysAhead: Number(values.opensDaysAhead) || 0,
    cutOffMinutes: minutesIn(values.cutOff.count, values.cutOff.unit),
    cancelMinutes: minutesIn(values.cancel.count, values.cancel.unit),
    weeklyQuota: values.weeklyQuota ? Number(values.weeklyQuota) : null,
    monthlyQuota: values.monthlyQuota ? Number(values.monthlyQuota) : null,
    waitlist: values.waitlist,
    needsApproval: values.needsApproval,
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
        {values.waitlist ? (
          <SpanField
            label={t('console.services.hold')}
            span={values.hold}
            error={faults.hold}
            onChange={(hold) => set({ hold })}
          />
        ) : (
          <span />
        )}
        {(['weeklyQuota', 'monthlyQuota'] as const).map((key) => (
          <TextField
            key={key}
            label={t(`console.services.${key}`)}
            side={t('common.optional')}
            hint={t('console.services.weeklyQuotaHint')}
            inputMode="numeric"
            value={values[key]}
            error={faults[key]}
            onChange={(text) => set({ [key]: text })}
          />
        ))}
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
              waitlist: keys.includes('waitlist'),
              needsApproval: keys.includes('needsApproval'),
              followsCalendar: keys.includes('followsCalendar'),
              active: keys.includes('active'),
            })
          }
        />
      </div>
      <MoreFields form={{ values, set, faults }} />
      <p className="note note--info">{policyInWords({ t }, policy)}</p>
    </>
  );
}

const MORE = [
  'noShowLimit',
  'noShowDays',
  'counterOnlyDays',
  'restBefore',
  'restAfter',
  'turnaround',
] as const;

/** What few services need: rests, and what follows when somebody booked and did not come. */
function MoreFields({ form: { values, set, faults } }: Of): ReactElement {
  const { t } = useWords();
  return (
    <div className="f f--2" style={{ padding: 0 }}>
      {MORE.map((key) => (
        <TextField
          key={key}
          label={t(`console.services.${key}`)}
          {...(key === 'noShowLimit' && { side: t('common.optional') })}
          hint={t(`console.services.${key}Hint`)}
          inputMode="numeric"
          value={values[key]}
          error={faults[key]}
          onChange={(text) => set({ [key]: text })}
        />
      ))}
      {values.noShowLimit && (
        <ChecksField
          label={t('console.services.noShowExempt')}
          hint={t('console.services.noShowExemptHint')}
          options={NEEDS.map((key) => ({ key, label: t(`CareNeed.${key}`) }))}
          value={values.noShowExempt}
          onChange={(noShowExempt) => set({ noShowExempt })}
        />
      )}
    </div>
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
