import 'reflect-metadata';
import { readEnvironment } from '../platform/environment.js';
import { runCommand } from './command.js';
import { examine } from './doctor.js';

await runCommand(async () => {
  const findings = await examine(readEnvironment());
  for (const { about, is, words } of findings) console.log(`${is.padEnd(6)} ${about.padEnd(11)} ${words}`);
  return findings.every(({ is }) => is !== 'WRONG');
});
