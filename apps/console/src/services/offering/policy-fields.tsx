import { type ReactElement } from 'react';
import { CARE_NEEDS } from '../../kit/choices';
import { ChecksField, Field, TextField } from '../../kit/field';
import type { Form } from '../../kit/form';
import { useWords } from '../../kit/words';
import { minutesIn, policyInWords, type Unit, UNITS } from './policy-words';
import type { ServiceValues } from './service-values';

interface Of {
  readonly form: Pick<Form<ServiceValues>, 'values' | 'set' | 'faults'>;
}

const FLAGS = [
  'walkIn',
  'waitlist',
  'needsApproval',
  'needsAssessment',
  'atHome',
  'followsCalendar',
  'active',
] as const;

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
    atHome: values.atHome,
    bookedAs: values.category === 'MEAL' ? ('SESSION' as const) : values.bookedAs,
    needsAssessment: values.category !== 'MEAL' && values.needsAssessment,
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
        <span />
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
        <Numbers form={{ values, set, faults }} of={QUOTAS} optional />
        <ChecksField
          label={t('console.services.flags')}
          options={FLAGS.filter(
            (key) => values.category !== 'MEAL' || (key !== 'atHome' && key !== 'needsAssessment'),
          ).map((key) => ({
            key,
            label: t(`console.services.flag.${key}`),
          }))}
          value={FLAGS.filter((key) => values[key])}
          onChange={(keys) =>
            set({
              walkIn: keys.includes('walkIn'),
              waitlist: keys.includes('waitlist'),
              needsAssessment: keys.includes('needsAssessment'),
              needsApproval: keys.includes('needsApproval'),
              atHome: keys.includes('atHome'),
              followsCalendar: keys.includes('followsCalendar'),
              active: keys.includes('active'),
            })
          }
        />
        {values.waitlist && (
          <SpanField
            label={t('console.services.hold')}
            span={values.hold}
            error={faults.hold}
            onChange={(hold) => set({ hold })}
          />
        )}
      </div>
      <RestFields form={{ values, set, faults }} />
      <NoShowFields form={{ values, set, faults }} />
      <p className="note note--info">{policyInWords({ t }, policy)}</p>
    </>
  );
}

const QUOTAS = ['weeklyQuota', 'monthlyQuota'] as const;
const RESTS = ['restBefore', 'restAfter', 'turnaround'] as const;
const AFTER_NO_SHOWS = ['noShowDays', 'counterOnlyDays'] as const;
type NumberKey = (typeof QUOTAS | typeof RESTS | typeof AFTER_NO_SHOWS)[number] | 'noShowLimit';

function Numbers({
  form: { values, set, faults },
  of,
  optional = false,
}: Of & { readonly of: readonly NumberKey[]; readonly optional?: boolean }): ReactElement[] {
  const { t } = useWords();
  return of.map((key) => (
    <TextField
      key={key}
      label={t(`console.services.${key}`)}
      {...(optional && { side: t('common.optional') })}
      hint={t(`console.services.${key}Hint`)}
      inputMode="numeric"
      value={values[key]}
      error={faults[key]}
      onChange={(text) => set({ [key]: text })}
    />
  ));
}

/** Time that must pass between two of these, for the person and for the room. */
function RestFields({ form }: Of): ReactElement {
  const { t } = useWords();
  return (
    <>
      <h3 style={{ fontSize: 15 }}>{t('console.services.rests')}</h3>
      <div className="f f--3" style={{ padding: 0 }}>
        <Numbers form={form} of={RESTS} />
      </div>
    </>
  );
}

/** What follows when somebody booked and did not come; without a limit nothing does. */
function NoShowFields({ form }: Of): ReactElement {
  const { t } = useWords();
  const { values, set } = form;
  return (
    <>
      <h3 style={{ fontSize: 15 }}>{t('console.services.noShows')}</h3>
      <div className="f f--3" style={{ padding: 0 }}>
        <Numbers form={form} of={['noShowLimit']} optional />
        {values.noShowLimit && (
          <>
            <Numbers form={form} of={AFTER_NO_SHOWS} />
            <ChecksField
              label={t('console.services.noShowExempt')}
              hint={t('console.services.noShowExemptHint')}
              options={CARE_NEEDS.map((key) => ({ key, label: t(`CareNeed.${key}`) }))}
              value={values.noShowExempt}
              onChange={(noShowExempt) => set({ noShowExempt })}
            />
          </>
        )}
      </div>
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
