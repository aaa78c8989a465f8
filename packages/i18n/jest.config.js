export { default } from '@linli/config/jest.js';
