import type { PlainDate } from '../../base/index.js';
import type { OrganisationId } from '../structure/index.js';
import { type CadenceAsked, grouped, type Gathering, requiredIn } from './cadence.js';
import { MeetingKind, meetingRules } from './meeting-kinds.js';
import { type Period, periodsBetween } from './periods.js';

interface Step {
  readonly on: PlainDate;
  /** At the end of a day a period ends; in the course of it there are gatherings. */
  readonly ends: boolean;
  readonly by: number;
}

/** What is owed of one kind, as it changes: up when a period ends short, down when more is held than is required. */
function stepsOf(
  periods: readonly { readonly period: Period; readonly required: number }[],
  days: readonly PlainDate[],
): Step[] {
  const steps: Step[] = [];
  let owed = 0;
  let next = 0;
  for (const { period, required } of periods) {
    let held = 0;
    for (; next < days.length && (days[next] ?? '') <= period.to; next += 1) {
      const on = days[next];
      if (on === undefined || on < period.from) continue;
      held += 1;
      if (held <= required || owed === 0) continue;
      owed -= 1;
      steps.push({ on, ends: false, by: -1 });
    }
    if (held >= required) continue;
    owed += required - held;
    steps.push({ on: period.to, ends: true, by: required - held });
  }
  return steps;
}

/** 無欠賬 On which of the days each organisation had something overdue, as `cadence` would have said on the day. */
export function overdueOn(
  { inForce, gatherings, committees, from, to }: Omit<CadenceAsked, 'today'>,
  days: readonly PlainDate[],
): Map<OrganisationId, Set<PlainDate>> {
  const heldBy = grouped<Gathering>(gatherings);
  const overdue = new Map<OrganisationId, Set<PlainDate>>();
  for (const [id, versions] of grouped(inForce)) {
    const own = new Set<PlainDate>();
    const held = (heldBy.get(id) ?? []).toSorted((a, b) => (a.on < b.on ? -1 : 1));
    for (const kind of Object.values(MeetingKind)) {
      const rule = meetingRules[kind];
      if (!versions.some((version) => rule.owedBy.includes(version.kind))) continue;
      const periods = periodsBetween(rule.every, from, to).map((period) => ({
        period,
        required: requiredIn(rule, versions, committees.get(id), period),
      }));
      const steps = stepsOf(
        periods,
        held.filter(({ kinds }) => kinds.includes(kind)).map(({ on }) => on),
      );
      for (const day of days) {
        const known = steps.filter(({ on, ends }) => (ends ? on < day : on <= day));
        const owed = known.reduce((sum, { by }) => sum + by, 0);
        if (owed > 0) own.add(day);
      }
    }
    overdue.set(id, own);
  }
  return overdue;
}
