import '../later/index.js';

export { DeskIcon, type DeskIconName } from '../icons/desk-icon.js';
