import type { Viewer } from '@linli/domain/access';
import type { SessionId } from '@linli/domain/services/centres';
import type { Transaction } from '../../platform/database/index.js';

/** Who has several of these sessions is told of each, or once for all. */
export type Telling = 'EACH' | 'TOGETHER';

/** What a later room does when sessions are to go, in the same transaction. Centres know nothing of bookings. */
export interface SessionFollower {
  /** How many live bookings stand on each of these sessions; a session without any may be left out. */
  countBooked(tx: Transaction, ids: readonly SessionId[]): Promise<ReadonlyMap<SessionId, number>>;
  /** How many places of each are held: no capacity goes below it. */
  countHeld(tx: Transaction, ids: readonly SessionId[]): Promise<ReadonlyMap<SessionId, number>>;
  /** Takes the locks that bookings take of these sessions, in the order in which they take them. */
  hold(tx: Transaction, ids: readonly SessionId[]): Promise<void>;
  /** Their capacity has changed: there may be places for those who wait. */
  capacityChanged(tx: Transaction, ids: readonly SessionId[]): Promise<void>;
  /**
   * Cancels them all, and says how many. The sessions are already CANCELLED, but a booking under way still sees them as
   * they were: take the lock that bookings take first, and leave nothing to book.
   */
  cancelBooked(
    tx: Transaction,
    ids: readonly SessionId[],
    reason: string,
    viewer: Viewer | null,
    telling?: Telling,
  ): Promise<number>;
  /** Of these sessions as they are to be, those that something else keeps from it: what, and until when. */
  inTheWay?(tx: Transaction, sessions: readonly Lasting[]): Promise<readonly InTheWay[]>;
  /** They stay, and end at another time than before. */
  endsChanged?(tx: Transaction, sessions: readonly NewEnd[]): Promise<void>;
  /** Sessions of a closed day are there again. */
  broughtBack?(tx: Transaction): Promise<void>;
}

export interface NewEnd {
  readonly id: SessionId;
  readonly oldEndsAt: Date;
}

export interface Lasting {
  readonly id: SessionId;
  readonly endsAt: Date;
}

export interface InTheWay {
  readonly id: SessionId;
  readonly resource: string;
  readonly until: Date;
}

const followers = new Set<SessionFollower>();

async function sumOf(
  count: 'countBooked' | 'countHeld',
  tx: Transaction,
  ids: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, number>> {
  const counts = new Map<SessionId, number>();
  if (ids.length === 0) return counts;
  for (const follower of followers) {
    for (const [id, some] of await follower[count](tx, ids)) counts.set(id, (counts.get(id) ?? 0) + some);
  }
  return counts;
}

export const sessionFollowers = {
  /** Gives back how to leave. */
  register(follower: SessionFollower): () => void {
    followers.add(follower);
    return () => void followers.delete(follower);
  },

  countBooked: (tx: Transaction, ids: readonly SessionId[]) => sumOf('countBooked', tx, ids),
  countHeld: (tx: Transaction, ids: readonly SessionId[]) => sumOf('countHeld', tx, ids),

  async hold(tx: Transaction, ids: readonly SessionId[]): Promise<void> {
    if (ids.length === 0) return;
    for (const follower of followers) await follower.hold(tx, ids);
  },

  async capacityChanged(tx: Transaction, ids: readonly SessionId[]): Promise<void> {
    if (ids.length === 0) return;
    for (const follower of followers) await follower.capacityChanged(tx, ids);
  },

  async cancelBooked(
    tx: Transaction,
    ids: readonly SessionId[],
    reason: string,
    viewer: Viewer | null,
    telling: Telling = 'EACH',
  ): Promise<number> {
    let cancelled = 0;
    if (ids.length === 0) return cancelled;
    for (const follower of followers)
      cancelled += await follower.cancelBooked(tx, ids, reason, viewer, telling);
    return cancelled;
  },

  async inTheWay(tx: Transaction, sessions: readonly Lasting[]): Promise<readonly InTheWay[]> {
    const found: InTheWay[] = [];
    if (sessions.length === 0) return found;
    for (const follower of followers) found.push(...((await follower.inTheWay?.(tx, sessions)) ?? []));
    return found;
  },

  async endsChanged(tx: Transaction, sessions: readonly NewEnd[]): Promise<void> {
    if (sessions.length === 0) return;
    for (const follower of followers) await follower.endsChanged?.(tx, sessions);
  },

  async broughtBack(tx: Transaction): Promise<void> {
    for (const follower of followers) await follower.broughtBack?.(tx);
  },
};
