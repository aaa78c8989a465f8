import { DEFAULT_LOCALE, isLocale, type Locale } from '@linli/i18n';

/** What the console wants to see: one of the two. */
export interface Preview {
  readonly centreId?: string;
  readonly areaId?: string;
}

/** What the address asks for: `?lang=zh-Hans`, `?preview=centre:<id>`. A wall is in Traditional unless told otherwise. */
export function readAddress(search: string): {
  readonly locale: Locale;
  readonly preview: Preview | undefined;
} {
  const query = new URLSearchParams(search);
  const lang = query.get('lang');
  const [, kind, id = ''] = /^(centre|area):([\w-]{36})$/.exec(query.get('preview') ?? '') ?? [];
  return {
    locale: isLocale(lang) ? lang : DEFAULT_LOCALE,
    preview: kind === 'centre' ? { centreId: id } : kind === 'area' ? { areaId: id } : undefined,
  };
}
