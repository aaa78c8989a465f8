import { type EnumOf, enumOf, type PlainDate } from '../../base/index.js';
import type { SessionId } from './centre.js';
import { momentOf } from './session-window.js';
import { planTimetable, type PlannedTime, type TimetableFacts, timesOn } from './timetable.js';

export const PlannedChange = enumOf('KEPT', 'ADDED', 'REMOVED');
export type PlannedChange = EnumOf<typeof PlannedChange>;

/** A session that stands, as the plan looks at it. */
export interface StandingSession extends PlannedTime {
  readonly id: SessionId;
  readonly day: PlainDate;
}

export interface Addition extends PlannedTime {
  readonly day: PlainDate;
}

/** What publishing a timetable does. Sessions are told apart by their start: a changed end or capacity changes no booking. */
export interface TimetableChanges {
  readonly added: readonly Addition[];
  readonly removed: readonly StandingSession[];
  readonly kept: readonly { readonly session: StandingSession; readonly becomes: PlannedTime }[];
  /** Of a closed day: cancelled already, and not to come back when it opens again. */
  readonly forgotten: readonly StandingSession[];
}

/**
 * From what stands to what is planned, in the days from one to another. What has started is history: it stays, and
 * nothing is added beside it.
 */
export function timetableChanges(
  facts: TimetableFacts,
  standing: readonly StandingSession[],
  { from, to, now }: { readonly from: PlainDate; readonly to: PlainDate; readonly now: Date },
): TimetableChanges {
  const added: Addition[] = [];
  const kept: { session: StandingSession; becomes: PlannedTime }[] = [];
  const removed: StandingSession[] = [];
  const forgotten: StandingSession[] = [];
  for (const { day, times } of planTimetable(facts, from, to)) {
    const closed = facts.closedDays.has(day);
    const wanted = closed ? timesOn(facts, day) : times;
    const here = standing.filter((session) => session.day === day);
    const started = here.filter(({ starts }) => momentOf(day, starts) <= now);
    for (const session of here) {
      const becomes = started.includes(session)
        ? session
        : wanted.find(({ starts }) => starts === session.starts);
      if (becomes) kept.push({ session, becomes });
      else (closed ? forgotten : removed).push(session);
    }
    if (closed) continue;
    const free = ({ starts, ends }: PlannedTime): boolean =>
      momentOf(day, starts) > now &&
      !here.some((session) => session.starts === starts) &&
      !started.some((session) => session.starts < ends && starts < session.ends);
    added.push(...times.filter(free).map((time) => ({ ...time, day })));
  }
  return { added, removed, kept, forgotten };
}
