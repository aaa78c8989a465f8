import { signal } from '../shell/signal';

/** To whom a code was sent, and when another may be asked for. It stays in memory: a phone number is not stored. */
export interface CodeRequest {
  readonly phone: string;
  readonly masked: string;
  /** In ms, by the phone's own clock. */
  readonly resendAt: number;
}

export const codeRequest = signal<CodeRequest | null>(null);
