/** A place in the news: ordered by transaction first, since ids are drawn before commits. */
export interface Cursor {
  readonly transactionId: string;
  readonly id: string;
}

export const cursorOf = ({ transactionId, id }: Cursor): string => `${transactionId}-${id}`;

/** Nothing for a text that is no cursor: whoever sends one starts from now. */
export function parseCursor(text: string | undefined): Cursor | undefined {
  const [, transactionId, id] = /^(\d{1,19})-(\d{1,18})$/.exec(text ?? '') ?? [];
  return transactionId === undefined || id === undefined ? undefined : { transactionId, id };
}
