import { DeskIcon } from '@linli/ui/desk';
import { type InputHTMLAttributes, type ReactElement, type ReactNode, useId } from 'react';

export interface Control {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly label: ReactNode;
  readonly side?: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly wide?: boolean;
  readonly children: (control: Control) => ReactNode;
}

/** A label, its control, what helps and what is wrong: tied together for every reader. */
export function Field({ label, side, hint, error, wide, children }: FieldProps): ReactElement {
  const id = useId();
  const about = error ? `${id}e` : hint ? `${id}h` : undefined;
  return (
    <div className={wide ? 'fl wide' : 'fl'}>
      <label className="lb" htmlFor={id}>
        <span>{label}</span>
        {side && <span className="m">{side}</span>}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': about })}
      {error ? (
        <p className="err" id={`${id}e`}>
          <DeskIcon name="circle-alert" />
          {error}
        </p>
      ) : (
        hint && (
          <p className="hint" id={`${id}h`}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'className'>;

export interface TextFieldProps extends InputProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly side?: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly wide?: boolean;
  readonly code?: boolean;
}

export function TextField(props: TextFieldProps): ReactElement {
  const { label, side, hint, error, wide, code, onChange, ...input } = props;
  const about = { label, side, hint, error, ...(wide ? { wide } : {}) };
  return (
    <Field {...about}>
      {(control) => (
        <input
          {...input}
          {...control}
          className={code ? 'in in--code' : 'in'}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function ChoiceField<Key extends string>({
  label,
  value,
  options,
  onChange,
  error,
  hint,
}: {
  readonly label: ReactNode;
  readonly value: Key | '';
  readonly options: readonly { readonly key: Key; readonly label: string }[];
  readonly onChange: (key: Key) => void;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
}): ReactElement {
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <select
          className="in"
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value as Key)}
        >
          {value === '' && <option value="" />}
          {options.map((option) => (
            <option key={option.key} value={option.key}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Any number of a few. */
export function ChecksField<Key extends string>({
  label,
  hint,
  error,
  options,
  value,
  onChange,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly options: readonly { readonly key: Key; readonly label: string }[];
  readonly value: readonly Key[];
  readonly onChange: (keys: Key[]) => void;
}): ReactElement {
  const id = useId();
  const toggled = (key: Key) =>
    value.includes(key) ? value.filter((other) => other !== key) : [...value, key];
  return (
    <fieldset className="fl wide">
      <legend className="lb">
        <span>{label}</span>
        {hint && <span className="m">{hint}</span>}
      </legend>
      <div className="cks">
        {options.map(({ key, label: word }) => (
          <label key={key} className={value.includes(key) ? 'ck on' : 'ck'}>
            <input
              type="checkbox"
              checked={value.includes(key)}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? id : undefined}
              onChange={() => onChange(toggled(key))}
            />
            {word}
          </label>
        ))}
      </div>
      {error && (
        <p className="err" id={id}>
          <DeskIcon name="circle-alert" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
