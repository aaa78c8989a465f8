const MOST = 300;
// eslint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/g;

let last: string | undefined;

/** What went wrong, in one line for the console. It never holds what a page shows: that is not in a message. */
export function noteError(error: unknown): void {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const line = text.replace(UNFIT, ' ').trim().slice(0, MOST);
  if (line !== '') last = line;
}

/** Takes it away: it is reported once. */
export function takeError(): string | undefined {
  const taken = last;
  last = undefined;
  return taken;
}

export function watchErrors(target: EventTarget = globalThis): void {
  target.addEventListener('error', (event) => noteError((event as ErrorEvent).error ?? 'error'));
  target.addEventListener('unhandledrejection', (event) =>
    noteError((event as PromiseRejectionEvent).reason),
  );
}
