export {
  type Catalogs,
  createFirstI18n,
  createI18n,
  NOTHING_YET,
  type Translate,
  type Translator,
  translatorOf,
  type Values,
} from './translator.js';
export { DEFAULT_LOCALE, isLocale, type Locale, LOCALES, localeFor } from './locale.js';
export { type Formats, formatsOf, type Moment } from './format/index.js';
