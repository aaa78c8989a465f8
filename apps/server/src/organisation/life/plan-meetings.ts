import type { OrganisationId, Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import {
  FULL_MEMBERS_FOR_A_COMMITTEE,
  kindsHeldBy,
  type MeetingKind,
  planned,
  type PlannedMeeting,
  type PlanMeetingInput,
  type PlanYearInput,
  standingKey,
  periodOf,
  meetingRules,
} from '@linli/domain/organisation/life';
import type { OrganisationKind } from '@linli/domain/organisation/structure';
import {
  type Database,
  newUuid,
  now,
  secondLook,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { memberCountsOn, reachedOrganisations } from '../members/index.js';
import { auditLife, auditMeeting } from './audit-life.js';
import type { MeetingRecord } from './meeting.type.js';
import { meetingWithin, wholeMeeting } from './meeting.queries.js';
import { PlannedYear } from './planned-year.type.js';

export interface MeetingToPlan {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly kinds: readonly MeetingKind[];
  readonly on: PlainDate;
  readonly time: string;
  readonly place: string;
  readonly minutes: number;
}

const insert = statement<{ rows: string; by: string }, never>({
  name: 'plan-meetings',
  text: `
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS rows (id uuid, "organisationId" uuid, kinds text[], "on" date,
        "time" time, place text, minutes int)
    ), planned AS (
      INSERT INTO meeting (id, organisation_id, day, starts_at, place, minutes, planned_by)
      SELECT id, "organisationId", "on", ("on" + "time") AT TIME ZONE 'Asia/Shanghai', place, minutes, :by FROM wanted
    )
    INSERT INTO meeting_kind (meeting_id, kind) SELECT id, unnest(kinds) FROM wanted`,
});

export const writeMeetings = async (
  tx: Transaction,
  meetings: readonly MeetingToPlan[],
  by: string,
): Promise<void> => {
  await insert(tx, { rows: JSON.stringify(meetings), by });
};

const plannedAs = statement<
  { id: string },
  { organisationId: OrganisationId; kinds: MeetingKind[]; startsAt: Date; place: string; minutes: number }
>({
  name: 'meeting-as-planned',
  text: `
    SELECT organisation_id, place, minutes, starts_at,
      ARRAY(SELECT kind FROM meeting_kind WHERE meeting_id = meeting.id ORDER BY kind) AS kinds
    FROM meeting WHERE id = :id`,
});

const kindOf = statement<{ ids: readonly OrganisationId[] }, { id: OrganisationId; kind: OrganisationKind }>({
  name: 'kinds-of-organisations',
  text: 'SELECT id, kind FROM organisation WHERE id = ANY (:ids)',
});

/** One meeting, in a time to come. The same again is the same. */
export const planMeeting = (
  db: Database,
  viewer: Viewer,
  input: PlanMeetingInput,
): Promise<MeetingRecord | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const { id, organisationId, kinds, place, minutes } = input;
      const startsAt = new Date(`${input.on}T${input.time}:00+08:00`);
      await reachedOrganisations(tx, viewer, 'KEEP_LIFE', [organisationId]);
      const [earlier] = await plannedAs(tx, { id });
      if (earlier) {
        const wish = { organisationId, kinds: kinds.toSorted(), startsAt, place, minutes };
        const isSame = (Object.keys(wish) as (keyof typeof wish)[]).every(
          (key) => String(wish[key]) === String(earlier[key]),
        );
        if (!isSame) return new Refused('CONFLICT');
        return wholeMeeting(tx, await meetingWithin(tx, viewer, 'KEEP_LIFE', id));
      }
      const [organisation] = await kindOf(tx, { ids: [organisationId] });
      if (!organisation || kinds.some((kind) => !kindsHeldBy(organisation.kind).includes(kind)))
        return new Refused('KIND_NOT_OWED');
      if (startsAt <= (await now(tx))) return new Refused('MEETING_IN_THE_PAST');
      await writeMeetings(tx, [input], viewer.name);
      const meeting = await meetingWithin(tx, viewer, 'KEEP_LIFE', id);
      const whole = await wholeMeeting(tx, meeting);
      await auditMeeting(tx, viewer, 'MEETING_PLANNED', meeting);
      return whole;
    }),
  );

