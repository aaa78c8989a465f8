import type { Answer } from './refusal-table.scenario.js';
import { around } from './refusal-table.scenario.js';

/** Of an operation on a place, as in `refusal-table`: own, subtree, sibling, parent. Not derived from `grants`. */
export type Row = Readonly<Record<string, readonly (Answer | 'wrong' | 'empty')[]>>;

export const CADRES = ['DISTRICT_CADRE', 'TOWN_CADRE', 'COMMUNITY_CADRE'];
export const row = (
  yes: readonly string[],
  line: string,
  others: Readonly<Record<string, string>> = {},
): Row =>
  Object.fromEntries(
    Object.keys(around).map((role) => [
      role,
      (others[role] ?? (yes.includes(role) ? line : 'no no no no')).split(' ') as Row[string],
    ]),
  );
