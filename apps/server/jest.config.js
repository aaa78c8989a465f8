import preset from '@linli/config/jest.js';

export default {
  ...preset,
  globalSetup: '<rootDir>/jest.set-up.mjs',
  globalTeardown: '<rootDir>/jest.tear-down.mjs',
  setupFiles: ['reflect-metadata'],
  testTimeout: 15_000,
};
