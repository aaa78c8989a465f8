import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, it } from 'node:test';
import { watchFolder } from '../watch.mjs';
import { newFolder, until } from './running.mjs';

const folder = newFolder();
let told = [];
let stop;
const at = (name) => path.join(folder, name);
const isTold = (name) =>
  until(
    () => told.includes(path.normalize(name)),
    () => `${name} was not told, only ${told.join()}`,
    5000,
  );

before(() => {
  mkdirSync(at('a/b'), { recursive: true });
  writeFileSync(at('a/b/x.ts'), '');
  stop = watchFolder(folder, (name) => told.push(name));
});
beforeEach(() => (told = []));
after(() => {
  stop();
  rmSync(folder, { recursive: true });
});

for (const time of ['first', 'second', 'third']) {
  it(`a file that is saved by renaming a new one over it, the ${time} time`, async () => {
    writeFileSync(at('a/b/x.ts~'), time);
    renameSync(at('a/b/x.ts~'), at('a/b/x.ts'));
    await isTold('a/b/x.ts');
  });
}

it('a file that is saved in place, and one that is removed', async () => {
  writeFileSync(at('a/b/x.ts'), 'in place');
  await isTold('a/b/x.ts');
  writeFileSync(at('a/y.ts'), '');
  await isTold('a/y.ts');
  told = [];
  rmSync(at('a/y.ts'));
  await isTold('a/y.ts');
});

it('what is in a new folder already, and what comes later', async () => {
  mkdirSync(at('new/deep'), { recursive: true });
  writeFileSync(at('new/deep/1.ts'), '');
  await isTold('new/deep/1.ts');
  writeFileSync(at('new/deep/2.ts'), '');
  await isTold('new/deep/2.ts');
});

it('a folder that goes and comes back, as between two branches', async () => {
  rmSync(at('a'), { recursive: true });
  await isTold('a');
  mkdirSync(at('a/b'), { recursive: true });
  writeFileSync(at('a/b/x.ts'), '');
  await isTold('a/b/x.ts');
  told = [];
  writeFileSync(at('a/b/x.ts'), 'again');
  await isTold('a/b/x.ts');
});
