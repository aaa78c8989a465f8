import { type ReactElement, useState } from 'react';
import { ProposeSubsidyRuleDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { CARE_NEEDS } from '../../kit/choices';
import { DayPicker } from '../../kit/day-picker';
import { addDays } from '../../kit/days';
import { ChecksField, ChoiceField, Field, TextField } from '../../kit/field';
import { type Form, useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { type Found, SearchSelect } from '../../kit/search-select';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useFindAreas } from '../../layout/find-places';
import { PreviewPanel } from './preview-panel';
import { faultsOfRule, inputOf, type RuleForm } from './rules';

interface ProposeDrawerProps {
  readonly today: string;
  /** Who pays already: one of them is rarely written anew. */
  readonly payers: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const emptyRule = (today: string): RuleForm => ({
  ...{ name: '', payer: '', minAge: '', maxAge: '', careNeed: 'ANY', areaId: '', yuan: '' },
  yuanADay: '',
  ...{ additive: false, paysNobodyOpened: false, validFrom: addDays(today, 1), validTo: '' },
});

/** A rule is dated data: proposed from tomorrow on, and never changed. What it does is seen before. */
export function ProposeDrawer({ today, payers, onClose, onDone }: ProposeDrawerProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const form = useForm<RuleForm>(emptyRule(today), (values) => faultsOfRule(t, values, today));
  const { act, busy, message, refused } = useCreate(ProposeSubsidyRuleDocument);
  const ready = Object.keys(faultsOfRule(t, form.values, today)).length === 0;
  // The server knows the dearest meal: what it refuses belongs to the amount.
  const highest = refused?.code === 'PRICE_BELOW_ZERO' ? Number(refused.details.highestFen) : undefined;
  const send = async () => {
    if (!form.check()) return;
    const { done } = await act(inputOf(form.values));
    if (!done) return;
    toast('ok', t('console.subsidies.proposed', { name: done.name, day: format.date(done.validFrom) }));
    onDone();
  };
  return (
    <FormDrawer
      id="rule"
      wide
      title={t('console.subsidies.propose')}
      word={t('console.subsidies.proposeDo')}
      busy={busy}
      message={message}
      changed={form.changed}
      onSend={() => void send()}
      onClose={onClose}
    >
      <RuleFields
        form={form}
        today={today}
        payers={payers}
        tooMuch={
          highest === undefined || Number.isNaN(highest)
            ? undefined
            : t('console.subsidies.wrong.tooMuch', { most: format.money(highest) })
        }
      />
      <PreviewPanel form={form.values} ready={ready} />
    </FormDrawer>
  );
}

interface RuleFieldsProps {
  readonly form: Form<RuleForm>;
  readonly today: string;
  readonly payers: readonly string[];
  readonly tooMuch: string | undefined;
}

function RuleFields({ form, today, payers, tooMuch }: RuleFieldsProps): ReactElement {
  const { t } = useWords();
  const { values, set, faults } = form;
  const text = (key: 'name' | 'payer' | 'minAge' | 'maxAge') => ({
    value: values[key],
    error: faults[key],
    onChange: (value: string) => set({ [key]: value }),
  });
  return (
    <>
      <TextField label={t('console.subsidies.name')} maxLength={40} {...text('name')} />
      <TextField label={t('console.subsidies.payer')} maxLength={40} list="payers" {...text('payer')} />
      <datalist id="payers">
        {payers.map((payer) => (
          <option key={payer} value={payer} />
        ))}
      </datalist>
      <div className="half">
        <TextField
          label={t('console.subsidies.minAge')}
          side={t('common.optional')}
          inputMode="numeric"
          {...text('minAge')}
        />
        <TextField
          label={t('console.subsidies.maxAge')}
          side={t('common.optional')}
          inputMode="numeric"
          {...text('maxAge')}
        />
      </div>
      <ChoiceField
        label={t('console.subsidies.need')}
        value={values.careNeed}
        options={[
          { key: 'ANY' as const, label: t('console.subsidies.anyNeed') },
          ...CARE_NEEDS.map((key) => ({ key, label: t(`CareNeed.${key}`) })),
        ]}
        onChange={(careNeed) => set({ careNeed })}
      />
      <AreaField error={faults.areaId} onChange={(areaId) => set({ areaId })} />
      <MoneyFields form={form} tooMuch={tooMuch} />
      <ChecksField
        label={t('console.subsidies.how')}
        options={[
          { key: 'additive' as const, label: t('console.subsidies.additive') },
          { key: 'paysNobodyOpened' as const, label: t('console.subsidies.paysNobodyOpened') },
        ]}
        value={(['additive', 'paysNobodyOpened'] as const).filter((key) => values[key])}
        onChange={(keys) =>
          set({ additive: keys.includes('additive'), paysNobodyOpened: keys.includes('paysNobodyOpened') })
        }
      />
      <div className="half">
        <Field label={t('console.subsidies.validFrom')} error={faults.validFrom}>
          {(control) => (
            <DayPicker
              id={control.id}
              value={values.validFrom}
              min={addDays(today, 1)}
              invalid={control['aria-invalid'] ?? false}
              onChange={(validFrom) => set({ validFrom })}
            />
          )}
        </Field>
        <Field label={t('console.subsidies.validTo')} side={t('common.optional')} error={faults.validTo}>
          {(control) => (
            <DayPicker
              id={control.id}
              clearable
              value={values.validTo}
              min={values.validFrom || undefined}
              invalid={control['aria-invalid'] ?? false}
              onChange={(validTo) => set({ validTo })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

/** What each meal gets, and all meals of one day at most. */
function MoneyFields({ form, tooMuch }: Pick<RuleFieldsProps, 'form' | 'tooMuch'>): ReactElement {
  const { t } = useWords();
  const { values, set, faults } = form;
  return (
    <div className="half">
      <TextField
        label={t('console.subsidies.perMeal')}
        side={t('console.subsidies.yuan')}
        inputMode="decimal"
        value={values.yuan}
        error={faults.yuan ?? tooMuch}
        onChange={(yuan) => set({ yuan })}
      />
      <TextField
        label={t('console.subsidies.perDay')}
        side={t('console.subsidies.perDaySide')}
        inputMode="decimal"
        value={values.yuanADay}
        error={faults.yuanADay}
        onChange={(yuanADay) => set({ yuanADay })}
      />
    </div>
  );
}

function AreaField({
  error,
  onChange,
}: {
  readonly error: string | undefined;
  readonly onChange: (areaId: string) => void;
}): ReactElement {
  const { t } = useWords();
  const find = useFindAreas();
  const [found, setFound] = useState<Found>();
  return (
    <Field label={t('console.subsidies.area')} hint={t('console.subsidies.areaHint')} error={error}>
      {(control) => (
        <SearchSelect
          control={control}
          value={found}
          find={find}
          onChange={(next) => {
            setFound(next);
            onChange(next?.value ?? '');
          }}
        />
      )}
    </Field>
  );
}
