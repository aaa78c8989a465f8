import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** A filter lives in the address: it can be sent to a colleague, and going back brings it back. */
export function useFilter<Value extends string = string>(
  name: string,
  usual: NoInfer<Value>,
): readonly [Value, (value: Value, replace?: boolean) => void] {
  const [params, setParams] = useSearchParams();
  const value = (params.get(name) ?? usual) as Value;
  const set = useCallback(
    (next: Value, replace = false) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (next === usual) after.delete(name);
          else after.set(name, next);
          return after;
        },
        { replace },
      ),
    [name, usual, setParams],
  );
  return [value, set];
}

/** Several filters in one step: what is empty leaves the address. */
export function useFilterPatch(): (part: Readonly<Record<string, string>>) => void {
  const [, setParams] = useSearchParams();
  return useCallback(
    (part) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(part)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      }),
    [setParams],
  );
}
