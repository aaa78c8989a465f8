import type { ReactElement, ReactNode } from 'react';

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly count?: number | undefined;
  readonly late?: boolean;
}

/** Saved views with their counts. */
export function Tabs<Key extends string>({
  label,
  tabs,
  current,
  onChange,
}: {
  readonly label: string;
  readonly tabs: readonly Tab<Key>[];
  readonly current: Key;
  readonly onChange: (key: Key) => void;
}): ReactElement {
  return (
    <div className="tabs2" role="group" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          aria-pressed={tab.key === current}
          className={tab.late && (tab.count ?? 0) > 0 ? 'late' : ''}
          onClick={() => onChange(tab.key)}
        >
          {tab.label}
          {tab.count !== undefined && <b>{tab.count}</b>}
        </button>
      ))}
    </div>
  );
}

/** One of a few: radio buttons drawn as one bar. */
export function Segmented<Key extends string>({
  name,
  label,
  hint,
  options,
  value,
  onChange,
}: {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly options: readonly { readonly key: Key; readonly label: ReactNode }[];
  readonly value: Key | undefined;
  readonly onChange: (key: Key) => void;
}): ReactElement {
  return (
    <fieldset className="fl">
      <legend className="lb">
        <span>{label}</span>
        {hint && <span className="m">{hint}</span>}
      </legend>
      <div className="sg">
        {options.map((option) => (
          <label key={option.key} className={option.key === value ? 'on' : ''}>
            <input
              type="radio"
              name={name}
              value={option.key}
              checked={option.key === value}
              onChange={() => onChange(option.key)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
