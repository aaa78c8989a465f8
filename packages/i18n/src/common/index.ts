import type { Refusal } from '@linli/domain/refusals';
import type { CommonMessages } from '../generated/common/messages.js';
import type { Catalogs, Values } from '../translator.js';

export type { CommonMessages } from '../generated/common/messages.js';
export type CommonKey = keyof CommonMessages;

export const catalogs: Catalogs<CommonMessages> = {
  load: {
    'zh-Hant': () => import('../generated/common/zh-Hant.js'),
    'zh-Hans': () => import('../generated/common/zh-Hans.js'),
    en: () => import('../generated/common/en.js'),
  },
};

/** Any translator can say the common words, whatever its face. */
export type CommonTranslate = (key: CommonKey, values?: Values) => string;

/** The message of a refusal. A code without a message does not compile. */
export const refusalKey = (code: Refusal): CommonKey => `refusal.${code}`;
