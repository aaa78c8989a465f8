import { jest } from '@jest/globals';

export interface Asked {
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
type Answer = (variables: Readonly<Record<string, never>>) => unknown;

/** Answers operations by name, as the server would over HTTP; `down` is a phone without network. */
export class FakeServer {
  readonly asked: Asked[] = [];
  down = false;
  readonly #answers: Record<string, Answer>;

  constructor(answers: Record<string, Answer>) {
    this.#answers = answers;
  }

  /** From now on this operation is answered so. */
  answer(name: string, answer: Answer): void {
    this.#answers[name] = answer;
  }

  of(name: string): readonly Asked[] {
    return this.asked.filter((each) => each.name === name);
  }

  install(): void {
    globalThis.fetch = jest.fn<typeof fetch>(async (_, init) => {
      const { query, variables } = JSON.parse(init?.body as string) as {
        query: string;
        variables: Record<string, never>;
      };
      const name = /(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '';
      this.asked.push({ name, variables });
      if (this.down) throw new TypeError('Failed to fetch');
      const answer = this.#answers[name];
      if (!answer) throw new Error(`The fake server knows no ${name}`);
      const data = await answer(variables);
      const body = isProblem(data) ? { errors: [{ message: 'x', extensions: data.problem }] } : { data };
      return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
    });
  }
}

interface Problem {
  readonly problem: { readonly code: string };
}
export const problem = (code: string): Problem => ({ problem: { code } });
const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' && answer !== null && 'problem' in answer;

export const refused = (code: string, details: Record<string, string | number> = {}) => ({
  __typename: 'Refused',
  code,
  details,
});
