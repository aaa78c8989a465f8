import { inForce } from '../structure/index.js';

/** Takes the parameter `knownAt`; null is now. What was recorded later, or superseded earlier, was not known then. */
export const asKnown = (table: string): string => `(
  CASE WHEN :knownAt::timestamptz IS NULL THEN ${table}.superseded_at IS NULL
  ELSE ${table}.recorded_at <= :knownAt::timestamptz
    AND coalesce(${table}.superseded_at, 'infinity') > :knownAt::timestamptz END)`;

/** As known, and in force on the day. */
export const standing = (table: string, day: string): string =>
  `(${asKnown(table)} AND ${inForce(table, day)})`;
