import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../i18n/messages');

function wordsOf(language: 'zh-Hant' | 'en'): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith(`.${language}.json`));
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as object;
  return new Map(files.flatMap((name) => Object.entries(read(name)) as [string, string][]));
}

const words = { 'zh-Hant': wordsOf('zh-Hant'), en: wordsOf('en') };

/** What a person reads: a test that presses a button by its word outlives another wording of it. */
export function word(
  key: string,
  values: Readonly<Record<string, string>> = {},
  language: keyof typeof words = 'zh-Hant',
): string {
  const text = words[language].get(key);
  if (text === undefined) throw new Error(`No message ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
