import type { Refusal } from '../refusals/index.js';

/** At most so many tries within so many seconds from the first of them. */
export interface Limit {
  readonly most: number;
  readonly seconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** One-time codes by message. Seconds, unless it says otherwise. */
export const signInCodes = {
  digits: 6,
  lifetime: 5 * MINUTE,
  tries: 5,
  resendAfter: MINUTE,
  limits: {
    phoneHour: { most: 5, seconds: HOUR },
    phoneDay: { most: 10, seconds: 24 * HOUR },
    addressHour: { most: 20, seconds: HOUR },
    /** Messages cost money: a flood over many phones and addresses ends here. */
    allHour: { most: 2000, seconds: HOUR },
  },
  /** Trying codes, whatever the phone. */
  tryLimits: { addressHour: { most: 60, seconds: HOUR } },
} as const satisfies {
  limits: Record<string, Limit>;
  tryLimits: Record<string, Limit>;
  [name: string]: unknown;
};

/** Passwords and what else an account proves itself with. */
export const passwordLimits = {
  account: { most: 10, seconds: 15 * MINUTE },
  address: { most: 50, seconds: 15 * MINUTE },
} as const satisfies Record<string, Limit>;

/** RFC 6238, as every authenticator has it; `window` is the steps that a clock may be off, to either side. */
export const totpPolicy = { digits: 6, period: 30, window: 1, algorithm: 'SHA1' } as const;

export interface CodeTry {
  /** Tries, this one included. */
  readonly tries: number;
  readonly expiresAt: Date;
  readonly now: Date;
  readonly matches: boolean;
}

/** Null when the code opens the door. A burned code is as good as none, even when it is the right one. */
export function refusalToCode({ tries, expiresAt, now, matches }: CodeTry): Refusal | null {
  if (now >= expiresAt) return 'CODE_EXPIRED';
  if (tries > signInCodes.tries) return 'TOO_MANY_TRIES';
  return matches ? null : 'CODE_WRONG';
}
