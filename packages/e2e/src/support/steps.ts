import { it } from '@jest/globals';

/** Tests that tell one story: after the first that fails the rest have nothing to stand on, and say so at once. */
export function story(): (name: string, act: () => Promise<void>, timeoutMs?: number) => void {
  let broken: string | undefined;
  return (name, act, timeoutMs = 60_000) =>
    it(
      name,
      async () => {
        if (broken !== undefined) throw new Error(`Not tried, since this failed before: ${broken}`);
        broken = name;
        await act();
        broken = undefined;
      },
      timeoutMs,
    );
}
