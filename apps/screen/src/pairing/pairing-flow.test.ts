import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { PairingFlow, type PairingServer } from './pairing-flow';

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-24T03:24:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

const TEN_MINUTES = 600_000;
const advance = (ms: number) => jest.advanceTimersByTimeAsync(ms);

function pairing() {
  let codes = 0;
  const server = {
    start: jest.fn<PairingServer['start']>(() => {
      codes += 1;
      const expiresAt = new Date(Date.now() + TEN_MINUTES).toISOString();
      return Promise.resolve({
        __typename: 'Pairing',
        code: `CODE0${String(codes)}`,
        secret: `secret ${String(codes)}`,
        expiresAt,
      });
    }),
    status: jest.fn<PairingServer['status']>(() => Promise.resolve('WAITING')),
    claim: jest.fn<PairingServer['claim']>(() => Promise.resolve({ __typename: 'Screen', id: '1' })),
  };
  const onPaired = jest.fn();
  return { server, onPaired, flow: new PairingFlow(server, onPaired) };
}

it('shows a code, asks every two seconds, and claims the screen when it was entered', async () => {
  const { server, onPaired, flow } = pairing();
  flow.start();
  await advance(0);
  expect(flow.view()).toMatchObject({ code: { code: 'CODE01', lastsMs: TEN_MINUTES }, trouble: undefined });
  await advance(10_000);
  expect(server.status).toHaveBeenCalledTimes(5);
  server.status.mockResolvedValue('PAIRED');
  await advance(2000);
  expect(server.claim).toHaveBeenCalledWith('secret 1');
  expect(onPaired).toHaveBeenCalledTimes(1);
  flow.stop();
});

it('a code that ran out is replaced by itself, whoever notices first', async () => {
  const { server, flow } = pairing();
  flow.start();
  await advance(TEN_MINUTES + 2000);
  expect(flow.view().code?.code).toBe('CODE02');
  server.status.mockResolvedValueOnce('EXPIRED');
  await advance(4000);
  expect(flow.view().code?.code).toBe('CODE03');
  flow.stop();
});

it('without network it asks ever more slowly, says so, and goes on by itself with the same code', async () => {
  const { server, flow } = pairing();
  flow.start();
  await advance(0);
  server.status.mockRejectedValue(new Error('lost'));
  await advance(62_000);
  expect(flow.view()).toMatchObject({ code: { code: 'CODE01' }, trouble: 'offline' });
  expect(server.status.mock.calls.length).toBeLessThan(9);
  server.status.mockResolvedValue('WAITING');
  await advance(15_000);
  expect(flow.view()).toMatchObject({ code: { code: 'CODE01' }, trouble: undefined });
  const asked = server.status.mock.calls.length;
  await advance(10_000);
  expect(server.status.mock.calls.length).toBe(asked + 5);
  flow.stop();
});

it('begins without network and shows its code when it is there', async () => {
  const { server, flow } = pairing();
  server.start.mockRejectedValueOnce(new Error('lost'));
  flow.start();
  await advance(0);
  expect(flow.view()).toEqual({ code: undefined, trouble: 'offline' });
  await advance(2000);
  expect(flow.view()).toMatchObject({ code: { code: 'CODE01' }, trouble: undefined });
  flow.stop();
});

it('too many waiting walls: it says so and tries later', async () => {
  const { server, flow } = pairing();
  server.start.mockResolvedValueOnce({ __typename: 'Refused', refusal: 'TOO_MANY_TRIES' });
  flow.start();
  await advance(0);
  expect(flow.view()).toEqual({ code: undefined, trouble: 'tooMany' });
  await advance(30_000);
  expect(flow.view().code?.code).toBe('CODE01');
  flow.stop();
});

it('a claim whose answer was lost is settled by the scene: it is told, and a new code follows if that was wrong', async () => {
  const { server, onPaired, flow } = pairing();
  server.status.mockResolvedValueOnce('PAIRED').mockResolvedValue('WAITING');
  server.claim.mockRejectedValueOnce(new Error('lost'));
  flow.start();
  await advance(2000);
  expect(onPaired).toHaveBeenCalledTimes(1);
  await advance(2000);
  expect(flow.view().code?.code).toBe('CODE02');
  flow.stop();
});

it('a page that is left asks no more', async () => {
  const { server, flow } = pairing();
  flow.start();
  await advance(0);
  flow.stop();
  await advance(60_000);
  expect(server.status).not.toHaveBeenCalled();
});
