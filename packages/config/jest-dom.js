import path from 'node:path';
import node from './jest.js';

const { transform, ...rest } = node;
const [pattern] = Object.keys(transform);
const [swc, options] = transform[pattern];
const jsc = {
  target: 'es2022',
  parser: { syntax: 'typescript', tsx: true },
  transform: { react: { runtime: 'automatic', development: true } },
};

/** Front-end tests: the same, in a page. */
export default {
  ...rest,
  testEnvironment: path.join(import.meta.dirname, 'browser-environment.js'),
  testEnvironmentOptions: { customExportConditions: ['source', 'browser', 'node'] },
  transform: { [pattern]: [swc, { ...options, jsc }] },
  moduleNameMapper: {
    ...rest.moduleNameMapper,
    '\\.css$': path.join(import.meta.dirname, 'empty.cjs'),
  },
};
