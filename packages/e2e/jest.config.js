import preset from '@linli/config/jest.js';

/** One house for all files but those that kill theirs. */
export default {
  ...preset,
  globalSetup: '<rootDir>/global-setup.mjs',
  globalTeardown: '<rootDir>/global-teardown.mjs',
};
