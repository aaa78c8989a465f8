import type { ResidentMessages } from '../generated/resident/messages.js';
import type { Catalogs } from '../translator.js';

export type { ResidentMessages } from '../generated/resident/messages.js';
export type ResidentKey = keyof ResidentMessages;

export const catalogs: Catalogs<ResidentMessages> = {
  load: {
    'zh-Hant': () => import('../generated/resident/zh-Hant.js'),
    'zh-Hans': () => import('../generated/resident/zh-Hans.js'),
    en: () => import('../generated/resident/en.js'),
  },
  rest: {
    'zh-Hant': () => import('../generated/later/zh-Hant.js'),
    'zh-Hans': () => import('../generated/later/zh-Hans.js'),
    en: () => import('../generated/later/en.js'),
  },
};
