import type { PlainDate } from '@linli/domain/base';
import { batched, type Request } from '../../platform/graphql/index.js';

/** A thing as it stood on a day. */
interface OnDay<Id> {
  readonly id: Id;
  readonly on: PlainDate;
}

/** `batched` for what depends on the day too: one statement for each day of a request, which as a rule is one. */
export function batchedByDay<Id extends string, Row, Value>(
  read: (request: Request, ids: readonly Id[], on: PlainDate) => Promise<Row[]>,
  pick: (rows: Row[], id: Id) => Value,
): (request: Request, key: OnDay<Id>) => Promise<Value> {
  // Keys are texts: two objects are never the same.
  const load = batched(
    (request, keys: readonly string[]) => {
      const asked = keys.map((key) => ({ on: key.slice(0, 10) as PlainDate, id: key.slice(11) as Id }));
      const days = [...new Set(asked.map(({ on }) => on))];
      return Promise.all(
        days.map(async (on) => ({
          on,
          rows: await read(
            request,
            asked.filter((key) => key.on === on).map(({ id }) => id),
            on,
          ),
        })),
      );
    },
    (days, key) => pick(days.find(({ on }) => key.startsWith(on))?.rows ?? [], key.slice(11) as Id),
  );
  return (request, { id, on }) => load(request, `${on} ${id}`);
}
