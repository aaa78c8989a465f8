export { I18nProvider, useAllWords, useFormat, useLocale, useT } from './i18n-provider.js';
export { storedLocale, storeLocale } from './stored-locale.js';
