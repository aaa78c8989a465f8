import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { SceneQuery } from '../gql/graphql';
import { centre, lunch } from '../testing/samples';
import { type KeptScene, keptScene, type SceneStore } from './kept-scene';
import { SceneReader } from './scene-reader';

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-24T03:24:00Z') });
  localStorage.clear();
});
afterEach(() => {
  jest.useRealTimers();
});

const answer = (taken = 48): SceneQuery => ({
  demonstration: true,
  scene: centre({ lunch: lunch({ taken }) }),
});
const refusal = (code: string) => Object.assign(new Error(code), { errors: [{ extensions: { code } }] });
const lost = () => Object.assign(new Error('lost'), { name: 'TypeError' });
const takenOf = (reader: SceneReader): number | undefined => {
  const state = reader.state();
  return state.status === 'shown' && state.data.scene.__typename === 'CentreScene'
    ? state.data.scene.lunch?.taken
    : undefined;
};
const nothingKept: SceneStore = { read: () => undefined, write: () => undefined, clear: () => undefined };
const advance = (ms: number) => jest.advanceTimersByTimeAsync(ms);

function readerOf(store: SceneStore = nothingKept) {
  const read = jest.fn<(signal: AbortSignal) => Promise<SceneQuery>>(() => Promise.resolve(answer()));
  return { read, reader: new SceneReader({ read, store }) };
}

it('reads at once, and every minute although nothing happens', async () => {
  const { read, reader } = readerOf();
  reader.start();
  await advance(0);
  expect(takenOf(reader)).toBe(48);
  await advance(59_000);
  expect(read).toHaveBeenCalledTimes(1);
  await advance(2000);
  expect(read).toHaveBeenCalledTimes(2);
  reader.stop();
  await advance(600_000);
  expect(read).toHaveBeenCalledTimes(2);
});

it('without the server it tries every five seconds, keeps its figures and their time, and resumes by itself', async () => {
  const { read, reader } = readerOf();
  reader.start();
  await advance(0);
  const before = reader.state();
  read.mockImplementation(() => Promise.reject(lost()));
  await advance(2 * 3_600_000);
  expect(reader.state()).toBe(before);
  read.mockImplementation(() => Promise.resolve(answer(50)));
  await advance(5000);
  expect(takenOf(reader)).toBe(50);
  expect(reader.state()).toMatchObject({ answeredAt: Date.now() });
  reader.stop();
});

it('gives up a reading that hangs after eight seconds, and does not wait for it before', async () => {
  const { read, reader } = readerOf();
  reader.start();
  await advance(0);
  read.mockImplementation(
    (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(lost()))),
  );
  void reader.read();
  await advance(1000);
  read.mockImplementation(() => Promise.resolve(answer(49)));
  await reader.read();
  expect(takenOf(reader)).toBe(49);
  await advance(8000);
  expect(takenOf(reader)).toBe(49);
  reader.stop();
});

it('an answer that was asked for earlier does not undo a later one', async () => {
  const { read, reader } = readerOf();
  reader.start();
  await advance(0);
  let late: (data: SceneQuery) => void = () => undefined;
  read.mockImplementationOnce(() => new Promise((resolve) => (late = resolve)));
  void reader.read();
  read.mockImplementation(() => Promise.resolve(answer(55)));
  await reader.read();
  late(answer(54));
  await advance(0);
  expect(takenOf(reader)).toBe(55);
  reader.stop();
});

it('a revoked wall shows nothing, keeps nothing and asks no more', async () => {
  const store = keptScene();
  const { read, reader } = readerOf(store);
  reader.start();
  await advance(0);
  expect(store.read()).toBeDefined();
  read.mockImplementation(() => Promise.reject(refusal('UNAUTHENTICATED')));
  await reader.read();
  expect(reader.state()).toEqual({ status: 'unpaired' });
  expect(store.read()).toBeUndefined();
  const asked = read.mock.calls.length;
  await advance(600_000);
  expect(read).toHaveBeenCalledTimes(asked);
  read.mockImplementation(() => Promise.resolve(answer()));
  await reader.read();
  expect(takenOf(reader)).toBe(48);
  reader.stop();
});

it('after a power cut without network the last answer stands with its time', async () => {
  const first = readerOf(keptScene());
  first.reader.start();
  await advance(0);
  const answeredAt = Date.now();
  first.reader.stop();
  await advance(3_600_000);
  const second = readerOf(keptScene());
  second.read.mockImplementation(() => Promise.reject(lost()));
  second.reader.start();
  await advance(10_000);
  expect(second.reader.state()).toMatchObject({ status: 'shown', answeredAt });
  second.reader.stop();
});

it.each<[string, () => void]>([
  ['broken', () => localStorage.setItem('linli.screen.scene', '{')],
  [
    'of another format',
    () => localStorage.setItem('linli.screen.scene', JSON.stringify({ format: 0, data: {}, answeredAt: 1 })),
  ],
])('what was kept is left alone when it is %s', (_what, spoil) => {
  spoil();
  expect(keptScene().read()).toBeUndefined();
});

it('a browser without storage goes on without it', () => {
  const store = keptScene(() => {
    throw new Error('forbidden');
  });
  const kept: KeptScene = { data: answer(), answeredAt: 1 };
  expect(() => store.write(kept)).not.toThrow();
  expect(store.read()).toBeUndefined();
  expect(() => store.clear()).not.toThrow();
});

it('a socket that is gone makes it ask more often, until it is back', async () => {
  const { read, reader } = readerOf();
  reader.start();
  await advance(0);
  reader.noteInterrupted(true);
  await advance(20_000);
  expect(read.mock.calls.length).toBeGreaterThanOrEqual(5);
  reader.noteInterrupted(false);
  await advance(0);
  const asked = read.mock.calls.length;
  await advance(50_000);
  expect(read).toHaveBeenCalledTimes(asked);
  reader.stop();
});
