import type { RollBookingFragment, SeriesRollQuery } from '../../gql/graphql';

export type Roll = SeriesRollQuery['seriesRoll'];
export type Entry = RollBookingFragment;

/** One line of the roll: somebody in the class, or somebody of another class who makes a date up in this one. */
export interface Member {
  readonly key: string;
  readonly person: Entry['beneficiary'];
  readonly run: Entry['run'];
  readonly isGuest: boolean;
  /** By session: how it stands with this date. */
  readonly on: ReadonlyMap<string, Entry>;
  /** Dates of another class, instead of some of this one. */
  readonly elsewhere: readonly Entry[];
  /** How many dates may be made up. */
  readonly toMakeUp: number;
}

const GONE: readonly Entry['state'][] = ['CANCELLED', 'LAPSED', 'DECLINED'];
const isGone = ({ state }: Entry): boolean => GONE.includes(state);

/** Of several bookings of one date the one that stands; else the last that was given back. */
const onDates = (entries: readonly Entry[]): Map<string, Entry> => {
  const on = new Map<string, Entry>();
  for (const entry of entries) {
    const known = on.get(entry.session.id);
    if (!known || isGone(known)) on.set(entry.session.id, entry);
  }
  return on;
};

function memberOf(key: string, entries: readonly Entry[], roll: Roll): Member | undefined {
  const [first] = entries;
  if (!first) return undefined;
  const { run, beneficiary: person } = first;
  const here = new Set(roll.dates.map(({ id }) => id));
  const isGuest = run?.seriesId !== roll.series.id;
  const live = entries.filter((entry) => !isGone(entry));
  // Of a guest only what they take here is known.
  const canMakeUp = run !== null && !isGuest && run.leftAt === null;
  return {
    ...{ key, person, run, isGuest },
    on: onDates(entries.filter(({ session }) => here.has(session.id))),
    elsewhere: live.filter(({ session }) => !here.has(session.id)),
    toMakeUp: canMakeUp ? Math.max(0, run.places - live.length) : 0,
  };
}

const rank = ({ run, isGuest }: Member): number => (run?.leftAt ? 2 : isGuest ? 1 : 0);

/** Who is in it, then who makes a date up, then who has left. */
export function membersOf(roll: Roll): Member[] {
  const byRun = new Map<string, Entry[]>();
  for (const entry of roll.bookings) {
    const key = entry.run?.id ?? entry.beneficiary.id;
    byRun.set(key, [...(byRun.get(key) ?? []), entry]);
  }
  const members = [...byRun].flatMap(([key, entries]) => memberOf(key, entries, roll) ?? []);
  return members
    .filter((member) => !member.isGuest || [...member.on.values()].some((entry) => !isGone(entry)))
    .sort(
      (one, other) => rank(one) - rank(other) || one.person.name.localeCompare(other.person.name, 'zh-Hant'),
    );
}

export type Mark = 'HERE' | 'MISSED' | 'AWAY' | 'OFF' | 'DUE' | 'NONE';

/** How somebody stands on a date: came, did not, on leave, no class, expected, not in it yet. */
export function markOf(entry: Entry | undefined, date: Pick<Roll['dates'][number], 'state'>): Mark {
  if (!entry) return 'NONE';
  if (entry.state === 'CHECKED_IN' || entry.state === 'COMPLETED') return 'HERE';
  if (entry.state === 'NO_SHOW') return 'MISSED';
  if (isGone(entry)) return date.state === 'CANCELLED' ? 'OFF' : 'AWAY';
  return 'DUE';
}

/** 到 of all who were expected on a date, without those on leave. */
export function attendanceOn(members: readonly Member[], date: Roll['dates'][number]) {
  const marks = members.map(({ on }) => markOf(on.get(date.id), date));
  const here = marks.filter((mark) => mark === 'HERE').length;
  const expected = marks.filter((mark) => mark === 'HERE' || mark === 'MISSED' || mark === 'DUE').length;
  return { here, expected };
}
