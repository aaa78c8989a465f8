import preset from '@linli/config/jest.js';

export default {
  ...preset,
  globalSetup: '<rootDir>/jest.set-up.mjs',
  globalTeardown: '<rootDir>/jest.tear-down.mjs',
  setupFiles: ['reflect-metadata'],
  testTimeout: 60_000,
  // What a test file loaded is never given back in the same process: after forty files it is gigabytes, and each takes
  // ten times as long. So the tests run in processes that are replaced when they have grown.
  maxWorkers: 2,
  workerIdleMemoryLimit: '700MB',
  // What a broken test left open must not keep the run from its end.
  forceExit: true,
};
