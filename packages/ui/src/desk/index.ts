export { DeskIcon, type DeskIconName } from '../icons/desk-icon.js';
