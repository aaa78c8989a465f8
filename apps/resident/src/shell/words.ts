import { useFormat, useT } from '@linli/client/i18n';
import type { Formats, Translate } from '@linli/i18n';
import type { ResidentMessages } from '@linli/i18n/resident';

export type T = Translate<ResidentMessages>;

/** The words of the residents' app, and its days, times and money. */
export const useWords = (): { readonly t: T; readonly format: Formats } => ({
  t: useT<ResidentMessages>(),
  format: useFormat(),
});
