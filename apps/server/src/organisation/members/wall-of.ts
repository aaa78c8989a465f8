import { READER } from '../../platform/database/index.js';

/** Not FORCE: whoever owns the tables writes them, and is looked after by the predicates of each command. */
export const wallOf = (policies: Readonly<Record<string, string>>): string[] =>
  Object.entries(policies).flatMap(([table, sees]) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY within_reach ON ${table} FOR SELECT USING (${sees})`,
    `GRANT SELECT ON ${table} TO ${READER}`,
  ]);
