import type { ArrangeRoundsInput, PlanFragment, RoundFragment } from '../../gql/graphql';
import { newId } from '@linli/client';

/** Where a stop is put: into a round, into one of its own, or into none. */
export type Where = { readonly round: string } | 'NEW' | 'NONE';

type Drafted = ArrangeRoundsInput['rounds'];

const drafted = ({ id, carrier, stops }: RoundFragment): Drafted[number] => ({
  id,
  carrierId: carrier?.id ?? null,
  bookingIds: stops.map(({ bookingId }) => bookingId),
});

/** What can still be arranged: rounds that are out keep their stops. */
const open = ({ rounds }: PlanFragment): Drafted =>
  rounds.filter(({ state }) => state === 'PLANNED').map(drafted);

const arranged = ({ sessionId, version }: PlanFragment, rounds: Drafted): ArrangeRoundsInput => ({
  sessionId,
  version,
  // A round that lost its last stop is no round any more.
  rounds: rounds.filter(({ bookingIds }) => bookingIds.length > 0),
});

const without = (rounds: Drafted, bookingId: string): Drafted =>
  rounds.map((round) => ({ ...round, bookingIds: round.bookingIds.filter((id) => id !== bookingId) }));

export function put(plan: PlanFragment, bookingId: string, where: Where): ArrangeRoundsInput {
  const rest = without(open(plan), bookingId);
  if (where === 'NONE') return arranged(plan, rest);
  if (where === 'NEW')
    return arranged(plan, [...rest, { id: newId(), carrierId: null, bookingIds: [bookingId] }]);
  return arranged(
    plan,
    rest.map((round) =>
      round.id === where.round ? { ...round, bookingIds: [...round.bookingIds, bookingId] } : round,
    ),
  );
}

/** One place earlier or later in its round. */
export function shift(plan: PlanFragment, bookingId: string, by: -1 | 1): ArrangeRoundsInput {
  const rounds = open(plan).map((round) => {
    const from = round.bookingIds.indexOf(bookingId);
    const to = from + by;
    if (from < 0 || to < 0 || to >= round.bookingIds.length) return round;
    const bookingIds = round.bookingIds.toSpliced(from, 1).toSpliced(to, 0, bookingId);
    return { ...round, bookingIds };
  });
  return arranged(plan, rounds);
}

export const ride = (plan: PlanFragment, roundId: string, carrierId: string | null): ArrangeRoundsInput =>
  arranged(
    plan,
    open(plan).map((round) => (round.id === roundId ? { ...round, carrierId } : round)),
  );

/** The second half becomes a round of its own. */
export function split(plan: PlanFragment, roundId: string): ArrangeRoundsInput {
  const rounds = open(plan).flatMap((round) => {
    if (round.id !== roundId) return [round];
    const half = Math.ceil(round.bookingIds.length / 2);
    return [
      { ...round, bookingIds: round.bookingIds.slice(0, half) },
      { id: newId(), carrierId: null, bookingIds: round.bookingIds.slice(half) },
    ];
  });
  return arranged(plan, rounds);
}

/** All its stops behind those of another. */
export function join(plan: PlanFragment, roundId: string, into: string): ArrangeRoundsInput {
  const rounds = open(plan);
  const gone = rounds.find(({ id }) => id === roundId)?.bookingIds ?? [];
  return arranged(
    plan,
    rounds
      .filter(({ id }) => id !== roundId)
      .map((round) => (round.id === into ? { ...round, bookingIds: [...round.bookingIds, ...gone] } : round)),
  );
}
