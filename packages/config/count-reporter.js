import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Leaves the numbers of a run in the package's .turbo/test-counts.json, so that `npm test` can add them up; COUNTS names another file. */
export default class CountReporter {
  constructor(globalConfig) {
    this.file = path.join(globalConfig.rootDir, '.turbo', process.env.COUNTS ?? 'test-counts.json');
  }

  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests;
    // A file that could not be run holds tests that did not pass.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify({ passed, failed }));
  }
}
