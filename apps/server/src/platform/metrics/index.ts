export { jobRuns, jobSeconds, openSockets, relayLag } from './metrics.js';
export { nameOfOperation, observeRequest, observeRequests } from './observe-requests.js';
export { serveMetrics } from './serve-metrics.js';
