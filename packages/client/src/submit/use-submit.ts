import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '../ids/new-id.js';
import { isRefused, type Refused } from '../problems/refused.js';

/** Never "done" before the server said so. */
export type Submission<Result> =
  | { readonly state: 'idle' }
  | { readonly state: 'submitting' }
  | { readonly state: 'refused'; readonly refused: Refused }
  /** Lost or broken on the way: it may have been carried out, so trying again sends the same id. */
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'done'; readonly result: Result };

export interface Submit<Fields, Result> {
  readonly submission: Submission<Result>;
  /** Does nothing while one is under way. */
  readonly submit: (fields: Fields) => Promise<Submission<Result>>;
  /** Sends the last fields again, with their id. */
  readonly retry: () => Promise<Submission<Result>>;
  readonly reset: () => void;
}

interface Attempt<Fields> {
  readonly id: string;
  readonly fields: Fields;
  readonly content: string;
}

const IDLE = { state: 'idle' } as const;

/**
 * Sends a form once: `send` gets the fields and an id made here, which stays the same until the content changes or
 * the server has answered. Ten taps, or ten retries over a bad network, make one booking.
 */
export function useSubmit<Fields, Result>(
  send: (fields: Fields, id: string) => Promise<Result | Refused>,
): Submit<Fields, Exclude<Result, Refused>> {
  type Done = Exclude<Result, Refused>;
  const [submission, setSubmission] = useState<Submission<Done>>(IDLE);
  const attempt = useRef<Attempt<Fields>>(undefined);
  const underWay = useRef<Promise<Submission<Done>>>(undefined);
  const latest = useRef(send);
  const mounted = useRef(true);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = useCallback((next: Attempt<Fields>) => {
    underWay.current ??= (async () => {
      attempt.current = next;
      setSubmission({ state: 'submitting' });
      const outcome = await outcomeOf<Result>(() => latest.current(next.fields, next.id));
      if (outcome.state !== 'failed') attempt.current = { ...next, id: newId() };
      underWay.current = undefined;
      if (mounted.current) setSubmission(outcome);
      return outcome;
    })();
    return underWay.current;
  }, []);

  const submit = useCallback(
    (fields: Fields) => {
      const content = JSON.stringify(fields);
      const last = attempt.current;
      return run({ id: last?.content === content ? last.id : newId(), fields, content });
    },
    [run],
  );
  const retry = useCallback(async () => (attempt.current ? run(attempt.current) : IDLE), [run]);
  const reset = useCallback(() => setSubmission(IDLE), []);
  return { submission, submit, retry, reset };
}

async function outcomeOf<Result>(
  send: () => Promise<Result | Refused>,
): Promise<Submission<Exclude<Result, Refused>>> {
  try {
    const answer = await send();
    if (isRefused(answer)) return { state: 'refused', refused: answer };
    return { state: 'done', result: answer as Exclude<Result, Refused> };
  } catch (error) {
    return { state: 'failed', error };
  }
}
