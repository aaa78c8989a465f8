export const LOCALES = ['zh-Hant', 'zh-Hans', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = 'zh-Hant';

export const isLocale = (text: unknown): text is Locale => LOCALES.some((locale) => locale === text);

const TRADITIONAL = /^zh-(hant|tw|hk|mo)\b/i;

/** The first language of the reader's list that we speak: what `navigator.languages` holds is enough. */
export function localeFor(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (TRADITIONAL.test(language)) return 'zh-Hant';
    if (/^zh\b/i.test(language)) return 'zh-Hans';
    if (/^en\b/i.test(language)) return 'en';
  }
  return DEFAULT_LOCALE;
}
