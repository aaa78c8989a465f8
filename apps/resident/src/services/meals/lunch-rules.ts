import type { Allergen, BookableFragment, LunchOfferFragment, MealWay, Texture } from '../../gql/graphql';

export type Dish = NonNullable<LunchOfferFragment['menu']>['dishes'][number];

/** In the order in which they are asked. */
export const WAYS: readonly MealWay[] = ['DINE_IN', 'PICK_UP', 'DELIVERY'];
export const TEXTURES: readonly Texture[] = ['REGULAR', 'SOFT', 'LIQUID'];

export const wayOf = ({ session }: BookableFragment): MealWay => session.service.way ?? 'DINE_IN';

export const sortedWays = (offer: LunchOfferFragment | undefined): readonly BookableFragment[] =>
  [...(offer?.ways ?? [])].sort((one, other) => WAYS.indexOf(wayOf(one)) - WAYS.indexOf(wayOf(other)));

/** The way that is booked already, else the way wished for where it is open, else the first that is open, else the first. */
export function chosenWay(
  offer: LunchOfferFragment | undefined,
  wish?: MealWay | null,
): BookableFragment | undefined {
  const ways = sortedWays(offer);
  const open = ways.filter(({ refusal }) => !refusal);
  const booked = ways.find(({ bookingId }) => bookingId);
  return booked ?? open.find((way) => wayOf(way) === wish) ?? open[0] ?? ways[0];
}

export type DayState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'booked' | 'over' | 'full' | 'notYet' | 'cancelled' | 'shut' }
  | { readonly kind: 'allergy'; readonly allergen: Allergen }
  | { readonly kind: 'open'; readonly left: number };

const SAID: Partial<Record<string, 'booked' | 'over' | 'full' | 'notYet' | 'cancelled'>> = {
  ALREADY_BOOKED: 'booked',
  PAST_CUT_OFF: 'over',
  SESSION_OVER: 'over',
  SESSION_FULL: 'full',
  NOT_OPEN_YET: 'notYet',
  SESSION_CANCELLED: 'cancelled',
  CENTRE_CLOSED: 'cancelled',
};

/** What stands under a day of the strip. */
export function dayState(offer: LunchOfferFragment | undefined): DayState {
  if (!offer || offer.ways.length === 0) return { kind: 'closed' };
  if (bookedIn(offer)) return { kind: 'booked' };
  const open = offer.ways.filter(({ refusal }) => !refusal);
  if (open.length > 0)
    return { kind: 'open', left: open.reduce((sum, { placesLeft }) => sum + placesLeft, 0) };
  const clash = offer.ways.find(({ refusal }) => refusal === 'ALLERGY_CLASH');
  if (clash?.allergens[0]) return { kind: 'allergy', allergen: clash.allergens[0] };
  // Delivery is often closed for a reason of its own: what the others say counts first.
  const reasons = sortedWays(offer).map(({ refusal }) => (refusal && SAID[refusal]) ?? undefined);
  return { kind: reasons.find((reason) => reason !== undefined) ?? 'shut' };
}

/** The booking that the person already has for this meal. */
export const bookedIn = (offer: LunchOfferFragment): string | undefined =>
  offer.ways.find(({ bookingId }) => bookingId)?.bookingId ?? undefined;

/** What of a dish this person must not eat. */
export const clashesOf = (
  { allergens }: Pick<Dish, 'allergens'>,
  allergies: readonly Allergen[],
): readonly Allergen[] => allergens.filter((allergen) => allergies.includes(allergen));

export const allergensIn = (dishes: readonly Pick<Dish, 'allergens'>[]): readonly Allergen[] => [
  ...new Set(dishes.flatMap(({ allergens }) => allergens)),
];

/** The textures that the kitchen makes of this menu; all of them where no menu is out yet. */
export function texturesOf(dishes: readonly Pick<Dish, 'textures'>[]): readonly Texture[] {
  if (dishes.length === 0) return TEXTURES;
  const made = new Set(dishes.flatMap(({ textures }) => textures));
  return TEXTURES.filter((texture) => texture === 'REGULAR' || made.has(texture));
}
