import type { Database } from '../database/index.js';
import { factsOf, log } from '../log.js';
import type { Visit } from '../graphql/index.js';

/** Those of the sessions that still hold, as they are now. */
export type VisitsNow = (db: Database, sessionIds: readonly string[]) => Promise<Visit[]>;

interface Watched {
  readonly visit: Visit;
  readonly close: () => void;
}

export type VisitsWatch = ReturnType<typeof watchVisits>;

const PAUSE_MS = 1000;

/**
 * A socket outlives the request that opened it, so what allowed it is asked again: every second, in one statement for
 * all open sockets. A session that ended, or may now do something else than it could, loses its socket.
 */
export function watchVisits(db: Database, visitsNow: VisitsNow, pauseMs = PAUSE_MS) {
  const watched = new Map<object, Map<string, Watched>>();
  let running = Promise.resolve();

  async function look(): Promise<void> {
    const open = [...watched.values()].flatMap((visits) => [...visits.values()]);
    if (open.length === 0) return;
    const now = await visitsNow(db, [...new Set(open.map(({ visit }) => visit.sessionId))]);
    const authority = new Map(now.map((visit) => [visit.sessionId, authorityOf(visit)]));
    for (const { visit, close } of open) {
      if (authority.get(visit.sessionId) !== authorityOf(visit)) close();
    }
  }
  const timer = setInterval(() => {
    running = running.then(look).catch((error: unknown) => {
      log.error('open sockets could not be looked at', { error: factsOf(error) });
    });
  }, pauseMs);

  return {
    watch(socket: object, visit: Visit | undefined, close: () => void): void {
      if (!visit) return;
      const visits = watched.get(socket) ?? new Map<string, Watched>();
      // The first visit stays: a later subscription on the same socket must not hide that its authority has changed.
      if (!visits.has(visit.sessionId)) visits.set(visit.sessionId, { visit, close });
      watched.set(socket, visits);
    },
    forget: (socket: object): void => void watched.delete(socket),
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await running;
    },
  };
}

const authorityOf = ({ viewer: { duties, caresFor } }: Visit): string => JSON.stringify([duties, caresFor]);
