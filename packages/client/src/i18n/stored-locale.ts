import { isLocale, type Locale, localeFor } from '@linli/i18n';

const KEY = 'linli.locale';

/** Some browsers forbid storage altogether; then the language of the browser decides each time. */
export function storedLocale(): Locale {
  try {
    const stored = localStorage.getItem(KEY);
    if (isLocale(stored)) return stored;
  } catch {
    // no storage
  }
  return localeFor(navigator.languages);
}

export function storeLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // no storage: it holds until the page is left
  }
}
