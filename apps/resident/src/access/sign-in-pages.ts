import '../styles/forms.css';
export { CodePage } from './code-page';
export { LanguagePage } from './language-page';
export { PhonePage } from './phone-page';
