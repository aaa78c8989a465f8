import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../i18n/messages');
const words = new Map<string, string>(
  readdirSync(folder)
    .filter((name) => name.endsWith('.zh-Hant.json'))
    .flatMap((name) =>
      Object.entries(JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, string>),
    ),
);

/** What a person reads in Traditional: a test that presses a button outlives another wording of it. */
export function word(key: string, values: Readonly<Record<string, string>> = {}): string {
  const text = words.get(key);
  if (text === undefined) throw new Error(`No message ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
