import './check-node.mjs';
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled, environment, must, root, run, say } from './bootstrap.mjs';

// `npm test -- bookings -t sells`: what jest understands goes to jest; these go to turbo.
const given = process.argv.slice(2);
const isForTurbo = (argument) => /^--(filter|force|concurrency|only|continue)\b/.test(argument);
const forTurbo = given.filter(isForTurbo);
// The reporters last: jest takes words after them for more reporters.
const forJest = [
  ...given.filter((argument) => !isForTurbo(argument)),
  ...['--passWithNoTests', '--reporters=default', '--reporters=@linli/config/count-reporter.js'],
];
const isWhole = given.length === 0;
/** Twice what the slowest of them takes on 2 busy cores: a suite that hangs is a failure, not an endless run. */
const CEILING_MINUTES = 25;

const { NODE_ENV: _ours, ...env } = environment;
const e2e = path.join(root, 'packages/e2e');
const counts = [];
let broken = false;

await ensureInstalled();
forget();
say('單元、數據庫、前端測試 unit, database and front-end tests …');
await suite('turbo', [
  ...['run', 'test', '--concurrency=2', '--continue=always', '--output-logs=new-only', '--log-order=grouped'],
  ...[...forTurbo, '--', ...forJest],
]);
for (const folder of packages()) count(folder);

if (isWhole || !forTurbo.some((argument) => argument.startsWith('--filter'))) {
  say('構建 building …');
  await must('turbo', ['run', 'build', '--output-logs=errors-only'], { env });
  await wholeHouseTests();
}
finish();

/** Two chains beside each other: what shares one house, and what starts, kills and restores houses of its own. */
async function wholeHouseTests() {
  if (!isWhole) return browserTests('ALL');
  say('命令和瀏覽器測試 the commands and real-browser tests …');
  const log = path.join(mkdtempSync(path.join(tmpdir(), 'linli-tests-')), 'own-houses.log');
  const apart = openSync(log, 'w');
  const own = async () => {
    await scriptTests(apart);
    await browserTests('OWN', apart);
  };
  await Promise.all([browserTests('SHARED'), own()]);
  closeSync(apart);
  process.stdout.write(readFileSync(log));
  rmSync(path.dirname(log), { recursive: true });
}

/** The commands themselves: what starts, stops and describes the house. */
async function scriptTests(output) {
  const folder = path.join(root, 'scripts', 'tests');
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.mjs'));
  const reporter = path.join(folder, 'count-reporter.mjs');
  const result = path.join(folder, '.counts.json');
  rmSync(result, { force: true });
  const parameters = [
    ...['--test', '--test-concurrency=1', '--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...[`--test-reporter=${reporter}`, `--test-reporter-destination=${result}`],
    ...files.map((name) => path.join(folder, name)),
  ];
  await suite(process.execPath, parameters, { output });
  if (existsSync(result)) counts.push(JSON.parse(readFileSync(result, 'utf8')));
}

async function browserTests(part, output) {
  const counts = `test-counts-${part}.json`;
  await suite('pnpm', ['--filter', '@linli/e2e', 'e2e', ...forJest], {
    output,
    env: { ...env, E2E_PART: part, COUNTS: counts },
  });
  count(e2e, counts);
}

/** What it says goes to `output`, an open file, or else is shown at once. */
async function suite(program, parameters, { output = 'inherit', env: own = env } = {}) {
  const began = Date.now();
  const timeout = CEILING_MINUTES * 60_000;
  const options = { env: own, timeout, stdio: ['ignore', output, output] };
  if ((await run(program, parameters, options)) !== 0) broken = true;
  if (Date.now() - began < timeout) return;
  console.error(
    `${CEILING_MINUTES} 分鐘未完，已停止 stopped after ${CEILING_MINUTES} min: ${[program, ...parameters].join(' ')}`,
  );
}

function packages() {
  const groups = ['apps', 'packages'].map((group) => path.join(root, group));
  return groups.flatMap((group) => readdirSync(group).map((name) => path.join(group, name)));
}

function countsOf(folder, name = 'test-counts.json') {
  return path.join(folder, '.turbo', name);
}

/** What an earlier run left must not be counted; turbo brings back the numbers of what it need not run again. */
function forget() {
  for (const folder of packages()) rmSync(countsOf(folder), { force: true });
}

function count(folder, name) {
  const file = countsOf(folder, name);
  if (existsSync(file)) counts.push(JSON.parse(readFileSync(file, 'utf8')));
  rmSync(file, { force: true });
}

function finish() {
  const sum = (key) => counts.reduce((total, each) => total + each[key], 0);
  const passed = sum('passed');
  const failed = sum('failed');
  if (broken && failed === 0) console.error('有套件未能跑完 a suite did not run to its end; see above');
  if (passed + failed === 0) console.error('沒有跑任何測試 no test ran');
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(broken || failed > 0 || passed === 0 ? 1 : 0);
}
