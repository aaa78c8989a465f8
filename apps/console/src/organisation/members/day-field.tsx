import type { ReactElement, ReactNode } from 'react';
import { DayPicker } from '../../kit/day-picker';
import { Field } from '../../kit/field';

interface DayFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly error?: string | undefined;
  /** The last day that can be chosen. */
  readonly today?: string;
  readonly onChange: (day: string) => void;
}

export const DayField = ({ label, hint, value, error, today, onChange }: DayFieldProps): ReactElement => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <DayPicker
        id={control.id}
        value={value}
        onChange={onChange}
        invalid={control['aria-invalid'] ?? false}
        {...(today ? { max: today } : {})}
      />
    )}
  </Field>
);
