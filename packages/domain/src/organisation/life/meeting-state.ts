import { type EnumOf, enumOf, nextState } from '../../base/index.js';
import { Refusal } from '../../refusals/index.js';
import { type HeldFacts, isCountable, missingFor, quorumOf, type Vote } from './attendance.js';
import { type MeetingKind, meetingRules } from './meeting-kinds.js';

export const MeetingState = enumOf('PLANNED', 'ANNOUNCED', 'HELD', 'SIGNED', 'CANCELLED');
export type MeetingState = EnumOf<typeof MeetingState>;

export const MeetingMove = enumOf('ANNOUNCE', 'HOLD', 'SIGN', 'CANCEL');
export type MeetingMove = EnumOf<typeof MeetingMove>;

/** What is signed stays: a correction is a dated addendum. */
export const meetingMoves: Readonly<
  Record<MeetingState, Readonly<Partial<Record<MeetingMove, MeetingState>>>>
> = {
  PLANNED: { ANNOUNCE: 'ANNOUNCED', CANCEL: 'CANCELLED' },
  ANNOUNCED: { HOLD: 'HELD', CANCEL: 'CANCELLED' },
  HELD: { SIGN: 'SIGNED' },
  SIGNED: {},
  CANCELLED: {},
};

export const nextMeetingState = (state: MeetingState, move: MeetingMove): MeetingState | undefined =>
  nextState(meetingMoves, state, move);

const WHY_NOT: Readonly<Record<MeetingState, Refusal>> = {
  PLANNED: Refusal.MEETING_NOT_ANNOUNCED,
  ANNOUNCED: Refusal.MEETING_ANNOUNCED,
  HELD: Refusal.MEETING_HELD,
  SIGNED: Refusal.MEETING_SIGNED,
  CANCELLED: Refusal.MEETING_CANCELLED,
};

export interface MeetingFacts {
  readonly state: MeetingState;
  readonly startsAt: Date;
  readonly now: Date;
}

/** A meeting is told of before it begins; nothing is backdated. */
export function refusalToAnnounce(
  { state, startsAt, now }: MeetingFacts,
  roster: number,
): Refusal | undefined {
  if (state !== 'PLANNED') return WHY_NOT[state];
  if (now >= startsAt) return Refusal.ANNOUNCED_TOO_LATE;
  return roster === 0 ? Refusal.ROSTER_EMPTY : undefined;
}

/** How long before the beginning people may come in. */
const DOORS_OPEN = 60 * 60 * 1000;

/** Attendance is taken from an hour before until the minutes are signed. */
export function refusalToAttend({ state, startsAt, now }: MeetingFacts): Refusal | undefined {
  if (state !== 'ANNOUNCED' && state !== 'HELD') return WHY_NOT[state];
  return now.getTime() < startsAt.getTime() - DOORS_OPEN ? Refusal.MEETING_NOT_YET : undefined;
}

/** Leave is asked for before the meeting begins; afterwards it is for the secretary to say. */
export function refusalToAskLeave({ state, startsAt, now }: MeetingFacts): Refusal | undefined {
  if (state !== 'ANNOUNCED') return WHY_NOT[state];
  return now >= startsAt ? Refusal.MEETING_BEGUN : undefined;
}

export interface MinutesFacts extends HeldFacts {
  readonly kinds: readonly MeetingKind[];
  readonly minutes: string | null;
  readonly firstTopic: string | null;
  /** The kinds that the minutes speak of. */
  readonly minuted: readonly MeetingKind[];
  readonly votes: readonly Vote[];
}

/** Minutes may be written once it has begun. */
export function refusalToMinute({ state, startsAt, now }: MeetingFacts): Refusal | undefined {
  if (state !== 'ANNOUNCED' && state !== 'HELD') return WHY_NOT[state];
  return now < startsAt ? Refusal.MEETING_NOT_YET : undefined;
}

/** What is signed is complete: every line of the roster, every kind, and a first topic where there must be one. */
export function refusalToSign(
  { state }: Pick<MeetingFacts, 'state'>,
  facts: MinutesFacts,
): Refusal | undefined {
  if (state !== 'HELD') return WHY_NOT[state];
  if (!facts.minutes) return Refusal.MINUTES_MISSING;
  if (facts.roster.some(({ mark }) => mark === null)) return Refusal.ATTENDANCE_OPEN;
  if (facts.kinds.some((kind) => !facts.minuted.includes(kind))) return Refusal.KIND_NOT_IN_MINUTES;
  if (facts.kinds.some((kind) => meetingRules[kind].firstTopic) && !facts.firstTopic)
    return Refusal.FIRST_TOPIC_MISSING;
  if (facts.kinds.some((kind) => missingFor(kind, facts) !== null)) return Refusal.DOES_NOT_COUNT;
  const quorum = quorumOf(facts.roster);
  return facts.votes.some((vote) => !isCountable(quorum, vote)) ? Refusal.VOTES_TOO_MANY : undefined;
}
