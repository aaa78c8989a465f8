import type { NoticesMessages } from '../generated/notices/messages.js';
import type { Catalogs } from '../translator.js';

export type { NoticesMessages } from '../generated/notices/messages.js';
export type NoticeKey = keyof NoticesMessages;

export const catalogs: Catalogs<NoticesMessages> = {
  load: {
    'zh-Hant': () => import('../generated/notices/zh-Hant.js'),
    'zh-Hans': () => import('../generated/notices/zh-Hans.js'),
    en: () => import('../generated/notices/en.js'),
  },
};
