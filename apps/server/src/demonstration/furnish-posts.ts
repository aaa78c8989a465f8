import type { OrganisationId, PersonId } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import {
  type PostKind,
  type PostSource,
  postFits,
  postId,
  termEndsOn,
  termYears,
} from '@linli/domain/organisation/posts';
import type { OrganisationKind } from '@linli/domain/organisation/structure';
import { Chance, idOf } from '@linli/sample';
import { furnishPosts, type PostToFurnish } from '../organisation/posts/index.js';
import { statement, type Transaction } from '../platform/database/index.js';

interface Body {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly validFrom: PlainDate | null;
}
interface Member {
  readonly organisationId: OrganisationId;
  readonly residentId: PersonId;
  readonly since: PlainDate;
  readonly isRetired: boolean;
}

const bodies = statement<object, Body>({
  name: 'bodies-with-posts',
  text: `SELECT id, kind, valid_from FROM organisation WHERE valid_to IS NULL ORDER BY id`,
});
// Nobody very old, and members for a while: of a committee without members of its own, those of the branches below it.
const candidates = statement<object, Member>({
  name: 'members-for-posts',
  text: `
    SELECT organisation.id AS organisation_id, m.resident_id, m.since, m.is_retired
    FROM organisation CROSS JOIN LATERAL (
      SELECT m.resident_id, min(m.valid_from) AS since,
        bool_or(resident.birth_date < now() - interval '60 years') AS is_retired FROM organisation below
        JOIN membership_version m ON m.organisation_id = below.id
        JOIN resident ON resident.id = m.resident_id
      WHERE below.lineage @> ARRAY[organisation.id] AND m.superseded_at IS NULL AND m.valid_to IS NULL
        AND m.stage = 'FULL' AND resident.birth_date > now() - interval '72 years'
      GROUP BY m.resident_id ORDER BY md5(organisation.id::text || m.resident_id::text) LIMIT 9
    ) m
    WHERE organisation.valid_to IS NULL AND organisation.kind <> 'BUILDING_GROUP'
    ORDER BY organisation.id, m.since, m.resident_id`,
});

const SOURCES: readonly (PostSource | null)[] = ['SERVING_CADRE', 'VOLUNTEER_MEMBER', null];
const [VACANT, ONE_HEAD] = [0.03, 0.72];
const DAYS_IN_POST = 1300;

/** 任職 Each committee and branch with its posts; a few lack a secretary, some terms are over or about to be. */
export async function furnishSamplePosts(tx: Transaction, today: PlainDate): Promise<void> {
  const people = new Map<OrganisationId, Member[]>();
  for (const member of await candidates(tx, {}))
    people.set(member.organisationId, [...(people.get(member.organisationId) ?? []), member]);
  const rows = (await bodies(tx, {})).flatMap((body) => postsIn(body, people.get(body.id) ?? [], today));
  await furnishPosts(tx, rows);
}

function postsIn(body: Body, members: readonly Member[], today: PlainDate): PostToFurnish[] {
  const chance = new Chance(`posts of ${body.id}`);
  const years = termYears('SECRETARY', body.kind) ?? 3;
  // The whole committee is elected on one day.
  const elected = addDays(today, -chance.between(40, Math.min(DAYS_IN_POST, years * 365 + 60)));
  const posts: PostToFurnish[] = [];
  const give = (kind: PostKind, member: Member | undefined, selection: 'ELECTED' | 'APPOINTED') => {
    if (!member || !postFits(kind, body.kind)) return;
    const from = latest(elected, member.since, body.validFrom);
    const term = termYears(kind, body.kind);
    posts.push({
      id: postId.parse(idOf(`post ${body.id} ${kind} ${member.residentId}`)),
      ...{ organisationId: body.id, residentId: member.residentId, kind, selection, from },
      source: kind === 'SECRETARY' && body.kind === 'ESTATE_BRANCH' ? sourceOf(chance, member) : null,
      termEndsOn: term === null ? null : latest(termEndsOn(elected, term), from, null),
      documentNumber:
        selection === 'APPOINTED' ? `郾組任〔${from.slice(0, 4)}〕${chance.between(1, 90)}號` : null,
    });
  };
  const [secretary, deputy, head, ...others] = members;
  if (!chance.happens(VACANT)) give('SECRETARY', secretary, 'ELECTED');
  if (members.length < 5) return posts;
  give('DEPUTY_SECRETARY', deputy, 'ELECTED');
  for (const member of others.slice(0, 3)) give('COMMITTEE_MEMBER', member, 'ELECTED');
  give('SELF_RULE_HEAD', chance.happens(ONE_HEAD) ? secretary : head, 'ELECTED');
  for (const member of others.slice(1, 3)) give('TWO_COMMITTEES_MEMBER', member, 'ELECTED');
  for (const member of others.slice(3, 5)) give('GRID_LEAD', member, 'APPOINTED');
  give('BUILDING_LEAD', others[5] ?? others[0], 'APPOINTED');
  return posts;
}

const sourceOf = (chance: Chance, { isRetired }: Member): PostSource | null =>
  isRetired ? 'RETIRED_CADRE' : chance.pick(SOURCES);

const latest = (...days: readonly [PlainDate, PlainDate | null, PlainDate | null]): PlainDate =>
  days.reduce<PlainDate>((last, one) => (one !== null && one > last ? one : last), days[0]);
