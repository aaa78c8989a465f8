import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, it } from 'node:test';
import { fingerprint } from '../build.mjs';

let root;
const write = (name, text) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
};
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'linli-build-'));
  write('package.json', '{}');
  write('apps/one/src/a.ts', 'a');
  write('apps/one/dist/a.js', 'a');
});
afterEach(() => rmSync(root, { recursive: true }));

const changes = {
  'a changed source': () => write('apps/one/src/a.ts', 'b'),
  'a new source': () => write('packages/two/src/b.ts', 'b'),
  'a source that is gone': () => rmSync(path.join(root, 'apps/one/src/a.ts')),
  'a change of the root': () => write('package.json', '{"a":1}'),
  'a build by hand': () => write('apps/one/dist/a.js', 'other'),
  'a deleted build': () => rmSync(path.join(root, 'apps/one/dist'), { recursive: true }),
};
for (const [what, change] of Object.entries(changes)) {
  it(`${what} asks for a build`, () => {
    const before = fingerprint(root);
    change();
    assert.notEqual(fingerprint(root), before);
  });
}

const sameness = {
  nothing: () => undefined,
  'a source that was only touched': () => utimesSync(path.join(root, 'apps/one/src/a.ts'), 1, 1),
  'generated code': () => write('apps/one/src/gql/types.ts', 'x'),
  data: () => write('apps/one/.data/x', 'x'),
};
for (const [what, change] of Object.entries(sameness)) {
  it(`${what} does not`, () => {
    const before = fingerprint(root);
    change();
    assert.equal(fingerprint(root), before);
  });
}
