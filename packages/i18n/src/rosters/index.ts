import type { RostersMessages } from '../generated/rosters/messages.js';
import type { Catalogs } from '../translator.js';

export type { RostersMessages } from '../generated/rosters/messages.js';

export const catalogs: Catalogs<RostersMessages> = {
  load: {
    'zh-Hant': () => import('../generated/rosters/zh-Hant.js'),
    'zh-Hans': () => import('../generated/rosters/zh-Hans.js'),
    en: () => import('../generated/rosters/en.js'),
  },
};
