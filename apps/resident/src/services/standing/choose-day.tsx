import { type ReactElement, useId } from 'react';
import { Unbroken } from '../../shell/unbroken';
import { useLaterWords } from '../../shell/later-words';

export interface DayOption {
  readonly key: string;
  readonly label: string;
  readonly more?: string;
}

interface OptionsProps {
  readonly legend: string;
  readonly options: readonly DayOption[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** Near days by name, and last of all any other. */
export function DayOptions({ legend, options, chosen, onChoose }: OptionsProps): ReactElement {
  return (
    <fieldset className="q" aria-label={legend}>
      <div className="opts">
        {options.map(({ key, label, more }) => (
          <label key={key} className="opt">
            <input type="radio" name="when" checked={key === chosen} onChange={() => onChoose(key)} />
            <span className="opt__f">
              <span>
                <b>{label}</b>
                {more && (
                  <small>
                    <Unbroken text={more} />
                  </small>
                )}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly min: string;
  readonly onChange: (day: string) => void;
  readonly error?: string | undefined;
}

/** Any day, with the phone's own calendar. */
export function DayField({ label, value, min, onChange, error }: FieldProps): ReactElement {
  const { format } = useLaterWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {error && (
        <p className="field__e" role="alert" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        id={id}
        type="date"
        value={value}
        min={min}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {value && <p className="sm mute">{format.day(value)}</p>}
    </div>
  );
}
