import type { Face, PersonId, Viewer } from '@linli/domain/access';
import type { Database } from '../database/index.js';
import type { Environment } from '../environment.js';
import type { Relay } from '../events/index.js';
import { unauthenticated } from './errors.js';

/** What the transport knows of who calls, before anyone is known by name. */
export interface Caller {
  readonly face: Face;
  readonly locale: 'zh-Hant' | 'zh-Hans' | 'en';
  readonly address: string;
  readonly device: string;
  readonly cookies: string | undefined;
}

/** A session that was found for the caller. */
export interface Visit {
  readonly sessionId: string;
  readonly viewer: Viewer;
  /** Whom the viewer may not act for any more, because the grant has run out: they are told so. */
  readonly lapsed?: readonly PersonId[];
}

interface Parts {
  readonly db: Database;
  readonly news: Relay;
  readonly environment: Environment;
  readonly caller: Caller;
  readonly visit: Visit | undefined;
  /** Sends a cookie with the answer; a socket cannot. */
  readonly setCookie: (cookie: string) => void;
}

/** What a resolver knows of the request it answers. */
export class Request {
  readonly db: Database;
  readonly news: Relay;
  readonly environment: Environment;
  readonly caller: Caller;
  readonly visit: Visit | undefined;
  readonly setCookie: (cookie: string) => void;

  constructor(parts: Parts) {
    this.db = parts.db;
    this.news = parts.news;
    this.environment = parts.environment;
    this.caller = parts.caller;
    this.visit = parts.visit;
    this.setCookie = parts.setCookie;
  }

  /** Who asks; an operation that needs to know refuses those who have not signed in. */
  get viewer(): Viewer {
    if (!this.visit) throw unauthenticated();
    return this.visit.viewer;
  }
}
