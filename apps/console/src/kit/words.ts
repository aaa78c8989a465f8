import { useFormat, useT } from '@linli/client/i18n';
import type { Formats, Translate } from '@linli/i18n';
import type { ConsoleMessages } from '@linli/i18n/console';

export type Say = Translate<ConsoleMessages>;

export interface Words {
  readonly t: Say;
  readonly format: Formats;
}

/** The text of the console, and how it tells days, times and amounts. */
export function useWords(): Words {
  const t = useT<ConsoleMessages>();
  const format = useFormat();
  return { t, format };
}
