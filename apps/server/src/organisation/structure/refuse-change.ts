import { addDays, type PlainDate } from '@linli/domain/base';
import { statement, type Transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';

interface Dated {
  readonly validTo: PlainDate | null;
  readonly since: PlainDate | null;
}

/** Changes are added to what is recorded, never put in between; what is closed does not change. */
export function refuseRename({ validTo, since }: Dated, on: PlainDate): Refused | undefined {
  if (validTo !== null && validTo < on) return new Refused('ALREADY_CLOSED', { on: addDays(validTo, 1) });
  return since !== null && on < since ? new Refused('BEFORE_LAST_CHANGE', { last: since }) : undefined;
}

const openChildren = (tree: 'area' | 'organisation') =>
  statement<{ id: string; lastDay: PlainDate }, { count: number }>({
    name: `open-children-of-${tree}`,
    text: `
      SELECT count(*)::int AS count FROM ${tree}
      WHERE parent_id = :id AND coalesce(valid_to, 'infinity') > :lastDay::date`,
  });
const children = { area: openChildren('area'), organisation: openChildren('organisation') };

/** Why this cannot be closed from the day on. */
export async function refuseClosing(
  tx: Transaction,
  tree: keyof typeof children,
  node: Dated & { readonly id: string },
  on: PlainDate,
): Promise<Refused | undefined> {
  const lastDay = addDays(on, -1);
  if (node.validTo !== null) return new Refused('ALREADY_CLOSED', { on: addDays(node.validTo, 1) });
  if (node.since !== null && lastDay < node.since)
    return new Refused('BEFORE_LAST_CHANGE', { last: node.since });
  const [open] = await children[tree](tx, { id: node.id, lastDay });
  return open && open.count > 0 ? new Refused('HAS_OPEN_CHILDREN', { children: open.count }) : undefined;
}
