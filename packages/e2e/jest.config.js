import preset from '@linli/config/jest.js';

const OWN = '<rootDir>/src/own-house/*.test.ts';
const SHARED = '<rootDir>/src/*.test.ts';

/** What shares a house and what opens one of its own may run beside each other: E2E_PART is SHARED, OWN or both. */
const part = process.env.E2E_PART;

export default {
  ...preset,
  testMatch: [...(part === 'OWN' ? [] : [SHARED]), ...(part === 'SHARED' ? [] : [OWN])],
  testSequencer: '<rootDir>/in-order.js',
  globalSetup: '<rootDir>/global-setup.mjs',
  globalTeardown: '<rootDir>/global-teardown.mjs',
};
