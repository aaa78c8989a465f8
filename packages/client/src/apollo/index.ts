export { createLinliClient } from './create-client.js';
export { maySendAgain } from './retry-safely.js';
