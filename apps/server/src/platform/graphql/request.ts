import type { Viewer } from '@linli/domain/access';
import type { Database } from '../database/index.js';
import type { Relay } from '../events/index.js';
import { unauthenticated } from './errors.js';

/** What a resolver knows of the request it answers. */
export class Request {
  constructor(
    readonly db: Database,
    readonly news: Relay,
    private readonly visitor: Viewer | undefined,
  ) {}

  /** Who asks; an operation that needs to know refuses those who have not signed in. */
  get viewer(): Viewer {
    if (!this.visitor) throw unauthenticated();
    return this.visitor;
  }
}
