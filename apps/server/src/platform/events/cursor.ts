/** Where an event stands: ordered by transaction first, since ids are drawn before commits. */
export interface Place {
  readonly transactionId: string;
  readonly id: string;
}

/** What has been read: all up to a place, but for transactions before it that had not ended when it was read. */
export interface Cursor extends Place {
  /** Those transactions, each with the last of its events that was read nevertheless; '0' is none. */
  readonly open: ReadonlyMap<string, string>;
}

/** As text: the place, then the open transactions by how far they lie before it, as 812-40-3,17:39. */
export function cursorOf({ transactionId, id, open }: Cursor): string {
  const behind = [...open].map(([each, read]) => {
    const distance = String(BigInt(transactionId) - BigInt(each));
    return read === '0' ? distance : `${distance}:${read}`;
  });
  return [transactionId, id, ...(behind.length > 0 ? [behind.join(',')] : [])].join('-');
}

/** As long as a client's cursor may be: one that we gave out names at most as many transactions as run at once. */
export const MAX_CURSOR = 4000;

/** Nothing for a text that is no cursor: whoever sends one starts from now. */
export function parseCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined || text.length > MAX_CURSOR) return undefined;
  const [, transactionId, id, behind = ''] = /^(\d{1,19})-(\d{1,18})(?:-([\d:,]+))?$/.exec(text) ?? [];
  if (transactionId === undefined || id === undefined) return undefined;
  const open = new Map<string, string>();
  for (const each of behind === '' ? [] : behind.split(',')) {
    const [, distance, read = '0'] = /^(\d{1,19})(?::(\d{1,18}))?$/.exec(each) ?? [];
    if (distance === undefined || BigInt(distance) > BigInt(transactionId)) return undefined;
    open.set(String(BigInt(transactionId) - BigInt(distance)), read);
  }
  return { transactionId, id, open };
}

const isAfter = (one: Place, other: Place): boolean => {
  const [transaction, otherTransaction] = [BigInt(one.transactionId), BigInt(other.transactionId)];
  return (
    transaction > otherTransaction || (transaction === otherTransaction && BigInt(one.id) > BigInt(other.id))
  );
};

/** Has it been read? */
export function covers(cursor: Cursor, place: Place): boolean {
  const read = cursor.open.get(place.transactionId);
  return read === undefined ? !isAfter(place, cursor) : BigInt(place.id) <= BigInt(read);
}

/**
 * After the next event, of those that the cursor does not cover and in the order of their places. `running` are the
 * transactions that had not ended when it was read.
 */
export function advance(cursor: Cursor, place: Place, running: Cursor['open']): Cursor {
  const isLate = cursor.open.has(place.transactionId);
  const { transactionId, id } = isLate ? cursor : place;
  const open = new Map([...running].filter(([each]) => BigInt(each) < BigInt(transactionId)));
  if (isLate) {
    for (const [each, read] of cursor.open)
      if (BigInt(each) > BigInt(place.transactionId)) open.set(each, read);
    open.set(place.transactionId, place.id);
  }
  return { transactionId, id, open };
}

/** The lowest place that the cursor may not cover lies after this one. */
export function floorOf({ transactionId, id, open }: Cursor): Place {
  const [first] = [...open.keys()].map(BigInt).toSorted((one, other) => (one < other ? -1 : 1));
  return first === undefined ? { transactionId, id } : { transactionId: String(first), id: '0' };
}
