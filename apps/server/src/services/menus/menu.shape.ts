import { many, type Shape } from '../../platform/straight/index.js';

const dishShape: Shape = {
  name: `dish.dish ->> 'name'`,
  look: `dish.dish ->> 'look'`,
  note: `dish.dish ->> 'note'`,
  allergens: `dish.dish -> 'allergens'`,
  textures: `dish.dish -> 'textures'`,
};

/** Over `menu`. */
export const menuShape: Shape = {
  id: 'menu.id',
  centreId: 'menu.centre_id',
  day: 'menu.day',
  meal: 'menu.meal',
  note: 'menu.note',
  dishes: many(dishShape, {
    from: 'jsonb_array_elements(menu.dishes) WITH ORDINALITY AS dish (dish, nth)',
    order: 'dish.nth',
  }),
};
