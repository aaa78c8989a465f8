import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Wire {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The bytes of a request: what does not change between requests is made once, outside the measurement. */
export function bytesOf({ method, path, headers, body = '' }: Wire): Buffer {
  const all = {
    host: 'bench',
    ...headers,
    ...(body && { 'content-length': String(Buffer.byteLength(body)) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

/**
 * One kept connection, one request at a time. Much lighter than `fetch`: on a machine with few processors, what the load
 * itself costs is taken from the servers.
 */
export class Connection {
  private received: Buffer[] = [];
  private missing = -1;
  private settle: { answer: (body: string) => void; fail: (error: Error) => void } | undefined;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('error', (error) => this.settle?.fail(error));
    socket.on('close', () => this.settle?.fail(new Error('The connection was closed')));
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    return new Connection(socket);
  }

  ask(request: Buffer): Promise<string> {
    return new Promise((answer, fail) => {
      this.settle = { answer, fail };
      this.socket.write(request);
    });
  }

  close(): void {
    this.settle = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received.push(chunk);
    if (this.missing < 0) {
      const start = Buffer.concat(this.received);
      this.received = [start];
      const end = start.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = start.toString('latin1', 0, end);
      const length = /content-length: (\d+)/i.exec(head)?.[1];
      if (length === undefined) return this.settle?.fail(new Error(`An answer without a length: ${head}`));
      this.missing = end + 4 + Number(length) - start.length;
    } else this.missing -= chunk.length;
    if (this.missing === 0) this.finish();
  }

  private finish(): void {
    const whole = Buffer.concat(this.received);
    this.received = [];
    this.missing = -1;
    const end = whole.indexOf('\r\n\r\n');
    const { settle } = this;
    this.settle = undefined;
    if (whole.toString('latin1', 9, 12) === '200') settle?.answer(whole.toString('utf8', end + 4));
    else settle?.fail(new Error(whole.toString('utf8', 0, 2000)));
  }
}
