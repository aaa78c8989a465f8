import { type EnumOf, enumOf } from '../../base/index.js';
import type { MeetingKind } from './meeting-kinds.js';

/** 到會 How somebody on the roster was there, or was not. */
export const AttendanceMark = enumOf('PRESENT', 'ONLINE', 'LEAVE', 'DUTY', 'UNEXCUSED');
export type AttendanceMark = EnumOf<typeof AttendanceMark>;

/** Leave and duty are a reason, not a presence: they stay in the denominator. */
export const wasThere = (mark: AttendanceMark | null): boolean => mark === 'PRESENT' || mark === 'ONLINE';

export interface Attendee {
  readonly voting: boolean;
  readonly mark: AttendanceMark | null;
}

export interface Quorum {
  /** 應到會 Those with a vote on the frozen roster. */
  readonly due: number;
  readonly present: number;
}

export const quorumOf = (roster: readonly Attendee[]): Quorum => {
  const voting = roster.filter((attendee) => attendee.voting);
  return { due: voting.length, present: voting.filter(({ mark }) => wasThere(mark)).length };
};

export interface Vote {
  readonly election: boolean;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** May there be a vote at all? Half of those with a vote; for an election four fifths. */
export const isQuorate = ({ due, present }: Quorum, election: boolean): boolean =>
  due > 0 && (election ? present * 5 >= due * 4 : present * 2 >= due);

/** Passed by more than half of all due, not of those who came. */
export const isPassed = (quorum: Quorum, vote: Vote): boolean =>
  isQuorate(quorum, vote.election) && vote.inFavour * 2 > quorum.due;

/** Nobody votes twice, and nobody who is not there. */
export const isCountable = ({ present }: Quorum, { inFavour, against, abstained }: Vote): boolean =>
  inFavour + against + abstained <= present;

export interface HeldFacts {
  readonly roster: readonly Attendee[];
  readonly lecturer: string | null;
}

/** Why a gathering would not count as a meeting of this kind; null when it does. */
export const MissingForKind = enumOf('NOBODY_PRESENT', 'LESS_THAN_HALF', 'NO_LECTURER');
export type MissingForKind = EnumOf<typeof MissingForKind>;

export function missingFor(kind: MeetingKind, { roster, lecturer }: HeldFacts): MissingForKind | null {
  const present = roster.filter(({ mark }) => wasThere(mark)).length;
  if (present === 0) return 'NOBODY_PRESENT';
  if (kind === 'BRANCH_COMMITTEE' && present * 2 < roster.length) return 'LESS_THAN_HALF';
  return kind === 'PARTY_LECTURE' && !lecturer ? 'NO_LECTURER' : null;
}
