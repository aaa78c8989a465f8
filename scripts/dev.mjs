import './check-node.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, environment, must, root, run, say } from './bootstrap.mjs';
import { watchFolder } from './watch.mjs';

const PORT = process.env.PORT || '4000';
/** The first of three: the faces stand side by side. */
const FIRST = Number(process.env.DEV_PORT || 5173);
const FACES = {
  resident: [FIRST, '/'],
  console: [FIRST + 1, '/console/'],
  screen: [FIRST + 2, '/screen/'],
};
const server = path.join(root, 'apps/server');
const fromSource = [
  '--enable-source-maps',
  '--conditions=source',
  '--import',
  '@swc-node/register/esm-register',
];
const origins = Object.values(FACES).flatMap(([port]) => [
  `http://localhost:${port}`,
  `http://127.0.0.1:${port}`,
]);
const env = {
  ...environment,
  NODE_ENV: 'development',
  PORT,
  ORIGINS:
    process.env.ORIGINS || [...origins, `http://localhost:${PORT}`, `http://127.0.0.1:${PORT}`].join(','),
  LINLI_SERVER: `http://127.0.0.1:${PORT}`,
};

let stopping = false;
const faces = [];
let database;
let api;

await ensureInstalled();
await must('turbo', ['run', 'codegen', '@linli/i18n#build', '--output-logs=errors-only']);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
env.DATABASE_URL ||= await startDatabase();
startServer();
for (const [name, [port]] of Object.entries(FACES)) startFace(name, port);
watchSources();
for (const [name, [port, base]] of Object.entries(FACES))
  say(`${name.padEnd(9)} http://localhost:${port}${base}`);
say(`API       http://localhost:${PORT}/graphql`);

/** In sessions of their own, so that Ctrl-C leaves the order of the end to us; each ends by itself when we are gone. */
function start(program, parameters, options) {
  const child = spawn(program, parameters, { env, detached: true, ...options });
  child.once('error', (error) => (console.error(error.message), void stop(1)));
  return child;
}

async function startDatabase() {
  const options = { cwd: server, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] };
  database = start(process.execPath, [...fromSource, 'src/dev-database.ts'], options);
  database.once('exit', () => void stop(1));
  const [{ url }] = await once(database, 'message');
  return url;
}

function startServer() {
  const options = { cwd: server, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] };
  api = start(process.execPath, [...fromSource, 'src/main.ts'], options);
  const own = api;
  own.once('exit', (code) => {
    if (!stopping && own === api && code !== 0)
      say('服務已停，修改後重啟 the server stopped; it starts again at the next edit');
  });
}

function startFace(name, port) {
  const cwd = path.join(root, 'apps', name);
  const vite = path.join(cwd, 'node_modules/vite/bin/vite.js');
  const parameters = [
    vite,
    '--port',
    String(port),
    '--strictPort',
    '--clearScreen',
    'false',
    '--logLevel',
    'warn',
  ];
  // Vite ends when its input does, unless it thinks that it runs in CI.
  const { CI: _ci, ...own } = env;
  faces.push(start(process.execPath, parameters, { cwd, env: own, stdio: ['pipe', 'inherit', 'inherit'] }));
}

/** One edit after another: what is under way is finished first. */
function watchSources() {
  let work = Promise.resolve();
  const due = new Map();
  const later = (name, task) => {
    clearTimeout(due.get(name));
    due.set(
      name,
      setTimeout(() => (work = work.then(task).catch((error) => console.error(error.message))), 150),
    );
  };
  const on = (folder, changed) => {
    const place = path.join(root, folder);
    if (existsSync(place)) watchFolder(place, changed);
  };
  const restart = (file) => {
    if (!/\.(ts|json|csv)$/.test(file) || /\.test\.ts$/.test(file)) return;
    later('server', restartServer);
    if (/\.(entity|type|resolver)\.ts$/.test(file)) later('schema', writeSchema);
  };
  for (const folder of [
    'apps/server/src',
    'packages/domain/src',
    'packages/sample/src',
    'packages/sample/data',
  ])
    on(folder, restart);
  on('packages/schema', () =>
    later('codegen', () => run('turbo', ['run', 'codegen', '--output-logs=errors-only'])),
  );
  on('packages/i18n/messages', () =>
    later('messages', () => run('pnpm', ['--filter', '@linli/i18n', 'generate'])),
  );
  for (const name of Object.keys(FACES)) {
    on(`apps/${name}/src`, (file) => {
      if (file.endsWith('.graphql'))
        later(name, () =>
          run('turbo', ['run', 'codegen', `--filter=@linli/${name}`, '--output-logs=errors-only']),
        );
    });
  }
}

const writeSchema = () =>
  run('pnpm', ['--filter', '@linli/server', 'schema'], { stdio: ['ignore', 'ignore', 'inherit'] });

async function restartServer() {
  await end(api);
  if (!stopping) startServer();
}

async function end(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

async function stop(code) {
  if (stopping) return;
  stopping = true;
  await Promise.all(faces.map(end));
  await end(api);
  await end(database);
  process.exit(code);
}
