export { blindIndex, seal, unseal } from './secrets.js';
