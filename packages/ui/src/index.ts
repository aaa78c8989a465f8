export { Icon, type IconName } from './icons/icon.js';
export { Seal } from './marks/seal.js';
export { Chip, Status, type Tone } from './marks/status.js';
export { QrCode } from './qr-code/qr-code.js';
export { DishPlate, type DishLook, dishLooks, isDishLook } from './dishes/index.js';
