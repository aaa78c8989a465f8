import { noteServerTime } from '../time/server-time.js';

const PATIENCE_MS = 20_000;

/** A half-open connection answers nothing and fails nothing: after a while that is a failure too. */
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** `fetch` that gives up, and learns the server's clock on the way. */
export function watchfulFetch(
  underlying: typeof fetch = (...call) => fetch(...call),
  patienceMs = PATIENCE_MS,
): typeof fetch {
  return async (input, init) => {
    const own = new AbortController();
    const given = init?.signal;
    const abort = () => own.abort();
    if (given?.aborted) abort();
    given?.addEventListener('abort', abort);
    const timer = setTimeout(abort, patienceMs);
    const sentAt = Date.now();
    try {
      const response = await underlying(input, { ...init, signal: own.signal });
      noteServerTime(response.headers.get('date'), sentAt);
      return response;
    } catch (error) {
      if (own.signal.aborted && !given?.aborted) throw new TimeoutError('No answer came.');
      throw error;
    } finally {
      clearTimeout(timer);
      given?.removeEventListener('abort', abort);
    }
  };
}
