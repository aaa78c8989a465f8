import type { ConsoleMessages } from '../generated/console/messages.js';
import type { Catalogs } from '../translator.js';

export type { ConsoleMessages } from '../generated/console/messages.js';
export type ConsoleKey = keyof ConsoleMessages;

export const catalogs: Catalogs<ConsoleMessages> = {
  load: {
    'zh-Hant': () => import('../generated/console/zh-Hant.js'),
    'zh-Hans': () => import('../generated/console/zh-Hans.js'),
    en: () => import('../generated/console/en.js'),
  },
};
