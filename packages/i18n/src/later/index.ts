import type { LaterMessages } from '../generated/later/messages.js';
import type { Catalogs } from '../translator.js';

export type { LaterMessages } from '../generated/later/messages.js';

/** What the residents' app says behind its first pages: it comes with the first of the others. */
export const catalogs: Catalogs<LaterMessages> = {
  load: {
    'zh-Hant': () => import('../generated/later/zh-Hant.js'),
    'zh-Hans': () => import('../generated/later/zh-Hans.js'),
    en: () => import('../generated/later/en.js'),
  },
};
