import { addDays, type PlainDate } from '@linli/domain/base';
import { statement, type Transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';

export interface Dated {
  readonly validTo: PlainDate | null;
  readonly since: PlainDate | null;
}

/** Changes are added to what is recorded, never put in between; what is closed does not change. */
export function refuseChange({ validTo, since }: Dated, on: PlainDate): Refused | undefined {
  if (validTo !== null && validTo < on) return new Refused('ALREADY_CLOSED', { on: addDays(validTo, 1) });
  return since !== null && on < since ? new Refused('BEFORE_LAST_CHANGE', { last: since }) : undefined;
}

/** What is put under, or into, something that is not in force then. */
export function refuseIdle(
  nodes: readonly {
    readonly name: string;
    readonly validFrom: PlainDate | null;
    readonly validTo: PlainDate | null;
  }[],
  on: PlainDate,
): Refused | undefined {
  const idle = nodes.find(
    ({ validFrom, validTo }) => validTo !== null || (validFrom !== null && validFrom > on),
  );
  return idle && new Refused('PARENT_NOT_IN_FORCE', { name: idle.name });
}

const openChildren = (tree: 'area' | 'organisation') =>
  statement<{ id: string; lastDay: PlainDate }, { count: number }>({
    name: `open-children-of-${tree}`,
    text: `
      SELECT count(*)::int AS count FROM ${tree}
      WHERE parent_id = :id AND coalesce(valid_to, 'infinity') > :lastDay::date`,
  });
const children = { area: openChildren('area'), organisation: openChildren('organisation') };

/** Why this cannot end before the day, whatever hangs below it. */
export function refuseEnding({ validTo, since }: Dated, on: PlainDate): Refused | undefined {
  if (validTo !== null) return new Refused('ALREADY_CLOSED', { on: addDays(validTo, 1) });
  return since !== null && on <= since ? new Refused('BEFORE_LAST_CHANGE', { last: since }) : undefined;
}

/** Why this cannot be closed from the day on. */
export async function refuseClosing(
  tx: Transaction,
  tree: keyof typeof children,
  node: Dated & { readonly id: string },
  on: PlainDate,
): Promise<Refused | undefined> {
  const refused = refuseEnding(node, on);
  if (refused) return refused;
  const [open] = await children[tree](tx, { id: node.id, lastDay: addDays(on, -1) });
  return open && open.count > 0 ? new Refused('HAS_OPEN_CHILDREN', { children: open.count }) : undefined;
}
