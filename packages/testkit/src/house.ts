import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const SERVER = path.resolve(import.meta.dirname, '../../../apps/server/dist/main.js');
const PATIENCE_MS = 180_000;

export interface House {
  readonly url: string;
  readonly dataDir: string;
  /** The server's own process; kill it to see what happens. */
  readonly process: ChildProcess;
  /** Waits until the house can do its work again. */
  ready(): Promise<void>;
  /** All that the server has said so far. */
  output(): string;
  stop(): Promise<void>;
}

interface Plan {
  readonly dataDir?: string;
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the built server as `npm start` does, on a port and in a data folder of its own, and waits until it is ready. */
export async function openHouse({ dataDir, port, settings = {} }: Plan = {}): Promise<House> {
  const folder = dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'linli-house-'));
  const usedPort = port ?? (await freePort());
  const url = `http://127.0.0.1:${String(usedPort)}`;
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, NODE_ENV: 'production', PORT: String(usedPort), DATA_DIR: folder, ...settings };
  const server = spawn(process.execPath, ['--enable-source-maps', SERVER], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  let said = '';
  server.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await untilReady(url, server, () => said);
  return {
    url,
    dataDir: folder,
    process: server,
    ready: () => untilReady(url, server, () => said),
    output: () => said,
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) {
        server.kill('SIGTERM');
        await once(server, 'exit');
      }
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string, server: ChildProcess, said: () => string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (server.exitCode !== null)
      throw new Error(`The server ended with ${String(server.exitCode)}:\n${said()}`);
    const ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  server.kill('SIGKILL');
  throw new Error(`The server was not ready within ${String(PATIENCE_MS / 1000)} s:\n${said()}`);
}

/** A port that is free, or the wanted one when it is. */
export const freePort = (wanted = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
