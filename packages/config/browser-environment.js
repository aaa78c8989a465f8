import { TestEnvironment } from 'jest-environment-jsdom';

const NODE_HAS_THEM_TOO = [
  ...['TextEncoder', 'TextDecoder', 'ReadableStream', 'WritableStream', 'TransformStream'],
  ...['fetch', 'Request', 'Response', 'Headers', 'structuredClone', 'BroadcastChannel'],
];

/** jsdom, and what the router, Apollo and graphql-ws expect of a browser besides. */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of NODE_HAS_THEM_TOO) this.global[name] ??= globalThis[name];
  }
}
