import preset from '@linli/config/jest.js';

export default {
  ...preset,
  globalSetup: '<rootDir>/jest.set-up.mjs',
  globalTeardown: '<rootDir>/jest.tear-down.mjs',
  setupFiles: ['reflect-metadata'],
  testTimeout: 60_000,
  // What a broken test left open must not keep the run from its end.
  forceExit: true,
};
