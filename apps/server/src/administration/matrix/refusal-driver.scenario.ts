import type { Viewer } from '@linli/domain/access';
import { type Database, literals } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import type { Answer } from './refusal-table.scenario.js';

/** What a table says of one try; `wrong` is a preview that names a fault, `empty` a list without the thing. */
export type Outcome = Answer | 'empty' | 'wrong';

const WORDS: Readonly<Record<string, Answer>> = {
  FORBIDDEN: 'no',
  UNAUTHENTICATED: 'no',
  NOT_FOUND: 'none',
  DUTY_BEYOND_REACH: 'beyond',
};

export interface Reply {
  readonly answer: Answer;
  readonly value: unknown;
}

/** Asks one field and says how the door was: an answer, also a refusal by a rule of the field, is an open one. */
export function asker(api: ReturnType<typeof testApi>) {
  const ask = async (viewer: Viewer | undefined, document: string, variables: object): Promise<Reply> => {
    const { data, errors } = await api.ask(viewer, document, variables);
    const code = errors?.[0]?.extensions.code;
    const value = Object.values(data ?? {})[0];
    if (code === undefined) return { answer: 'yes', value };
    const answer = WORDS[code];
    if (!answer) throw new Error(`unexpected: ${code} ${errors?.[0]?.message ?? ''}`);
    return { answer, value };
  };
  return {
    ask,
    mutate: (viewer: Viewer | undefined, field: string, input: object): Promise<Reply> => {
      const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
      const document = `mutation ($input: ${type}!) {
        ${field}(input: $input) { __typename ... on Refused { refusal: code } } }`;
      return ask(viewer, document, { input });
    },
  };
}

/** What changes whoever asks: the test signs its viewers in, tries are counted, and the trail notes who looked. */
const BESIDES = ['sign_in', 'account', 'duty', 'try_count', 'audit_entry', 'audit_head'];

/** From now on every row that is written in any other table leaves a trace, as long as its transaction holds. */
async function trace(db: Database): Promise<void> {
  await db.query('CREATE TABLE IF NOT EXISTS written (id bigserial PRIMARY KEY, name text NOT NULL)');
  await db.query(`
    CREATE OR REPLACE FUNCTION note_written() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO written (name) VALUES (TG_TABLE_NAME); RETURN NULL; END $$`);
  await db.query(`
    DO $$ DECLARE each regclass; BEGIN
      FOR each IN
        SELECT oid FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'written'
          AND relname <> ALL (ARRAY[${literals(BESIDES)}])
      LOOP
        EXECUTE format(
          'CREATE TRIGGER note_written AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION note_written()', each);
      END LOOP;
    END $$`);
}

const traced = new WeakSet<Database>();

/** The last row that was written, whatever its table: read before a denial, and again after it. */
export async function lastWritten(db: Database): Promise<string> {
  if (!traced.has(db)) await trace(db);
  traced.add(db);
  const [last] = await db.query<{ it: string }[]>(
    `SELECT id || ' ' || name AS it FROM written ORDER BY id DESC LIMIT 1`,
  );
  return last?.it ?? '';
}
