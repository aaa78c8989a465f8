import type { MenusMessages } from '../generated/menus/messages.js';
import type { Catalogs } from '../translator.js';

export type { MenusMessages } from '../generated/menus/messages.js';

export const catalogs: Catalogs<MenusMessages> = {
  load: {
    'zh-Hant': () => import('../generated/menus/zh-Hant.js'),
    'zh-Hans': () => import('../generated/menus/zh-Hans.js'),
    en: () => import('../generated/menus/en.js'),
  },
};
