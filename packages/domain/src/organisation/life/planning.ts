import { addDays, type PlainDate } from '../../base/index.js';
import type { OrganisationId, OrganisationKind } from '../structure/index.js';
import { type MeetingKind, meetingRules } from './meeting-kinds.js';
import { periodsBetween } from './periods.js';

/** On which day of each period a kind of meeting is to be, the first or the last months of it being the same. */
export interface PlanLine {
  readonly kinds: readonly MeetingKind[];
  /** 1 to 28, of the last month of the period. */
  readonly day: number;
  readonly time: string;
}

export interface BranchToPlan {
  readonly organisationId: OrganisationId;
  readonly kind: OrganisationKind;
  readonly hasCommittee: boolean;
}

export interface PlannedMeeting {
  readonly organisationId: OrganisationId;
  readonly kinds: readonly MeetingKind[];
  readonly on: PlainDate;
  readonly time: string;
}

export interface PlanAsked {
  readonly branches: readonly BranchToPlan[];
  readonly lines: readonly PlanLine[];
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** `organisation kind first-day-of-period` of what stands already: it is not planned twice. */
  readonly standing: ReadonlySet<string>;
}

export const standingKey = (organisationId: OrganisationId, kind: MeetingKind, from: PlainDate): string =>
  `${organisationId} ${kind} ${from}`;

const owes = ({ kind, hasCommittee }: BranchToPlan, meeting: MeetingKind): boolean =>
  meetingRules[meeting].owedBy.includes(kind) && (hasCommittee || !meetingRules[meeting].ofCommittee);

/** A year for many branches: each line falls in each of its periods on its day; kinds that stand already are left out. */
export function planned({ branches, lines, from, to, standing }: PlanAsked): PlannedMeeting[] {
  const dates = lines.map(({ kinds, day }) => {
    const lengths = kinds.map((kind) => meetingRules[kind].every);
    const length = lengths.includes('MONTH') ? 'MONTH' : lengths.includes('QUARTER') ? 'QUARTER' : 'YEAR';
    return periodsBetween(length, from, to)
      .map((period) => addDays(`${period.to.slice(0, 8)}01` as PlainDate, day - 1))
      .filter((on) => on >= from && on <= to);
  });
  return branches.flatMap((branch) => {
    const taken = new Set<string>();
    return lines.flatMap(({ kinds, time }, index) =>
      (dates[index] ?? []).flatMap((on): PlannedMeeting[] => {
        const open = kinds.filter((kind) => {
          const [period] = periodsBetween(meetingRules[kind].every, on, on);
          const key = period && standingKey(branch.organisationId, kind, period.from);
          if (!key || !owes(branch, kind) || standing.has(key) || taken.has(key)) return false;
          taken.add(key);
          return true;
        });
        return open.length === 0 ? [] : [{ organisationId: branch.organisationId, kinds: open, on, time }];
      }),
    );
  });
}
