export { default } from '@linli/config/jest-dom.js';
