import { type Catalogs, createI18n, type Locale, type Translator } from '@linli/i18n';

/** The words of one part of the house in the language asked for: each language is loaded once. */
export function translators<Messages>(
  catalogs: Catalogs<Messages>,
): (locale: Locale) => Promise<Translator<Messages>> {
  const known = new Map<Locale, Promise<Translator<Messages>>>();
  return (locale) => {
    const one = known.get(locale) ?? createI18n(catalogs, locale);
    known.set(locale, one);
    return one;
  };
}
