import { type EnumOf, enumOf } from '../base/index.js';

/** How a notice leaves the house. The inbox is no channel: everything is in it. */
export const NoticeChannel = enumOf('SMS', 'WECHAT');
export type NoticeChannel = EnumOf<typeof NoticeChannel>;

export const DeliveryState = enumOf('QUEUED', 'SENDING', 'SENT', 'FAILED', 'EXPIRED', 'SKIPPED');
export type DeliveryState = EnumOf<typeof DeliveryState>;

/**
 * Why a message did not arrive. NO_ADDRESS: no phone, nobody to send to. REFUSED: the carrier will not take it.
 * UNREACHABLE: the carrier could not be reached, again and again. UNCERTAIN: it may have been sent, and sending it again
 * might be twice. NOT_CONNECTED: the house has no such carrier.
 */
export const DeliveryProblem = enumOf('NO_ADDRESS', 'REFUSED', 'UNREACHABLE', 'UNCERTAIN', 'NOT_CONNECTED');
export type DeliveryProblem = EnumOf<typeof DeliveryProblem>;

const MINUTE = 60;
const HOUR = 60 * MINUTE;

export const delivery = {
  /** Seconds that a worker has for one message: after that another one takes over. */
  lease: 2 * MINUTE,
  /** Seconds that a carrier has to answer. */
  timeout: 20,
  /** Seconds before each further try; after the last of them it has FAILED. */
  backOff: [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR],
} as const;

/** Seconds to wait after so many tries, or undefined: it is enough. */
export const waitAfter = (tries: number): number | undefined => delivery.backOff[tries - 1];

/** What came of handing a message to a carrier. */
export type Outcome = 'SENT' | 'NOT_SENT' | 'REFUSED' | 'UNKNOWN';

export type NextStep =
  | { readonly state: 'SENT' }
  | { readonly state: 'FAILED'; readonly problem: DeliveryProblem }
  /** `wait` in seconds; `unsure`: what was tried may have arrived. */
  | { readonly state: 'QUEUED'; readonly wait: number; readonly unsure: boolean };

/**
 * What becomes of a message. One that may have been sent is tried again only with a carrier that knows its key, which
 * then sends nothing new; with any other it ends, and people look into it: never twice goes before never lost.
 */
export function nextStep(
  outcome: Outcome,
  { tries, knowsKeys }: { tries: number; knowsKeys: boolean },
): NextStep {
  if (outcome === 'SENT') return { state: 'SENT' };
  if (outcome === 'REFUSED') return { state: 'FAILED', problem: 'REFUSED' };
  const unsure = outcome === 'UNKNOWN';
  if (unsure && !knowsKeys) return { state: 'FAILED', problem: 'UNCERTAIN' };
  const wait = waitAfter(tries);
  if (wait !== undefined) return { state: 'QUEUED', wait, unsure };
  return { state: 'FAILED', problem: unsure ? 'UNCERTAIN' : 'UNREACHABLE' };
}
