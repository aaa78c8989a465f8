import type { MealLabelsQuery, MealWay, RoundsOfLabelsQuery, WaysFragment } from '../../gql/graphql';
import { MEAL_WAYS } from '../../kit/choices';

export type Label = MealLabelsQuery['mealLabels'][number];
export type View = 'ALL' | MealWay | 'LATE';

/** Where on its round a portion is handed over. */
export interface Stop {
  readonly round: number;
  readonly stop: number;
}

type Plans = RoundsOfLabelsQuery['deliveryPlans'];

/** By ticket: which round brings it, as which stop. What was cancelled is no stop. */
export function stopsOf(plans: Plans, meal: string): ReadonlyMap<string, Stop> {
  const stops = new Map<string, Stop>();
  for (const { rounds } of plans.filter((plan) => plan.meal === meal))
    for (const { number, stops: own } of rounds)
      own
        .filter(({ cancelled }) => !cancelled)
        .forEach(({ ticketNumber }, index) => stops.set(ticketNumber, { round: number, stop: index + 1 }));
  return stops;
}

/** The rounds that there are labels for, with how many. */
export function roundsOf(labels: readonly Label[], stops: ReadonlyMap<string, Stop>) {
  const counts = new Map<number, number>();
  for (const { way, ticketNumber } of labels) {
    const round = way === 'DELIVERY' ? stops.get(ticketNumber)?.round : undefined;
    if (round !== undefined) counts.set(round, (counts.get(round) ?? 0) + 1);
  }
  return [...counts]
    .map(([round, count]) => ({ round, count }))
    .sort((one, other) => one.round - other.round);
}

const isIn = ({ way, isLate }: Label, view: View): boolean =>
  view === 'ALL' || (view === 'LATE' ? isLate : way === view);

/** What is printed: of one way, of one round in the order of its stops, or what came after the freeze. */
export function chosenOf(
  labels: readonly Label[],
  view: View,
  round: number | undefined,
  stops: ReadonlyMap<string, Stop>,
): readonly Label[] {
  const ofView = labels.filter((label) => isIn(label, view));
  if (view !== 'DELIVERY' || round === undefined) return ofView;
  const at = ({ ticketNumber }: Label) => stops.get(ticketNumber);
  return ofView
    .filter((label) => at(label)?.round === round)
    .sort((one, other) => (at(one)?.stop ?? 0) - (at(other)?.stop ?? 0));
}

export interface Tally {
  readonly view: View;
  readonly labels: number;
  readonly sheet: number;
  readonly agrees: boolean;
}

/** Labels counted one by one beside the figures of the sheet: by way, and all of them. */
export function tallyOf(labels: readonly Label[], totals: WaysFragment): readonly Tally[] {
  const sheet = { DINE_IN: totals.dineIn, PICK_UP: totals.pickUp, DELIVERY: totals.delivery };
  const tally = (view: View, count: number, expected: number): Tally => ({
    ...{ view, labels: count, sheet: expected, agrees: count === expected },
  });
  return [
    ...MEAL_WAYS.map((way) => tally(way, labels.filter((label) => label.way === way).length, sheet[way])),
    tally('ALL', labels.length, totals.total),
  ];
}
