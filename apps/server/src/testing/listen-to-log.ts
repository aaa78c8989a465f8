import { jest } from '@jest/globals';

/** Everything that is logged or printed from now on, until jest's mocks are restored. */
export function listenToLog(): string[] {
  const heard: string[] = [];
  for (const method of ['log', 'error', 'warn'] as const)
    jest
      .spyOn(console, method)
      .mockImplementation((...words) => void heard.push(words.map(String).join(' ')));
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((text) => heard.push(String(text)) > 0);
  return heard;
}
