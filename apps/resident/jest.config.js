import inBrowser from '@linli/config/jest-dom.js';

/** A wait that fails says what it did not find, before jest says that the test took too long. */
export default { ...inBrowser, testTimeout: 30_000 };
