import './check-node.mjs';
import path from 'node:path';
import { ensureInstalled, root, run } from './bootstrap.mjs';
import { ensureBuilt } from './build.mjs';

const COMMANDS = {
  backup: 'commands/backup.command.js',
  restore: 'commands/restore.command.js',
  doctor: 'commands/doctor.command.js',
  'first-cadre': 'commands/first-cadre.command.js',
  'import-areas': 'organisation/structure/import-file.command.js',
};

// `npm run doctor`, `npm run restore -- FILE`: the built server's own commands, on the settings that it starts with.
const [name, ...given] = process.argv.slice(2);
await ensureInstalled();
await ensureBuilt();
const program = path.join(root, 'apps/server/dist', COMMANDS[name]);
process.exit(await run(process.execPath, ['--enable-source-maps', program, ...given], { shell: false }));
