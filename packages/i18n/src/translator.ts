import { type Messages, setupI18n } from '@lingui/core';
import { type Formats, formatsOf } from './format/index.js';
import type { Locale } from './locale.js';

/** What a message may be filled in with. */
export type Values = Readonly<Record<string, string | number>>;

type Load = Readonly<Record<Locale, () => Promise<{ readonly messages: Messages }>>>;

/** The languages of one face, each loaded when it is wanted. `M` maps its keys to the values each takes. */
export interface Catalogs<M> {
  /** What its first pages say, and all of it where there is no rest. */
  readonly load: Load;
  readonly rest?: Load;
  /** Only for the compiler: it carries the keys. */
  readonly keys?: M;
}

export type Translate<M> = <K extends keyof M & string>(
  key: K,
  ...values: M[K] extends readonly [unknown?] ? M[K] : never
) => string;

/** The text, the dates and the numbers of one face in one language. */
export interface Translator<M> {
  readonly locale: Locale;
  readonly t: Translate<M>;
  readonly format: Formats;
}

/** Loads all that a face says in a language. Rejects when it cannot be fetched. */
export async function createI18n<M>({ load, rest }: Catalogs<M>, locale: Locale): Promise<Translator<M>> {
  const loaded = await Promise.all([load[locale](), rest?.[locale]()]);
  return translatorOf<M>(Object.assign({}, ...loaded.map((one) => one?.messages)) as Messages, locale);
}

/** Only what its first pages say. What it is asked for beyond that is nothing, until the rest is there. */
export async function createFirstI18n<M>({ load }: Catalogs<M>, locale: Locale): Promise<Translator<M>> {
  return translatorOf<M>((await load[locale]()).messages, locale, () => NOTHING_YET);
}

/** No width: nobody sees it, and a test that looks for it finds what was forgotten. */
export const NOTHING_YET = '\u200b';

/** A key without words stands for itself, silently: codes that are newer than a page are asked for too. */
const itself = (_locale: string, key: string): string => key;

/** The same for messages that are there already. */
export function translatorOf<M>(messages: Messages, locale: Locale, missing = itself): Translator<M> {
  const i18n = setupI18n({ locale, messages: { [locale]: messages }, missing });
  const t = (key: string, values?: Values) => i18n._(key, values);
  return { locale, t: t as Translate<M>, format: formatsOf(locale) };
}
