export { CodePage } from './code-page';
export { LanguagePage } from './language-page';
