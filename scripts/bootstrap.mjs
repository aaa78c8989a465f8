// No dependencies: this runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const stamps = path.join(root, 'node_modules', '.linli');

/** What our tools are told: where they are, and to call no one and leave nothing running. */
export const environment = {
  ...process.env,
  PATH: [path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter),
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
};

const started = performance.now();

/** Progress in plain words, with the seconds since the start. */
export function say(words) {
  console.log(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s] ${words}`);
}

/**
 * Runs a program to its end; a signal to us is passed on to it. Resolves with its exit code, 1 when it was killed, which
 * it also is after `timeout` ms.
 */
export function run(program, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      ...options,
    });
    let passedOn = false;
    const forward = (signal) => {
      passedOn = true;
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const done = () => signals.forEach((signal) => process.off(signal, forward));
    child.once('error', (error) => (done(), reject(error)));
    child.once('close', (code, signal) => {
      done();
      if (signal && passedOn) process.exit(130);
      resolve(code ?? 1);
    });
  });
}

/** The same, and the end of everything when it fails. */
export async function must(program, parameters, options) {
  const code = await run(program, parameters, options);
  if (code === 0) return;
  console.error(`失敗 failed (${code}): ${[program, ...parameters].join(' ')}`);
  process.exit(code);
}

export const readStamp = (name) => {
  const file = path.join(stamps, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

export function writeStamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(path.join(stamps, name), value);
}

/** Installs what the lockfile says, unless that was done already. */
export async function ensureInstalled() {
  const hash = createHash('sha256').update(process.version + process.arch);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) {
    hash.update(readFileSync(path.join(root, file)));
  }
  const stamp = hash.digest('hex');
  if (readStamp('installed') === stamp) return;

  say('安裝依賴 installing …');
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const options = ['--frozen-lockfile', '--prefer-offline', '--reporter=append-only', '--loglevel=warn'];
  // Whatever NODE_ENV says: the tools that build are needed too.
  options.push('--prod=false', '--config.confirmModulesPurge=false');
  await must('npx', ['-y', packageManager, 'install', ...options]);
  writeStamp('installed', stamp);
}
