import { type EnumOf, enumOf, type PlainDate } from '../../base/index.js';

/** 缺席階梯 What the branch has to do about somebody's absences. */
export const LadderRung = enumOf('NONE', 'TALK', 'CORRECTION', 'CORRECTION_OVER', 'BRANCH_DECIDES');
export type LadderRung = EnumOf<typeof LadderRung>;

export const UNEXCUSED_BEFORE_A_TALK = 3;
export const MONTHS_BEFORE_THE_LIST = 6;

export interface AbsenceFacts {
  /** The days of meetings that were missed without a reason. */
  readonly unexcused: readonly PlainDate[];
  /** The last day that the member took part in anything. */
  readonly lastPresent: PlainDate | null;
  /** The first roster of those looked at: before it nothing is known. */
  readonly since: PlainDate;
  /** The last talk, and until when things were to be put right. */
  readonly talk: { readonly on: PlainDate; readonly deadline: PlainDate } | null;
}

/** The same day so many months earlier, or the last there is in that month. */
export function monthsBefore(day: PlainDate, months: number): PlainDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const at = new Date(Date.UTC(year, month - 1 - months, Math.min(date, last)));
  return at.toISOString().slice(0, 10) as PlainDate;
}

/** Half a year away is a list for the branch's decision; nothing is ever decided by counting. */
export function rungOf({ unexcused, lastPresent, since, talk }: AbsenceFacts, today: PlainDate): LadderRung {
  if ((lastPresent ?? since) <= monthsBefore(today, MONTHS_BEFORE_THE_LIST)) return 'BRANCH_DECIDES';
  if (talk) {
    if (unexcused.some((day) => day > talk.on))
      return today > talk.deadline ? 'CORRECTION_OVER' : 'CORRECTION';
    if (today <= talk.deadline && !(lastPresent !== null && lastPresent > talk.on)) return 'CORRECTION';
  }
  const counted = unexcused.filter((day) => talk === null || day > talk.on);
  return counted.length >= UNEXCUSED_BEFORE_A_TALK ? 'TALK' : 'NONE';
}
