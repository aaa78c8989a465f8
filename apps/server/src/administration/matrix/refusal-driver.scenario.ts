import type { Viewer } from '@linli/domain/access';
import type { Database } from '../../platform/database/index.js';
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

const WATCHED = [
  ...[
    'area',
    'area_version',
    'organisation',
    'organisation_version',
    'organisation_covers',
    'structure_change',
  ],
  ...['structure_import', 'service', 'timetable_slot', 'session', 'closed_day', 'menu', 'screen', 'pairing'],
  ...['resident', 'event', 'booking', 'menu_substitution', 'allergy_answer', 'meal_slip'],
  ...['food_safety_entry', 'meal_release', 'subsidy_rule'],
  ...['claim', 'claim_line', 'claimed_meal', 'countered_line'],
  ...['area_position', 'emergency_contact', 'home_door', 'welfare_check', 'welfare_step'],
  ...['delivery_plan', 'delivery_round', 'delivery_stop', 'delivery_mark'],
];

/** All rows that an operation might have touched: read before a denial, and again after it. */
export async function everyRow(db: Database): Promise<string> {
  const parts = WATCHED.map((table) => `SELECT '${table}' AS name, t::text AS row FROM ${table} t`);
  const [digest] = await db.query<{ it: string }[]>(
    `SELECT md5(string_agg(name || row, E'\\n' ORDER BY name, row)) AS it FROM (${parts.join(' UNION ALL ')}) all_rows`,
  );
  return digest?.it ?? '';
}
