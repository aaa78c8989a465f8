import { Icon } from '@linli/ui';
import { type ReactElement, useEffect, useId, useRef } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Grows with each try: a wrong field takes the focus each time. */
  readonly attempt: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type: 'tel' | 'text';
  readonly inputMode?: 'numeric';
  readonly autoComplete: string;
  readonly maxLength: number;
}

/** One typed answer, large, with what is wrong said right under its question. */
export function Field({ label, hint, error, attempt, onChange, ...input }: FieldProps): ReactElement {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const wrong = error !== undefined;
  useEffect(() => {
    if (wrong && attempt > 0) box.current?.focus();
  }, [wrong, attempt]);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="sm mute" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field__e" id={`${id}-error`} role="alert">
          <Icon name="octagon-alert" />
          <span>{error}</span>
        </p>
      )}
      <input
        {...input}
        id={id}
        ref={box}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={wrong}
        aria-describedby={
          [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
        }
      />
    </div>
  );
}
