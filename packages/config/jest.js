import { readFileSync } from 'node:fs';
import path from 'node:path';

const swc = JSON.parse(readFileSync(path.join(import.meta.dirname, 'swc.json'), 'utf8'));
delete swc.$schema;

/** Node tests: domain, server, tools. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
};
