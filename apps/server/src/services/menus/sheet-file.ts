import { Allergen, Texture } from '@linli/domain/organisation/people';
import { Meal } from '@linli/domain/services/centres';
import { MenuColumn, type MenuSheetWords } from '@linli/domain/services/menus';
import { LOCALES, type Translator } from '@linli/i18n';
import { catalogs, type MenusMessages } from '@linli/i18n/menus';
import { translators } from '../../platform/translators.js';

export type SheetTranslator = Translator<MenusMessages>;

export const sheetTranslator = translators(catalogs);

/** What may be written in a sheet: the words of every language, whatever the reader's. */
export async function sheetWords(): Promise<MenuSheetWords> {
  const all = await Promise.all(LOCALES.map(sheetTranslator));
  const said = <Value extends string>(
    values: Readonly<Record<string, Value>>,
    word: (t: SheetTranslator['t'], value: Value) => string,
  ): Map<string, Value> =>
    new Map(
      all.flatMap(({ t }) => Object.values(values).map((value) => [word(t, value).toLowerCase(), value])),
    );
  return {
    columns: said(MenuColumn, (t, column) => t(`menus.column.${column}`)),
    meals: said(Meal, (t, meal) => t(`Meal.${meal}`)),
    allergens: said(Allergen, (t, allergen) => t(`Allergen.${allergen}`)),
    textures: said(Texture, (t, texture) => t(`Texture.${texture}`)),
    none: new Set(all.map(({ t }) => t('menus.none').toLowerCase())),
  };
}
