import type { OrganisationId } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import {
  FULL_MEMBERS_FOR_A_COMMITTEE,
  MEETING_BRANCHES,
  type MeetingKind,
  periodsBetween,
} from '@linli/domain/organisation/life';
import { Chance, idOf } from '@linli/sample';
import { furnishMeetings, type MeetingToFurnish } from '../organisation/life/index.js';
import { type RosterMember, rostersOn } from '../organisation/members/index.js';
import { statement, type Transaction } from '../platform/database/index.js';

interface Body {
  readonly id: OrganisationId;
  readonly kind: string;
  readonly parentId: OrganisationId | null;
  readonly validFrom: PlainDate | null;
}

const bodies = statement<{ kinds: readonly string[] }, Body>({
  name: 'bodies-that-meet',
  text: `
    SELECT id, kind, parent_id, valid_from FROM organisation
    WHERE kind = ANY (:kinds) AND valid_to IS NULL ORDER BY id`,
});

const TOPICS = ['學習二十屆四中全會精神', '學習黨章黨規', '學習基層治理條例', '學習習近平總書記重要講話'];
const FORMATS = [
  'INDOORS',
  'INDOORS',
  'SEMINAR',
  'OUTDOOR_LECTURE',
  'VOLUNTEERING',
  'RED_SITE',
  'FILM',
] as const;
const TOGETHER: readonly MeetingKind[] = ['THEME_DAY', 'BRANCH_MEETING', 'PARTY_LECTURE'];
const HELD = 0.97;
const HELD_THIS_MONTH = 0.7;
/** A few hardly ever come; the others hardly ever do not. */
const [SELDOM, OFTEN, SELDOM_COMES] = [0.3, 0.96, 0.06];
const AWAY = ['LEAVE', 'LEAVE', 'DUTY', 'UNEXCUSED'] as const;
const SEATS = 3;
const IN_A_GROUP = 3;

interface Meeting {
  readonly body: Body;
  readonly on: PlainDate;
  readonly kinds: readonly MeetingKind[];
  readonly people: readonly RosterMember[];
  readonly isHeld: boolean;
}

function furnished(chance: Chance, { body, on, kinds, people, isHeld }: Meeting): MeetingToFurnish {
  const secretary = people[0]?.name ?? '';
  const marks = new Map(
    people.map(({ residentId }) => {
      const comes = new Chance(`comes ${residentId}`).happens(SELDOM_COMES) ? SELDOM : OFTEN;
      return [residentId, chance.happens(comes) ? ('PRESENT' as const) : chance.pick(AWAY)];
    }),
  );
  const hasLecture = kinds.includes('PARTY_LECTURE');
  return {
    ...{ id: idOf(`meeting ${body.id} ${on} ${kinds.join()}`), organisationId: body.id, kinds, on },
    ...{ time: '15:00', place: '黨群服務中心', minutes: kinds.includes('THEME_DAY') ? 210 : 60 },
    roster: isHeld
      ? people.map(({ residentId, isVoting, exemption }, index) => ({
          ...{ residentId, voting: isVoting, exempt: exemption !== null },
          // Without its secretary no meeting is held.
          mark: index === 0 ? 'PRESENT' : (marks.get(residentId) ?? 'PRESENT'),
        }))
      : [],
    ...{
      firstTopic: chance.pick(TOPICS),
      firstTopicMode: 'SECRETARY_READS',
      formats: [chance.pick(FORMATS)],
    },
    ...{ lecturer: hasLecture ? secretary : null, lecturerKind: hasLecture ? 'SECRETARY' : null },
    ...{ minuted: `${chance.pick(TOPICS)}，交流體會，佈置下月工作。`, signedBy: secretary },
  };
}

/** What a body held in the months of the year so far: most of it in time, some late, some not at all. */
function yearOf(body: Body, members: readonly RosterMember[], today: PlainDate): MeetingToFurnish[] {
  const chance = new Chance(`life of ${body.id}`);
  const isGroup = body.kind === 'BUILDING_GROUP';
  const hasCommittee =
    !isGroup && members.filter(({ isVoting }) => isVoting).length >= FULL_MEMBERS_FOR_A_COMMITTEE;
  const meetings: MeetingToFurnish[] = [];
  const hold = (
    on: PlainDate,
    kinds: readonly MeetingKind[],
    people: readonly RosterMember[],
    isHeld: boolean,
  ) => {
    const due = people.filter(({ since }) => since <= on);
    const stands = body.validFrom === null || body.validFrom <= on;
    if (stands && due.length > 0) meetings.push(furnished(chance, { body, on, kinds, people: due, isHeld }));
  };
  let missed = false;
  for (const { from, to } of periodsBetween('MONTH', `${today.slice(0, 4)}-01-01` as PlainDate, today)) {
    const isThisMonth = to >= today;
    const [day, early] = [addDays(from, isGroup ? 11 : 9), addDays(from, 4)];
    const isQuarterly = Number(from.slice(5, 7)) % 3 === 2;
    const kinds: readonly MeetingKind[] = isGroup
      ? ['GROUP_MEETING']
      : isQuarterly
        ? TOGETHER
        : ['THEME_DAY'];
    if (missed && addDays(day, 3) < today && chance.happens(0.5))
      hold(addDays(day, 3), isGroup ? ['GROUP_MEETING'] : ['THEME_DAY'], members, true);
    missed = false;
    if (day < today && chance.happens(isThisMonth ? HELD_THIS_MONTH : HELD)) hold(day, kinds, members, true);
    else if (isThisMonth && to > addDays(today, 2)) hold(addDays(today, 2), kinds, members, false);
    else missed = true;
    if (hasCommittee && early < today && chance.happens(HELD))
      hold(early, ['BRANCH_COMMITTEE'], members.filter(({ isVoting }) => isVoting).slice(0, SEATS), true);
  }
  return meetings;
}

/** A year of organisational life for every branch and group of the demonstration. */
export async function furnishLife(tx: Transaction, today: PlainDate): Promise<void> {
  const all = await bodies(tx, { kinds: [...MEETING_BRANCHES, 'BUILDING_GROUP'] });
  const branches = all.filter(({ kind }) => kind !== 'BUILDING_GROUP');
  const rosters = new Map<OrganisationId, RosterMember[]>();
  const asked = branches.map(({ id }) => ({ organisationId: id, on: today }));
  for (const member of await rostersOn(tx, { asked, knownAt: null })) {
    const own = rosters.get(member.organisationId);
    if (own) own.push(member);
    else rosters.set(member.organisationId, [member]);
  }
  const membersOf = ({ id, kind, parentId }: Body): readonly RosterMember[] => {
    if (kind !== 'BUILDING_GROUP') return rosters.get(id) ?? [];
    const branch = (parentId && rosters.get(parentId)) ?? [];
    return new Chance(`group ${id}`).shuffled(branch).slice(0, IN_A_GROUP);
  };
  await furnishMeetings(
    tx,
    all.flatMap((body) => yearOf(body, membersOf(body), today)),
    '示範數據',
  );
}
