import { expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { FolderInUseError } from './embedded-postgres/index.js';
import { SettingsError } from './environment.js';
import { checkPort, explain, isLostConnection } from './process-life.js';

const withCode = (code: string) => Object.assign(new Error('of the driver'), { code });

it.each(['57P01', '57P02', '57P03', '08006', '08P01', 'ECONNRESET', 'ECONNREFUSED'])(
  '%s is a lost connection, and no reason to end',
  (code) => expect(isLostConnection(withCode(code))).toBe(true),
);

it.each(['23505', '42P01', '57014', '40001', '53100'])('%s is none', (code) =>
  expect(isLostConnection(withCode(code))).toBe(false),
);

it('what whoever started us can mend is one line; a stack is only for what they cannot', () => {
  expect(explain(new SettingsError(['PORT: must be a number']))).toBe('PORT: must be a number');
  expect(explain(new FolderInUseError('/data', 42))).toMatch(
    /^DATA_DIR: \/data is in use by process 42;[^\n]*$/,
  );
  expect(explain(new Error('surprise'))).toContain('process-life.test');
});

it('never shows what the driver tells of a row', () => {
  const error = Object.assign(withCode('23505'), { detail: 'Key (phone)=(13900000001) already exists.' });
  expect(explain(error)).not.toContain('13900000001');
});

it('a taken port is named, with another one; a free one is none of our business', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  await expect(checkPort({ HOST: '127.0.0.1', PORT: port })).rejects.toThrow(
    `PORT: ${port} is taken by another program, for example PORT=${port + 1}`,
  );
  await new Promise((resolve) => other.close(resolve));
  await checkPort({ HOST: '127.0.0.1', PORT: port });
});

it('an address that is not ours is a matter of HOST', async () => {
  await expect(checkPort({ HOST: '192.0.2.1', PORT: 0 })).rejects.toThrow(/^HOST: cannot be listened on/);
});
