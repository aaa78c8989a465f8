import { z } from 'zod';
import { line } from '../../base/index.js';
import { bookingId } from '../bookings/index.js';

export const allergyAnswerId = z.uuidv7().brand<'AllergyAnswerId'>();
export type AllergyAnswerId = z.infer<typeof allergyAnswerId>;

/** Staff take it on their name, after the booking, that the clashing dishes will be replaced for this person. */
export const answerAllergyClashInput = z.object({
  id: allergyAnswerId,
  bookingId,
  /** What was agreed: 已電話告知，換清蒸冬瓜. */
  note: line(200),
});
export type AnswerAllergyClashInput = z.infer<typeof answerAllergyClashInput>;

/** Whom to call about the clash of this order. */
export const revealClashNumberInput = z.object({ bookingId });
export type RevealClashNumberInput = z.infer<typeof revealClashNumberInput>;

/**
 * Somebody has to be told: a dish of the menu holds what they must not get, and nobody has signed for it since the dishes
 * last changed.
 */
export const isOpenClash = (facts: {
  readonly clashes: readonly string[];
  /** When somebody last took it on their name; null: nobody. */
  readonly signedAt: Date | null;
  readonly dishesChangedAt: Date | null;
}): boolean =>
  facts.clashes.length > 0 &&
  (facts.signedAt === null || (facts.dishesChangedAt !== null && facts.dishesChangedAt > facts.signedAt));
