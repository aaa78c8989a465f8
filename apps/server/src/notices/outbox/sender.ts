import type { NoticeChannel, Outcome } from '@linli/domain/notices';

export interface Message {
  /** A carrier that knows keys sends the same key once. */
  readonly key: string;
  /** A mobile number, or what else the channel knows a person by. */
  readonly to: string;
  readonly text: string;
}

/** Takes messages out of the house. It must not log what it carries. */
export interface NoticeSender {
  readonly channel: NoticeChannel;
  /** For so many seconds the same key again sends nothing new; 0 for a carrier that knows no keys. */
  readonly knowsKeysFor: number;
  /** What it throws is UNKNOWN: nobody can say whether the message went out. */
  send(message: Message, signal: AbortSignal): Promise<Outcome>;
}
