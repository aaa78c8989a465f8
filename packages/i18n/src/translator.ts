import { type Messages, setupI18n } from '@lingui/core';
import { type Formats, formatsOf } from './format/index.js';
import type { Locale } from './locale.js';

/** What a message may be filled in with. */
export type Values = Readonly<Record<string, string | number>>;

/** The languages of one face, each loaded when it is wanted. `M` maps its keys to the values each takes. */
export interface Catalogs<M> {
  readonly load: Readonly<Record<Locale, () => Promise<{ readonly messages: Messages }>>>;
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

/** Loads the messages of a face in a language. Rejects when they cannot be fetched. */
export async function createI18n<M>(catalogs: Catalogs<M>, locale: Locale): Promise<Translator<M>> {
  const { messages } = await catalogs.load[locale]();
  return translatorOf<M>(messages, locale);
}

/** The same for messages that are there already. */
export function translatorOf<M>(messages: Messages, locale: Locale): Translator<M> {
  // A key without words stands for itself, silently: codes that are newer than a page are asked for too.
  const missing = (_locale: string, key: string) => key;
  const i18n = setupI18n({ locale, messages: { [locale]: messages }, missing });
  const t = (key: string, values?: Values) => i18n._(key, values);
  return { locale, t: t as Translate<M>, format: formatsOf(locale) };
}
