import type { ScreenMessages } from '../generated/screen/messages.js';
import type { Catalogs } from '../translator.js';

export type { ScreenMessages } from '../generated/screen/messages.js';
export type ScreenKey = keyof ScreenMessages;

export const catalogs: Catalogs<ScreenMessages> = {
  load: {
    'zh-Hant': () => import('../generated/screen/zh-Hant.js'),
    'zh-Hans': () => import('../generated/screen/zh-Hans.js'),
    en: () => import('../generated/screen/en.js'),
  },
};
