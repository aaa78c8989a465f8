export { createLiveLink, type LiveLink } from './create-live-link.js';
export type { LiveState, LiveStatus } from './live-status.js';
export { LiveContext, useLive, useLiveStatus } from './use-live.js';