const standing = statement<
  { ids: readonly OrganisationId[]; from: PlainDate; to: PlainDate },
  { organisationId: OrganisationId; kind: MeetingKind; day: PlainDate }
>({
  name: 'standing-meetings',
  text: `
    SELECT organisation_id, kind, day FROM meeting JOIN meeting_kind ON meeting_id = meeting.id
    WHERE organisation_id = ANY (:ids) AND state <> 'CANCELLED' AND day BETWEEN :from AND :to`,
});

// The same year planned twice at once would stand twice.
const takeTurns = statement<{ ids: readonly OrganisationId[] }, never>({
  name: 'plan-in-turns',
  text: 'SELECT FROM organisation WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE',
});

const MOST_MEETINGS = 20_000;

async function plannedFor(
  db: Transaction,
  names: ReadonlyMap<OrganisationId, string>,
  { from, to, lines }: PlanYearInput,
): Promise<PlannedMeeting[] | Refused> {
  const today = plainDateOf(await now(db));
  const ids = [...names.keys()];
  if (to < from || to <= today) return new Refused('NOTHING_TO_PLAN');
  const start = from > today ? from : today;
  const year = { from: periodOf('YEAR', start).from, to: periodOf('YEAR', to).to };
  if (Date.parse(to) - Date.parse(from) > 366 * 24 * 3600 * 1000) return new Refused('PLAN_TOO_LARGE');
  const counts = await memberCountsOn(db, { organisationIds: ids, on: today, knownAt: null });
  const full = new Map(counts.map((count) => [count.organisationId, count.full]));
  const kinds = await kindOf(db, { ids });
  const known = (await standing(db, { ids, ...year })).map(({ organisationId, kind, day }) =>
    standingKey(organisationId, kind, periodOf(meetingRules[kind].every, day).from),
  );
  const meetings = planned({
    branches: kinds.map(({ id, kind }) => ({
      ...{ organisationId: id, kind, hasCommittee: (full.get(id) ?? 0) >= FULL_MEMBERS_FOR_A_COMMITTEE },
    })),
    ...{ lines, to, standing: new Set(known) },
    // From tomorrow on: today's time may have passed already.
    from:
      start > today
        ? start
        : (new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10) as PlainDate),
  });
  if (meetings.length === 0) return new Refused('NOTHING_TO_PLAN');
  return meetings.length > MOST_MEETINGS ? new Refused('PLAN_TOO_LARGE') : meetings;
}

/** What planning would add, and nothing is written. */
export const previewYear = (
  db: Database,
  viewer: Viewer,
  input: PlanYearInput,
): Promise<PlannedYear | Refused> =>
  transaction(db, async (tx) => {
    const names = await reachedOrganisations(tx, viewer, 'KEEP_LIFE', input.organisationIds);
    const meetings = await plannedFor(tx, names, input);
    return meetings instanceof Refused ? meetings : PlannedYear.of(meetings, names);
  });

/** A year of many branches: all of it or nothing; what stands already is left alone. */
export const planYear = (
  db: Database,
  viewer: Viewer,
  input: PlanYearInput,
): Promise<PlannedYear | Refused> =>
  transaction(db, async (tx) => {
    const ids = input.organisationIds;
    const names = await reachedOrganisations(tx, viewer, 'KEEP_LIFE', ids);
    await takeTurns(tx, { ids });
    const meetings = await plannedFor(tx, names, input);
    if (meetings instanceof Refused) return meetings;
    const minutesOf = (kinds: readonly MeetingKind[]) =>
      input.lines.find((line) => line.kinds.some((kind) => kinds.includes(kind)))?.minutes ?? 0;
    const rows = meetings.map((meeting) => ({
      ...meeting,
      ...{ id: newUuid(), place: input.place, minutes: minutesOf(meeting.kinds) },
    }));
    await writeMeetings(tx, rows, viewer.name);
    await auditLife(tx, viewer, 'YEAR_PLANNED', {
      subject: {
        kind: 'ORGANISATION',
        id: ids[0] ?? null,
        name: [...names.values()][0] ?? null,
      },
      organisationIds: ids,
      detail: { meetings: meetings.length, organisations: ids.length, from: input.from, to: input.to },
    });
    return PlannedYear.of(meetings, names);
  });
