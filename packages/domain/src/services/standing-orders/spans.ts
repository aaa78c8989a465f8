import { addDays } from '../../base/index.js';
import type { Span } from './standing-order.js';

/** These without the days of that one. */
export const withoutSpan = (spans: readonly Span[], gone: Span): Span[] =>
  spans.flatMap(({ from, to }) => {
    if (to < gone.from || gone.to < from) return [{ from, to }];
    return [
      ...(from < gone.from ? [{ from, to: addDays(gone.from, -1) }] : []),
      ...(gone.to < to ? [{ from: addDays(gone.to, 1), to }] : []),
    ];
  });

/** These and that one: in order, what touches is one. */
export const withSpan = (spans: readonly Span[], added: Span): Span[] =>
  [...spans, added]
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .reduce<Span[]>((joined, span) => {
      const last = joined.at(-1);
      if (!last || addDays(last.to, 1) < span.from) return [...joined, span];
      return [...joined.slice(0, -1), { from: last.from, to: last.to < span.to ? span.to : last.to }];
    }, []);
