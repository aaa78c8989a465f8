import type { Viewer } from '@linli/domain/access';
import { type Dish, type MenuId, menuId, type SaveMenuInput } from '@linli/domain/services/menus';
import type { Database } from '../../platform/database/index.js';
import { newId } from '../../testing/index.js';
import { centreScenario, inDays } from '../centres/centre.scenario.js';
import type { Centre } from '../centres/index.js';
import { type Menu, saveMenu } from './index.js';

export const fish: Dish = {
  name: '清蒸鱸魚',
  look: 'fish',
  note: '少鹽',
  allergens: ['FISH', 'SOY'],
  textures: ['REGULAR', 'SOFT'],
};
export const tofu: Dish = {
  name: '家常豆腐',
  look: 'tofu',
  note: null,
  allergens: ['SOY'],
  textures: ['REGULAR', 'SOFT'],
};

/** The words that the tests of menus are written in. */
export function menuScenario(database: () => Database) {
  const centres = centreScenario(database);
  const given = {
    ...centres.given,
    menu: ({ id }: Pick<Centre, 'id'>, unlike: Partial<SaveMenuInput> = {}): SaveMenuInput => ({
      id: newId(menuId),
      centreId: id,
      day: inDays(3),
      meal: 'LUNCH',
      dishes: [fish, tofu],
      note: null,
      ...unlike,
    }),
    cook: ({ id }: Pick<Centre, 'id'>): Viewer => {
      const viewer = centres.given.staff({ id });
      return { ...viewer, duties: viewer.duties.map((duty) => ({ ...duty, role: 'KITCHEN' as const })) };
    },
  };
  const saves = (input: SaveMenuInput, viewer: Viewer = given.cook({ id: input.centreId })) =>
    saveMenu(database(), viewer, input);
  const stored = (id: MenuId) => database().query<Menu[]>('SELECT * FROM menu WHERE id = $1', [id]);
  return { given, when: { ...centres.when, saves }, stored };
}
