import type { RecordFoodSafetyInput, SafetyFragment } from '../../gql/graphql';
import type { Faults } from '../../kit/form';
import type { Say } from '../../kit/words';

export type Entry = SafetyFragment['entries'][number];
export type Fault = SafetyFragment['faults'][number];

// The domain's own limits bring zod along; a test holds these to them.
export const LEAST_GRAMS = 125;
export const LEAST_HOURS = 48;
export const LEAST_HOT = 60;

/** What is being written of one dish: text, as it stands in the fields. */
export interface Draft {
  readonly dish: string;
  readonly grams: string;
  readonly hours: string;
  readonly celsius: string;
  readonly cold: boolean;
}

export const draftOf = (dish: string): Draft => ({
  ...{ dish, grams: '', hours: String(LEAST_HOURS), celsius: '', cold: false },
});

const isMeasured = ({ grams, celsius, cold }: Draft): boolean =>
  grams.trim() !== '' || celsius.trim() !== '' || cold;

export const measuredOf = (drafts: readonly Draft[]): readonly Draft[] => drafts.filter(isMeasured);

/** A number that the field may hold; undefined: something else stands there. */
function numberIn(text: string, least: number, most: number, pattern: RegExp): number | undefined {
  const written = text.trim();
  const value = Number(written);
  return pattern.test(written) && value >= least && value <= most ? value : undefined;
}
const WHOLE = /^\d+$/;
const TENTHS = /^-?\d+([.]\d)?$/;
const gramsIn = (text: string) => numberIn(text, 0, 5000, WHOLE);
const hoursIn = (text: string) => numberIn(text, 0, 720, WHOLE);
const celsiusIn = (text: string) => numberIn(text, -40, 150, TENTHS);

export function faultsOfDraft(t: Say, draft: Draft): Faults<Draft> {
  const { grams, hours, celsius } = draft;
  const sampled = grams.trim() !== '';
  return {
    ...(sampled && gramsIn(grams) === undefined && { grams: t('console.safety.wrong.grams') }),
    ...(sampled && hoursIn(hours) === undefined && { hours: t('console.safety.wrong.hours') }),
    ...(celsius.trim() !== '' &&
      celsiusIn(celsius) === undefined && { celsius: t('console.safety.wrong.celsius') }),
  };
}

/** What can be recorded, and still stands in the way of the release. */
export function belowLimit(t: Say, { grams, hours, celsius, cold }: Draft): string[] {
  const sampled = grams.trim() !== '';
  const [g, h, c] = [gramsIn(grams), hoursIn(hours), celsiusIn(celsius)];
  return [
    ...(sampled && g !== undefined && g < LEAST_GRAMS ? [t('FoodSafetyFault.SAMPLE_TOO_SMALL')] : []),
    ...(sampled && h !== undefined && h < LEAST_HOURS ? [t('FoodSafetyFault.SAMPLE_KEPT_TOO_SHORT')] : []),
    ...(celsius.trim() !== '' && c !== undefined && !cold && c < LEAST_HOT
      ? [t('FoodSafetyFault.NOT_HOT_ENOUGH')]
      : []),
  ];
}

/** Dishes that were measured before: measuring them again is a correction, with its reason. */
export const correctedIn = (drafts: readonly Draft[], entries: readonly Entry[]): string[] =>
  measuredOf(drafts)
    .map(({ dish }) => dish)
    .filter((dish) => entries.some((entry) => entry.dish === dish));

export const inputOf = (drafts: readonly Draft[]): RecordFoodSafetyInput['entries'] =>
  measuredOf(drafts).map(({ dish, grams, hours, celsius, cold }) => ({
    dish,
    sampleGrams: grams.trim() === '' ? null : (gramsIn(grams) ?? null),
    keepHours: grams.trim() === '' ? null : (hoursIn(hours) ?? null),
    celsiusTenths: celsius.trim() === '' ? null : Math.round((celsiusIn(celsius) ?? 0) * 10),
    servedCold: cold,
  }));

/** Of one dish what counts: the last sample and the last temperature, and what is wrong with them. */
export interface DishState {
  readonly dish: string;
  readonly sample: Entry | undefined;
  readonly heat: Entry | undefined;
  readonly faults: readonly Fault['fault'][];
}

export const stateOfDishes = (
  dishes: readonly string[],
  entries: readonly Entry[],
  faults: readonly Fault[],
): DishState[] =>
  dishes.map((dish) => {
    const own = entries.filter((entry) => entry.dish === dish);
    return {
      dish,
      sample: own.findLast(({ sampleGrams }) => sampleGrams !== null),
      heat: own.findLast(({ celsiusTenths, servedCold }) => celsiusTenths !== null || servedCold),
      faults: faults.filter((each) => each.dish === dish).map(({ fault }) => fault),
    };
  });
