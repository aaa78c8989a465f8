import type { Allergen, Texture } from '../../gql/graphql';
import type { Sheet } from './sums';

export interface Cooked {
  readonly name: string;
  readonly allergens: readonly Allergen[];
  readonly textures: readonly Texture[];
}

type AllergyRow = Sheet['allergies'][number];

export interface Clash {
  readonly ticketNumber: string;
  readonly way: AllergyRow['way'];
  readonly allergens: readonly Allergen[];
}

/** What another dish does to those who ordered. */
export interface SubstitutionEffect {
  /** They must not get the new dish: each is called and told. */
  readonly clashing: readonly Clash[];
  /** They could not have the old one, and can have the new one. */
  readonly freed: readonly string[];
  /** Portions of a texture that the old dish was made in and the new one is not. */
  readonly without: readonly { readonly texture: Texture; readonly count: number }[];
}

// As the domain has it: a dish without textures is for everyone.
const isCookedFor = ({ textures }: Cooked, texture: Texture): boolean =>
  textures.length === 0 || textures.includes(texture);

const shared = (dish: Cooked, row: AllergyRow): Allergen[] =>
  isCookedFor(dish, row.texture) ? row.allergens.filter((one) => dish.allergens.includes(one)) : [];

export function effectOf(
  { allergies, textures }: Pick<Sheet, 'allergies' | 'textures'>,
  replaced: Cooked,
  dish: Cooked,
): SubstitutionEffect {
  const clashing = allergies.flatMap((row) => {
    const allergens = shared(dish, row);
    return allergens.length > 0 ? [{ ticketNumber: row.ticketNumber, way: row.way, allergens }] : [];
  });
  const freed = allergies
    .filter((row) => shared(replaced, row).length > 0 && shared(dish, row).length === 0)
    .map(({ ticketNumber }) => ticketNumber);
  const without = textures
    .filter(({ texture, counts }) => counts.total > 0 && isCookedFor(replaced, texture))
    .filter(({ texture }) => !isCookedFor(dish, texture))
    .map(({ texture, counts }) => ({ texture, count: counts.total }));
  return { clashing, freed, without };
}
