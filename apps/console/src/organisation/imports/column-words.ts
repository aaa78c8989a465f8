import type { ImportProblemCode } from '../../gql/graphql';
import type { Words } from '../../kit/words';
import type { Preview } from './import-types';

type Problem = Preview['errors'][number];
type ColumnName = 'code' | 'name' | 'parentCode' | 'kind' | 'validFrom' | 'validTo';

const COLUMNS: readonly ColumnName[] = ['code', 'name', 'parentCode', 'kind', 'validFrom', 'validTo'];

/** 上級代碼（parentCode）: what it is, and what it is called in the file. A column of no template has only that. */
export function columnInWords({ t }: Pick<Words, 't'>, name: string): string {
  const known = COLUMNS.find((one) => one === name);
  return known ? t(`console.import.columnOf.${known}`) + t('console.aside', { text: known }) : name;
}

const HINTED = [
  ...(['DUPLICATE_CODE', 'WRONG_PARENT', 'MISSING_VALUE', 'BAD_CODE', 'BAD_KIND', 'BAD_DATE'] as const),
  ...(['DATES_REVERSED', 'KIND_DOES_NOT_FIT_PARENT', 'HAS_OPEN_CHILDREN', 'TOO_MANY_COLUMNS'] as const),
] as const satisfies readonly ImportProblemCode[];

/** What would fit, or what stands in the way. */
export function hintInWords(words: Pick<Words, 't'>, { code, hint }: Problem): string | undefined {
  const { t } = words;
  if (hint === null) return undefined;
  const known = HINTED.find((one) => one === code);
  return known ? t(`console.import.hint.${known}`, { hint: toldHint(words, known, hint) }) : hint;
}

function toldHint(words: Pick<Words, 't'>, code: (typeof HINTED)[number], hint: string): string {
  const { t } = words;
  if (code === 'BAD_KIND' || code === 'KIND_DOES_NOT_FIT_PARENT') return kindWord(words, hint) ?? hint;
  if (code !== 'TOO_MANY_COLUMNS') return hint;
  return /^\d+$/.test(hint)
    ? t('console.import.hint.columns', { count: Number(hint) })
    : hint
        .split(',')
        .map((name) => columnInWords(words, name))
        .join(t('console.listed'));
}

function kindWord({ t }: Pick<Words, 't'>, kind: string): string | undefined {
  const key = `AreaKind.${kind}`;
  const word = t(key as 'AreaKind.ESTATE');
  return word === key ? undefined : word;
}

/** ESTATE, as a file says it, with its word. What is no kind stays as it was written. */
export function kindInWords(words: Pick<Words, 't'>, kind: string): string {
  const word = kindWord(words, kind);
  return word === undefined ? kind : word + words.t('console.aside', { text: kind });
}

export const valueInWords = (words: Pick<Words, 't'>, { column, value }: Problem): string =>
  column === 'kind' ? kindInWords(words, value) : value;
