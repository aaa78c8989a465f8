import { type EnumOf, enumOf, type PlainDate } from '../../base/index.js';
import type { OrganisationId, OrganisationKind } from '../structure/index.js';
import { MeetingKind, type MeetingRule, meetingRules } from './meeting-kinds.js';
import { daysIn, isDueSoon, type Period, periodsBetween } from './periods.js';

/** An organisation for a time: one row for each version of it. Null: from ever, or until further notice. */
export interface InForce {
  readonly organisationId: OrganisationId;
  readonly kind: OrganisationKind;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** A meeting that counts as held, with all the kinds that were on its agenda and in its minutes. */
export interface Gathering {
  readonly organisationId: OrganisationId;
  readonly kinds: readonly MeetingKind[];
  readonly on: PlainDate;
}

/** How an organisation stands with one kind in one period. */
export const CadenceState = enumOf('NOT_REQUIRED', 'DONE', 'LATE', 'OWED', 'DUE_SOON', 'DUE', 'AHEAD');
export type CadenceState = EnumOf<typeof CadenceState>;

export interface CadenceCell {
  readonly organisationId: OrganisationId;
  readonly kind: MeetingKind;
  readonly period: Period;
  readonly required: number;
  /** In the period itself. */
  readonly held: number;
  /** 補開 Held after it, for what it still owed. */
  readonly late: number;
  /** What is missing now: a debt once the period has ended, until then what there is time for. */
  readonly missing: number;
  readonly state: CadenceState;
}

export interface CadenceAsked {
  readonly inForce: readonly InForce[];
  readonly gatherings: readonly Gathering[];
  /** The last days of months on which an organisation has a committee. */
  readonly committees: ReadonlyMap<OrganisationId, ReadonlySet<PlainDate>>;
  /** The periods that have a day between these two. Debts from before `from` are not looked for. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly today: PlainDate;
}

export const grouped = <Row extends { readonly organisationId: OrganisationId }>(rows: readonly Row[]) => {
  const groups = new Map<OrganisationId, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.organisationId);
    if (group) group.push(row);
    else groups.set(row.organisationId, [row]);
  }
  return groups;
};

const overlap = ({ from, to }: InForce, period: Period): number =>
  daysIn(
    from !== null && from > period.from ? from : period.from,
    to !== null && to < period.to ? to : period.to,
  );

/** Owes it who stands on the last day of the period and for at least half of it; nobody inherits from anybody. */
export function requiredIn(
  rule: MeetingRule,
  versions: readonly InForce[],
  committee: ReadonlySet<PlainDate> | undefined,
  period: Period,
): number {
  const last = versions.find(
    ({ from, to }) => (from === null || from <= period.to) && (to === null || to >= period.to),
  );
  if (!last || !rule.owedBy.includes(last.kind)) return 0;
  if (rule.ofCommittee && !committee?.has(period.to)) return 0;
  const days = versions.reduce((sum, version) => sum + overlap(version, period), 0);
  return days * 2 >= daysIn(period.from, period.to) ? rule.times : 0;
}

function stateOf(
  rule: MeetingRule,
  { period, required, late, missing }: Pick<CadenceCell, 'period' | 'required' | 'late' | 'missing'>,
  today: PlainDate,
): CadenceState {
  if (required === 0) return 'NOT_REQUIRED';
  if (missing === 0) return late > 0 ? 'LATE' : 'DONE';
  if (today > period.to) return 'OWED';
  if (today < period.from) return 'AHEAD';
  return isDueSoon(rule.every, period, today) ? 'DUE_SOON' : 'DUE';
}

/**
 * One organisation and one kind, from the first period to the last. What is held fills its own period first; what is
 * more than that clears the oldest debt, which stays late.
 */
function rowOf(
  organisationId: OrganisationId,
  kind: MeetingKind,
  periods: readonly { readonly period: Period; readonly required: number }[],
  held: ReadonlyMap<PlainDate, number>,
  today: PlainDate,
): CadenceCell[] {
  const cells = periods.map(({ period, required }) => {
    const count = held.get(period.from) ?? 0;
    return { period, required, held: count, late: 0, missing: Math.max(0, required - count) };
  });
  let oldest = 0;
  cells.forEach((cell, index) => {
    for (let more = cell.held - cell.required; more > 0 && oldest < index;) {
      const debt = cells[oldest];
      if (!debt || debt.missing === 0) {
        oldest += 1;
        continue;
      }
      const cleared = Math.min(more, debt.missing);
      debt.late += cleared;
      debt.missing -= cleared;
      more -= cleared;
    }
  });
  const rule = meetingRules[kind];
  return cells.map((cell) => ({ organisationId, kind, ...cell, state: stateOf(rule, cell, today) }));
}

/** Required, held, late and missing: every organisation × kind × period that asks for something or had a meeting. */
export function cadence({ inForce, gatherings, committees, from, to, today }: CadenceAsked): CadenceCell[] {
  const kinds = Object.values(MeetingKind).map((kind) => {
    const periods = periodsBetween(meetingRules[kind].every, from, to);
    return { kind, rule: meetingRules[kind], periods };
  });
  const versionsOf = grouped(inForce);
  const heldBy = grouped(gatherings);
  return [...versionsOf].flatMap(([id, versions]) =>
    kinds.flatMap(({ kind, rule, periods }) => {
      const own = (heldBy.get(id) ?? []).filter((gathering) => gathering.kinds.includes(kind));
      if (own.length === 0 && !versions.some((version) => rule.owedBy.includes(version.kind))) return [];
      const asked = periods.map((period) => ({
        period,
        required: requiredIn(rule, versions, committees.get(id), period),
      }));
      const row = rowOf(id, kind, asked, countByPeriod(own, periods), today);
      return row.filter(({ required, held }) => required > 0 || held > 0);
    }),
  );
}

function countByPeriod(gatherings: readonly Gathering[], periods: readonly Period[]): Map<PlainDate, number> {
  const counts = new Map<PlainDate, number>();
  for (const { on } of gatherings) {
    const period = periods.find((each) => on >= each.from && on <= each.to);
    if (period) counts.set(period.from, (counts.get(period.from) ?? 0) + 1);
  }
  return counts;
}

/** 欠賬 Of these cells, what is owed: periods that have ended. */
export const debtOf = (cells: readonly CadenceCell[]): number =>
  cells.reduce((sum, { state, missing }) => sum + (state === 'OWED' ? missing : 0), 0);
