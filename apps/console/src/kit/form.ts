import { useCallback, useMemo, useRef, useState } from 'react';

export type Faults<Values> = Partial<Record<keyof Values & string, string>>;

export interface Form<Values> {
  readonly values: Values;
  readonly set: (part: Partial<Values>) => void;
  /** What is wrong, once someone has tried to send it. */
  readonly faults: Faults<Values>;
  /** True when all is well; otherwise the faults show and the first field at fault takes the focus. */
  readonly check: () => boolean;
  readonly reset: (values?: Values) => void;
  readonly changed: boolean;
}

/** What is missing is named beside its field, and the first such field takes the focus. */
export const focusFirstFault = () =>
  setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0);

export function useForm<Values extends object>(
  initial: Values,
  faultsOf: (values: Values) => Faults<Values>,
): Form<Values> {
  const first = useRef(initial);
  const [values, setValues] = useState(initial);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(values);
  const right = Object.values(faults).every((fault) => !fault);
  const set = useCallback((part: Partial<Values>) => setValues((before) => ({ ...before, ...part })), []);
  const check = () => {
    setTried(true);
    if (!right) focusFirstFault();
    return right;
  };
  const reset = useCallback((next?: Values) => {
    if (next) first.current = next;
    setValues(first.current);
    setTried(false);
  }, []);
  const changed = useMemo(() => JSON.stringify(values) !== JSON.stringify(first.current), [values]);
  return { values, set, faults: tried ? faults : {}, check, reset, changed };
}
