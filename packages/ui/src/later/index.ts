export { LaterIcon, type LaterIconName } from '../icons/later-icon.js';
