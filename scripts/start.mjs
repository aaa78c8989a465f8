import './check-node.mjs';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, environment, root, say } from './bootstrap.mjs';
import { ensureBuilt } from './build.mjs';

await ensureInstalled();
await ensureBuilt();
say('啟動 starting …');
serve();

/** Runs the server until it ends or we are told to end. It ends with us, through the channel that closes with us. */
function serve() {
  const server = spawn(
    process.execPath,
    ['--enable-source-maps', path.join(root, 'apps/server/dist/main.js')],
    {
      cwd: root,
      env: { ...environment, NODE_ENV: process.env.NODE_ENV || 'production' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  let asked = false;
  const stop = () => {
    asked = true;
    server.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  whenNpmIsGone(stop);

  server.once('exit', (code, signal) => {
    if (signal && !asked)
      console.error(`服務被終止 the server was killed (${signal}). Start again with: npm start`);
    if (asked && code === 0) say('已停止 stopped');
    process.exit(code ?? 1);
  });
}

/** npm may be killed without a word; the shell that it starts us in may then still be there. */
function whenNpmIsGone(then) {
  if (!process.env.npm_lifecycle_event) return;
  const ours = startersOf();
  const timer = setInterval(() => {
    if (startersOf() === ours) return;
    clearInterval(timer);
    then();
  }, 250);
}

/** Our parent, and npm when that parent is its shell. Without /proc our own parent has to do. */
function startersOf() {
  try {
    const parent = readFileSync(`/proc/${process.ppid}/status`, 'utf8');
    const isShell = /^Name:\s*\w*sh$/m.test(parent);
    return isShell ? `${process.ppid} ${/^PPid:\s*(\d+)$/m.exec(parent)?.[1]}` : `${process.ppid}`;
  } catch {
    return `${process.ppid}`;
  }
}
