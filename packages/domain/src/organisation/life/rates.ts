import { type AttendanceMark, wasThere } from './attendance.js';

/** A rate is its two lists: together they are the denominator, by construction. Exempt people are in neither. */
export interface Rate<Who> {
  readonly met: readonly Who[];
  readonly gap: readonly Who[];
  readonly exempt: readonly Who[];
}

export interface MayBeExempt {
  /** 年老體弱 Out of participation and education, and shown apart. */
  readonly exempt: boolean;
}

export function rateOf<Who extends MayBeExempt>(
  people: readonly Who[],
  isMet: (who: Who) => boolean,
): Rate<Who> {
  const [met, gap, exempt]: [Who[], Who[], Who[]] = [[], [], []];
  for (const who of people) (who.exempt ? exempt : isMet(who) ? met : gap).push(who);
  return { met, gap, exempt };
}

export const denominatorOf = ({ met, gap }: Rate<unknown>): number => met.length + gap.length;

/** Null where there is nobody: nothing is not 0 %. */
export const valueOf = (rate: Rate<unknown>): number | null =>
  denominatorOf(rate) === 0 ? null : rate.met.length / denominatorOf(rate);

export interface RosterLine {
  readonly residentId: string;
  readonly mark: AttendanceMark | null;
}

/** 到會率 (present + online) ÷ roster, of lines of any number of meetings; the exempt who are on a roster are due there. */
export const attendanceRate = <Line extends RosterLine>(lines: readonly Line[]): Rate<Line> => ({
  met: lines.filter(({ mark }) => wasThere(mark)),
  gap: lines.filter(({ mark }) => !wasThere(mark)),
  exempt: [],
});

/** What one member's year comes to. */
export interface MemberLife extends MayBeExempt {
  readonly residentId: string;
  /** Rosters that the member was on. */
  readonly due: number;
  readonly present: number;
  /** In minutes, made-up ones too. */
  readonly minutes: number;
}

/** 參與率 Present at least once ÷ on any roster. */
export const participation = <Who extends MemberLife>(members: readonly Who[]): Rate<Who> =>
  rateOf(
    members.filter(({ due }) => due > 0),
    ({ present }) => present > 0,
  );

/** 學時 A year, for each member. */
export const HOURS_A_YEAR = 32;

/** What is due by the end of a month, 1 to 12. */
export const minutesDueBy = (month: number): number => (HOURS_A_YEAR * 60 * month) / 12;

/** 教育覆蓋率 With the hours due by that month ÷ members. */
export const educationCoverage = <Who extends MemberLife>(
  members: readonly Who[],
  month: number,
): Rate<Who> => rateOf(members, ({ minutes }) => minutes >= minutesDueBy(month));
