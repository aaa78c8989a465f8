import type { PersonId, Viewer } from '@linli/domain/access';
import { type PlainDate, plainDateOf } from '@linli/domain/base';
import { type MeetingId, minutesDueOf, refusalToAskLeave, wasThere } from '@linli/domain/organisation/life';
import { type Database, literals, now, statement, transaction } from '../../platform/database/index.js';
import { PARTY_POSTS } from '@linli/domain/organisation/posts';
import { inForce, today as dayOf } from '../structure/index.js';
import { trainingsOf } from '../training/index.js';
import { NotDue } from './not-due.js';
import type { MyLife, MyMeeting } from './my-life.type.js';

export type MyMeetingRow = MyMeeting & { readonly now: Date };

const mine = `
  SELECT meeting.id, meeting.organisation_id, organisation.name AS organisation_name, state, day, starts_at, place,
    minutes, mark, reason, made_up_on, now() AS now,
    ARRAY(SELECT kind FROM meeting_kind WHERE meeting_id = meeting.id ORDER BY kind) AS kinds
  FROM meeting_roster line
    JOIN meeting ON meeting.id = line.meeting_id
    JOIN organisation ON organisation.id = meeting.organisation_id`;

const mineOfYear = statement<
  { id: PersonId; from: PlainDate; to: PlainDate },
  Omit<MyMeetingRow, 'mayAskLeave'>
>({
  name: 'my-meetings',
  text: `${mine}
    WHERE line.resident_id = :id AND state <> 'CANCELLED' AND (day BETWEEN :from AND :to OR starts_at > now())
    ORDER BY starts_at`,
});

const mineById = statement<{ id: MeetingId; residentId: PersonId }, Omit<MyMeetingRow, 'mayAskLeave'>>({
  name: 'my-meeting',
  text: `${mine} WHERE meeting.id = :id AND line.resident_id = :residentId FOR UPDATE OF line`,
});

const asMine = (row: Omit<MyMeetingRow, 'mayAskLeave'>): MyMeetingRow => ({
  ...row,
  mayAskLeave: row.mark === null && refusalToAskLeave(row) === undefined,
});

/** One that the viewer is due at, held until the transaction ends. */
export async function myMeeting(db: Database, viewer: Viewer, id: MeetingId): Promise<MyMeetingRow> {
  const [row] = await mineById(db, { id, residentId: viewer.personId });
  if (!row) throw new NotDue();
  return asMine(row);
}

const myBranch = statement<{ id: PersonId }, { name: string }>({
  name: 'my-branch',
  text: `
    SELECT organisation.name FROM membership_version m JOIN organisation ON organisation.id = m.organisation_id
    WHERE m.resident_id = :id AND m.superseded_at IS NULL AND m.stage IN ('FULL', 'PROBATIONARY')
      AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN m.valid_from AND coalesce(m.valid_to, 'infinity')`,
});

const holdsPost = statement<{ id: PersonId }, { holds: boolean }>({
  name: 'my-party-post',
  text: `
    SELECT EXISTS (SELECT FROM post_version p WHERE p.resident_id = :id AND p.superseded_at IS NULL
      AND p.kind IN (${literals(PARTY_POSTS)}) AND ${inForce('p', dayOf)}) AS holds`,
});

/** The viewer's own: next meetings, attendance and hours of this year. */
export async function myLife(db: Database, viewer: Viewer): Promise<MyLife> {
  const at = await transaction(db, now);
  const today = plainDateOf(at);
  const year = Number(today.slice(0, 4));
  const span = { from: `${year}-01-01` as PlainDate, to: `${year}-12-31` as PlainDate };
  const meetings = (await mineOfYear(db, { id: viewer.personId, ...span })).map(asMine);
  const [branch] = await myBranch(db, { id: viewer.personId });
  const trainings = await trainingsOf(db, { id: viewer.personId, ...span });
  const [post] = await holdsPost(db, { id: viewer.personId });
  const duty = post?.holds ? 'POST_HOLDER' : 'MEMBER';
  const signed = meetings.filter(({ state }) => state === 'SIGNED');
  const present = signed.filter(({ mark }) => wasThere(mark));
  const learnt = signed.filter(({ mark, madeUpOn }) => wasThere(mark) || madeUpOn !== null);
  return {
    ...{
      isMember: branch !== undefined || meetings.length + trainings.length > 0,
      branch: branch?.name ?? null,
    },
    ...{ year, trainings },
    minutes: [...learnt, ...trainings].reduce((sum, { minutes }) => sum + minutes, 0),
    minutesDue: minutesDueOf(duty, Number(today.slice(5, 7))),
    minutesOfYear: minutesDueOf(duty, 12),
    ...{ due: signed.length, present: present.length },
    next: meetings.filter(({ state, startsAt }) => state === 'ANNOUNCED' && startsAt > at),
    past: meetings.filter(({ startsAt }) => startsAt <= at).toReversed(),
  };
}
