import type { ReactElement } from 'react';
import { DayPicker } from '../../kit/day-picker';
import { Field, TextField } from '../../kit/field';
import type { Form } from '../../kit/form';
import { useWords } from '../../kit/words';

/** What each record of a change has. */
export interface Dated {
  effectiveOn: string;
  documentNumber: string;
}

/** From when, and by which document. */
export function RecordFields<Values extends Dated>({
  form: { values, set, faults },
}: {
  readonly form: Form<Values>;
}): ReactElement {
  const { t } = useWords();
  return (
    <>
      <Field label={t('console.change.effectiveOn')} error={faults.effectiveOn}>
        {(control) => (
          <DayPicker
            id={control.id}
            value={values.effectiveOn}
            onChange={(effectiveOn) => set({ effectiveOn } as Partial<Values>)}
            invalid={control['aria-invalid'] ?? false}
          />
        )}
      </Field>
      <TextField
        label={t('console.change.document')}
        hint={t('console.change.documentHint')}
        value={values.documentNumber}
        error={faults.documentNumber}
        onChange={(documentNumber) => set({ documentNumber } as Partial<Values>)}
        maxLength={60}
      />
    </>
  );
}
