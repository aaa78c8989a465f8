import { IDBFactory } from 'fake-indexeddb';
import { jest } from '@jest/globals';
import { cleanup, configure, render, screen } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { forgetOpened } from '../services/bookings/ticket-store';
import { App } from '../shell/app';
import { choosePerson, residentId } from '../shell/session';
import { ME, NOW } from './district';
import type { FakeServer } from './fake-server';

// The first page of a test compiles what it shows, and two share one processor.
configure({ asyncUtilTimeout: 10_000 });

const REAL = [
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'],
  ...['queueMicrotask', 'nextTick', 'performance', 'requestAnimationFrame', 'cancelAnimationFrame', 'hrtime'],
  ...['requestIdleCallback', 'cancelIdleCallback'],
] as const;

/** No socket: what comes live is tried in a real browser. */
class NoSocket {
  close(): void {
    // never opened
  }
}

/** A phone with this app at an address, on the morning of the story. Nobody signed in when `who` is null. */
export async function openApp(server: FakeServer, path = '/', who: string | null = ME): Promise<UserEvent> {
  jest.useFakeTimers({ now: NOW, doNotFake: [...REAL] });
  Object.assign(globalThis, { WebSocket: NoSocket });
  Object.assign(window, { scrollTo: () => undefined });
  Element.prototype.scrollIntoView = () => undefined;
  server.install();
  history.replaceState(null, '', path);
  choosePerson(null);
  residentId.set(who);
  render(<App />);
  await screen.findByRole('heading', { level: 1 });
  return userEvent.setup();
}

/** The page is closed, as by a reload: only what the phone stores stays. */
export async function closeApp(): Promise<void> {
  cleanup();
  const { client } = await import('../data/house');
  await client.clearStore();
}

/** Another phone. */
export async function newPhone(): Promise<void> {
  await closeApp();
  localStorage.clear();
  localStorage.setItem('linli.locale', 'zh-Hant');
  forgetOpened();
  globalThis.indexedDB = new IDBFactory();
}
