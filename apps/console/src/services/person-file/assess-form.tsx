import type { ReactElement } from 'react';
import { type AbilityLevel, RecordAssessmentDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { addDays } from '../../kit/days';
import { ChoiceField, Field, TextField } from '../../kit/field';
import { type Form, useForm } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import type { Whose } from './whose';
import { isRightSpan, LEVELS } from './assessments';

interface Values {
  level: AbilityLevel | '';
  assessedBy: string;
  assessedOn: string;
  validUntil: string;
}

interface AssessFormProps {
  readonly person: Whose;
  readonly centreId: string;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const USUAL_DAYS = 365;

/** What somebody found out, and until when it holds. It is never changed: who was wrong records another one. */
export function AssessForm(props: AssessFormProps): ReactElement {
  const { person, centreId, today, onClose, onDone } = props;
  const { t } = useWords();
  const toast = useToast();
  const { act, busy, message } = useCreate(RecordAssessmentDocument);
  const missing = t('issue.invalid_type');
  const first: Values = {
    ...{ level: '', assessedBy: '', assessedOn: today, validUntil: addDays(today, USUAL_DAYS) },
  };
  const form = useForm<Values>(first, ({ level, assessedBy, assessedOn, validUntil }) => ({
    ...(level ? {} : { level: missing }),
    ...(assessedBy.trim() ? {} : { assessedBy: missing }),
    ...(assessedOn ? {} : { assessedOn: missing }),
    ...(validUntil && isRightSpan(assessedOn, validUntil)
      ? {}
      : { validUntil: t('console.file.untilWrong') }),
  }));
  const { values, set, faults } = form;
  const send = async () => {
    const { level, assessedBy, assessedOn, validUntil } = values;
    if (!form.check() || !level) return;
    const found = { level, assessedBy: assessedBy.trim(), assessedOn, validUntil };
    const { done } = await act({ residentId: person.id, centreId, ...found });
    if (!done) return;
    toast('ok', t('console.file.assessedToast', { name: person.name }));
    onDone();
  };
  return (
    <FormDrawer
      id="assess"
      title={t('console.file.assessOf', { name: person.name })}
      word={t('common.save')}
      busy={busy}
      message={message}
      changed={form.changed}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p className="note note--info">{t('console.file.assessLead')}</p>
      <ChoiceField
        label={t('console.file.level')}
        value={values.level}
        options={LEVELS.map((key) => ({ key, label: t(`AbilityLevel.${key}`) }))}
        error={faults.level}
        onChange={(level) => set({ level })}
      />
      <TextField
        label={t('console.file.assessedBy')}
        hint={t('console.file.assessedByHint')}
        value={values.assessedBy}
        error={faults.assessedBy}
        maxLength={60}
        autoComplete="off"
        onChange={(assessedBy) => set({ assessedBy })}
      />
      <Days form={form} today={today} />
    </FormDrawer>
  );
}

function Days({
  form: { values, set, faults },
  today,
}: {
  readonly form: Form<Values>;
  readonly today: string;
}): ReactElement {
  const { t } = useWords();
  return (
    <>
      <Field label={t('console.file.assessedOn')} error={faults.assessedOn}>
        {(control) => (
          <DayPicker
            id={control.id}
            value={values.assessedOn}
            max={today}
            invalid={control['aria-invalid'] ?? false}
            onChange={(assessedOn) => set({ assessedOn })}
          />
        )}
      </Field>
      <Field
        label={t('console.file.validUntil')}
        hint={t('console.file.validUntilHint')}
        error={faults.validUntil}
      >
        {(control) => (
          <DayPicker
            id={control.id}
            value={values.validUntil}
            min={values.assessedOn || today}
            invalid={control['aria-invalid'] ?? false}
            onChange={(validUntil) => set({ validUntil })}
          />
        )}
      </Field>
    </>
  );
}
