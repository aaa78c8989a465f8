import { simplified } from '../http/simplified.js';

/**
 * A page in Simplified is shown other signs than those that are stored, and sends back what it was shown: what was left
 * alone there is kept as it is stored. What somebody wrote anew is stored as they wrote it.
 */
export async function asStored<Text extends string | null>(
  given: Text,
  stored: readonly (string | null | undefined)[],
): Promise<Text> {
  if (given === null || stored.includes(given)) return given;
  for (const text of stored) {
    if (text?.length === given.length && (await simplified(text)) === given) return text as Text;
  }
  return given;
}
