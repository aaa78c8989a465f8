export { createLinliClient } from './create-client.js';
export { fetchedLater } from './fetched-later.js';
export { maySendAgain } from './retry-safely.js';
