import { useFormat, useT } from '@linli/client/i18n';
import type { Formats, Translate } from '@linli/i18n';
import type { ScreenMessages } from '@linli/i18n/screen';

export type T = Translate<ScreenMessages>;

/** The words of the wall, and its days, times and numbers. */
export const useWords = (): { readonly t: T; readonly format: Formats } => ({
  t: useT<ScreenMessages>(),
  format: useFormat(),
});
