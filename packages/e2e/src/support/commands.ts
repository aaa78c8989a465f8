import { spawn } from 'node:child_process';
import path from 'node:path';

const REPOSITORY = path.resolve(import.meta.dirname, '../../../..');

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly complaint: string;
}

/** One of the house's own commands, as `npm run …` runs it once all is built. */
export function command(
  name: 'backup' | 'restore' | 'doctor' | 'first-cadre',
  parameters: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Said> {
  const { DATABASE_URL: _url, DATA_KEY: _key, INIT_CWD: _folder, ...inherited } = process.env;
  const program = path.join(REPOSITORY, 'apps/server/dist/commands', `${name}.command.js`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...parameters], {
      env: { ...inherited, NODE_ENV: 'production', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, complaint] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (complaint += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, complaint }));
  });
}
