import { useFormat, useLocale, useT } from '@linli/client/i18n';
import { type Formats, type Locale, type Translate, type Translator, createI18n } from '@linli/i18n';
import { catalogs, type LaterMessages } from '@linli/i18n/later';
import type { ResidentMessages } from '@linli/i18n/resident';
import { use } from 'react';

export type LaterT = Translate<ResidentMessages & LaterMessages>;

const loading = new Map<Locale, Promise<Translator<LaterMessages>>>();

/** Asked for once; what could not be fetched is asked for again. */
function laterIn(locale: Locale): Promise<Translator<LaterMessages>> {
  const known = loading.get(locale);
  if (known) return known;
  const asked = createI18n(catalogs, locale);
  loading.set(locale, asked);
  asked.catch(() => loading.delete(locale));
  return asked;
}

/** The words of the residents' app with those that come behind its first pages: it suspends until they are there. */
export function useLaterWords(): { readonly t: LaterT; readonly format: Formats } {
  const first = useT<ResidentMessages>() as (key: string, values?: object) => string;
  const [locale] = useLocale();
  const later = use(laterIn(locale)).t as typeof first;
  const format = useFormat();
  const t = (key: string, values?: object) => (key.startsWith('later.') ? later : first)(key, values);
  return { t: t, format };
}
