import type { Rows } from './shape.js';

/** An expression over rows, with the joins that it needs. */
export function select(
  expression: string,
  rows: Omit<Rows, 'order'> & { order?: string | undefined },
): string {
  const { from, joins = {}, where, order, limit } = rows;
  const rest = [where && `WHERE ${where}`, order && `ORDER BY ${order}`, limit && `LIMIT ${String(limit)}`]
    .filter(Boolean)
    .join(' ');
  let needed = '';
  for (const [alias, join] of Object.entries(joins).toReversed()) {
    if (new RegExp(`\\b${alias}\\.`).test(`${expression} ${needed} ${rest}`)) needed = `${join} ${needed}`;
  }
  const tables = Object.entries(rows.with ?? {}).map(([name, text]) => `${name} AS MATERIALIZED (${text})`);
  const head = tables.length > 0 ? `WITH ${tables.join(', ')} ` : '';
  return `${head}SELECT ${expression} FROM ${from} ${needed} ${rest}`;
}
