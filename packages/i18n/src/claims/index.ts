import type { ClaimsMessages } from '../generated/claims/messages.js';
import type { Catalogs } from '../translator.js';

export type { ClaimsMessages } from '../generated/claims/messages.js';

export const catalogs: Catalogs<ClaimsMessages> = {
  load: {
    'zh-Hant': () => import('../generated/claims/zh-Hant.js'),
    'zh-Hans': () => import('../generated/claims/zh-Hans.js'),
    en: () => import('../generated/claims/en.js'),
  },
};
