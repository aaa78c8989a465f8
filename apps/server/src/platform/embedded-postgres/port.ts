import { readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';

/** The port of last time while it is free, so that a tool that was pointed at it stays so; else a free one. */
export async function stablePort(file: string): Promise<number> {
  const last = readPort(file);
  const port = (last === undefined ? undefined : await tryPort(last)) ?? (await tryPort(0)) ?? 0;
  if (port !== last) writeFileSync(file, String(port));
  return port;
}

function readPort(file: string): number | undefined {
  try {
    const port = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : undefined;
  } catch {
    return undefined;
  }
}

const tryPort = (wanted: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
