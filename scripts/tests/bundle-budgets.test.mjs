import assert from 'node:assert/strict';
import { it } from 'node:test';
import { filesOf } from '../bundle-budgets.mjs';

const manifest = {
  'index.html': {
    file: 'entry.js',
    isEntry: true,
    imports: ['_react.js'],
    dynamicImports: ['page.tsx', 'other.tsx'],
    css: ['entry.css'],
  },
  '_react.js': { file: 'react.js', imports: ['_base.js'] },
  '_base.js': { file: 'base.js', imports: ['_react.js'] },
  'page.tsx': {
    file: 'page.js',
    isDynamicEntry: true,
    imports: ['_react.js', '_apollo.js'],
    css: ['page.css'],
  },
  '_apollo.js': { file: 'apollo.js' },
  'other.tsx': { file: 'other.js', isDynamicEntry: true },
};

it('counts what the entry imports at once, each file once, and not what comes later', () => {
  assert.deepEqual(filesOf(manifest, []), ['entry.js', 'entry.css', 'react.js', 'base.js']);
});

it('counts a page with what it imports', () => {
  assert.deepEqual(filesOf(manifest, ['page.tsx']).slice(4), ['page.js', 'page.css', 'apollo.js']);
});

it('does not pass over a page that is not there', () => {
  assert.throws(() => filesOf(manifest, ['gone.tsx']), /gone\.tsx is not in the manifest/);
});
