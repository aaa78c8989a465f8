import type { Words } from '../../kit/words';
import { dayOf } from '../../kit/days';
import type { Sheet } from './sums';

export type Freezing = 'ALL' | 'SOME' | 'NONE';

/** A sheet is frozen when all of its ways are: until then what it says still changes. */
export function freezingOf(freezes: Pick<Sheet, 'freezes'>['freezes']): Freezing {
  const frozen = freezes.filter((way) => way.frozen).length;
  if (frozen === 0) return 'NONE';
  return frozen === freezes.length ? 'ALL' : 'SOME';
}

/** The hour alone on the day of the meal, with its day before and after. */
const whenOf = ({ format }: Words, { day }: Pick<Sheet, 'day'>, at: string): string =>
  dayOf(new Date(at)) === day ? format.time(at) : format.dateTime(at);

/** 送餐 11月22日 週日 20:00 已凍結; 堂食 09:30 截單: each way freezes at its own cut-off. */
export function waysInWords(
  words: Words,
  sheet: Pick<Sheet, 'day' | 'freezes'>,
): { readonly way: string; readonly frozen: boolean; readonly says: string }[] {
  return sheet.freezes.map(({ way, frozen, freezesAt }) => ({
    way,
    frozen,
    says: words.t(frozen ? 'console.kitchen.frozen' : 'console.kitchen.open', {
      way: words.t(`MealWay.${way}`),
      time: whenOf(words, sheet, freezesAt),
    }),
  }));
}

/** 未全部凍結，截至 03:40; only when all are frozen, since when. */
export function freezingInWords(words: Words, sheet: Pick<Sheet, 'day' | 'freezes' | 'asOf'>): string {
  const freezing = freezingOf(sheet.freezes);
  const last = sheet.freezes.map(({ freezesAt }) => Date.parse(freezesAt)).sort((a, b) => b - a)[0];
  const at = freezing === 'ALL' && last !== undefined ? new Date(last).toISOString() : sheet.asOf;
  return words.t(`console.kitchen.freezing.${freezing}`, { time: whenOf(words, sheet, at) });
}
