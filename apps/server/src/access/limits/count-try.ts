import type { Limit } from '@linli/domain/access';
import { type Database, statement } from '../../platform/database/index.js';
import { blindIndex } from '../secrets/index.js';

interface Try {
  readonly name: string;
  readonly key: Buffer;
  readonly seconds: number;
}

// One statement of its own, committed before anything is compared: a hundred tries at once are a hundred.
const count = statement<Try, { tries: number; secondsLeft: number }>({
  name: 'count-try',
  text: `
    INSERT INTO try_count AS counted (name, key, ends_at)
    VALUES (:name, :key, now() + make_interval(secs => :seconds))
    ON CONFLICT (name, key) DO UPDATE SET
      tries = CASE WHEN counted.ends_at <= now() THEN 1 ELSE counted.tries + 1 END,
      started_at = CASE WHEN counted.ends_at <= now() THEN now() ELSE counted.started_at END,
      ends_at = CASE WHEN counted.ends_at <= now() THEN excluded.ends_at ELSE counted.ends_at END
    RETURNING tries, ceil(extract(epoch FROM ends_at - now()))::int AS seconds_left`,
});

const forget = statement<Omit<Try, 'seconds'>, never>({
  name: 'forget-tries',
  text: 'DELETE FROM try_count WHERE name = :name AND key = :key',
});

const sweep = statement<object, never>({
  name: 'sweep-tries',
  text: `DELETE FROM try_count WHERE ends_at < now() - interval '1 day'`,
});

export interface Limited {
  /** What is limited, as `password.account`. */
  readonly name: string;
  readonly limit: Limit;
  /** Whose tries are counted together: an account, an address, a phone. */
  readonly of: string;
}

/** Counts a try under each limit. Null when all let it through, otherwise the seconds until the last of them does. */
export async function countTry(
  db: Database,
  dataKey: Buffer,
  limits: readonly Limited[],
): Promise<number | null> {
  let wait: number | null = null;
  for (const { name, limit, of } of limits) {
    const key = blindIndex(dataKey, 'limit', `${name} ${of}`);
    const [row] = await count(db, { name, key, seconds: limit.seconds });
    if (row && row.tries > limit.most) wait = Math.max(wait ?? 1, row.secondsLeft);
  }
  // Now and then: rows of the past hurt nobody, they only lie there.
  if (Math.random() < 0.001) await sweep(db, {});
  return wait;
}

/** After a success: whoever knows the password was not guessing. */
export const forgetTries = async (
  db: Database,
  dataKey: Buffer,
  { name, of }: Omit<Limited, 'limit'>,
): Promise<void> => {
  await forget(db, { name, key: blindIndex(dataKey, 'limit', `${name} ${of}`) });
};
