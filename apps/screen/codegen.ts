export { default } from '@linli/config/codegen.js';
