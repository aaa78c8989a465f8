import { afterEach, expect, it } from '@jest/globals';
import { acted, gone, used } from '../testing-hooks.scenario.js';
import { useSubmit } from './use-submit.js';

afterEach(gone);

type Answer =
  { __typename: 'Booking' } | { __typename: 'Refused'; code: 'SESSION_FULL'; details: Record<string, never> };
const booked: Answer = { __typename: 'Booking' };
const full: Answer = { __typename: 'Refused', code: 'SESSION_FULL', details: {} };

/** A form whose server gives these answers, each when the test lets it. */
async function form(...answers: (Answer | Error)[]) {
  const sent: { day: string; id: string }[] = [];
  const doors: (() => void)[] = [];
  const hook = await used(() =>
    useSubmit<{ day: string }, Answer>(async ({ day }, id) => {
      sent.push({ day, id });
      const answer = answers[sent.length - 1] ?? booked;
      await new Promise<void>((open) => doors.push(open));
      if (answer instanceof Error) throw answer;
      return answer;
    }),
  );
  const answer = () => acted(() => doors.splice(0).forEach((open) => open()));
  const submit = (day: string) => acted(() => void hook.current.submit({ day }));
  const state = () => hook.current.submission.state;
  return { hook, sent, submit, answer, state };
}

it('says "submitting" until the server has answered, and only then "done"', async () => {
  const { hook, submit, answer, state } = await form(booked);
  expect(state()).toBe('idle');
  await submit('25');
  expect(state()).toBe('submitting');
  await answer();
  expect(hook.current.submission).toEqual({ state: 'done', result: booked });
});

it('ten taps send once', async () => {
  const { sent, submit, answer } = await form(booked);
  for (let tap = 0; tap < 10; tap += 1) await submit('25');
  await answer();
  expect(sent).toHaveLength(1);
});

it('after a lost answer the same form goes with the same id, another with another', async () => {
  const lost = new TypeError('Failed to fetch');
  const { hook, sent, submit, answer, state } = await form(lost, lost, lost, booked);
  await submit('25');
  await answer();
  expect(state()).toBe('failed');
  await submit('25');
  await answer();
  await acted(() => void hook.current.retry());
  await answer();
  await submit('26');
  await answer();
  const [first, second, third, other] = sent.map(({ id }) => id);
  expect([second, third]).toEqual([first, first]);
  expect(other).not.toBe(first);
  expect(state()).toBe('done');
});

it('what was done or refused is over: the next time has a new id', async () => {
  const { hook, sent, submit, answer } = await form(full, booked, booked);
  await submit('25');
  await answer();
  expect(hook.current.submission).toEqual({ state: 'refused', refused: full });
  await submit('25');
  await answer();
  await submit('25');
  await answer();
  expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
  await acted(() => hook.current.reset());
  expect(hook.current.submission).toEqual({ state: 'idle' });
});
