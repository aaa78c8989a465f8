import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  isOneHead,
  type PostId,
  PostKind,
  SELF_RULE_KINDS,
  TERM_ENDS_SOON_DAYS,
  type TermState,
  termState,
} from '@linli/domain/organisation/posts';
import { recordRead } from '../../access/audit/index.js';
import { behindWall, type Database, literals, statement } from '../../platform/database/index.js';
import { organisationsReached, reachedOrganisations } from '../members/index.js';
import { inForce, today } from '../structure/index.js';
import type { Post, PostConnection, PostCounts, SelfRuleUnit } from './post.type.js';

type Row = Omit<Post, 'term'> & { readonly today: PlainDate };

const columns = `
  p.id, p.kind, p.organisation_id, organisation.name AS organisation_name, organisation.kind AS organisation_kind,
  p.resident_id, resident.name, p.selection, p.source, p.valid_from, p.valid_to, p.term_ends_on, p.document_number,
  p.ending, p.ending_document_number, ${today} AS today,
  (SELECT before.name FROM post_version r JOIN resident before ON before.id = r.resident_id
   WHERE r.id = p.replaces AND r.superseded_at IS NULL) AS replaced_name`;
const joins = `
  JOIN organisation ON organisation.id = p.organisation_id JOIN resident ON resident.id = p.resident_id`;

const withTerm = ({ today: on, ...post }: Row): Post => ({
  ...post,
  term: post.validTo !== null && post.validTo < on ? 'NONE' : termState(post.termEndsOn, on),
});

export interface PostsAsked {
  readonly organisationId: OrganisationId;
  readonly kinds: readonly PostKind[] | null;
  readonly term: TermState | null;
  readonly text: string | null;
  readonly first: number;
  readonly after: PostId | null;
}

const soon = `${today} + ${String(TERM_ENDS_SOON_DAYS)}`;
const termIs = `CASE WHEN p.term_ends_on IS NULL THEN 'NONE' WHEN p.term_ends_on < ${today} THEN 'OVER'
  WHEN p.term_ends_on <= ${soon} THEN 'ENDING' ELSE 'RUNNING' END`;

// Those whose term ends first stand first; the cursor is the last row's own id.
const order = (p: string) => `coalesce(${p}.term_ends_on, 'infinity'), ${p}.id`;
const list = statement<PostsAsked, Row>({
  name: 'posts-of',
  text: `
    SELECT ${columns}
    FROM organisation asked
      JOIN organisation below ON below.lineage @> ARRAY[asked.id]
      JOIN post_version p ON p.organisation_id = below.id AND p.superseded_at IS NULL AND ${inForce('p', today)} ${joins}
    WHERE asked.id = :organisationId
      AND (:kinds::text[] IS NULL OR p.kind = ANY (:kinds::text[]))
      AND (:term::text IS NULL OR ${termIs} = :term::text)
      AND (:text::text IS NULL OR strpos(resident.folded, (SELECT fold_han(:text::text))) > 0)
      AND (:after::uuid IS NULL OR (${order('p')}) >
        (SELECT ${order('l')} FROM post_version l WHERE l.id = :after::uuid AND l.superseded_at IS NULL))
    ORDER BY ${order('p')}
    LIMIT :first`,
});

const READ = 'POSTS_SHOWN';
const noteRead = (db: Database, viewer: Viewer, posts: readonly Post[], organisationId: OrganisationId) =>
  recordRead(db, viewer, {
    ...{ action: READ, subjectKind: 'POST', ids: posts.map(({ id }) => id) },
    places: { organisationIds: [organisationId] },
  });

/** 任職 Who holds which post today, in an organisation and in all below it. */
export async function postsOf(db: Database, viewer: Viewer, asked: PostsAsked): Promise<PostConnection> {
  const { organisationId, first } = asked;
  await reachedOrganisations(db, viewer, 'SEE_MEMBERS', [organisationId]);
  const tops = await organisationsReached(db, viewer, 'SEE_MEMBERS');
  const rows = await behindWall(db, tops, (tx) => list(tx, { ...asked, first: first + 1 }));
  const posts = rows.slice(0, first).map(withTerm);
  await noteRead(db, viewer, posts, organisationId);
  return { posts, pageInfo: { hasNextPage: rows.length > first, endCursor: posts.at(-1)?.id ?? null } };
}

const ofOne = statement<{ id: OrganisationId }, Row>({
  name: 'posts-of-one-organisation',
  text: `
    SELECT ${columns} FROM post_version p ${joins}
    WHERE p.organisation_id = :id AND p.superseded_at IS NULL
    ORDER BY p.valid_to IS NOT NULL, array_position(ARRAY[${literals(PostKind)}], p.kind), p.valid_from DESC, p.id
    LIMIT 200`,
});

/** All that is on record of one organisation, those that stand first. */
export async function postHistory(db: Database, viewer: Viewer, id: OrganisationId): Promise<Post[]> {
  await reachedOrganisations(db, viewer, 'SEE_MEMBERS', [id]);
  const tops = await organisationsReached(db, viewer, 'SEE_MEMBERS');
  const posts = (await behindWall(db, tops, (tx) => ofOne(tx, { id }))).map(withTerm);
  await noteRead(db, viewer, posts, id);
  return posts;
}

const byId = statement<{ id: PostId }, Row>({
  name: 'post-by-id',
  text: `SELECT ${columns} FROM post_version p ${joins} WHERE p.id = :id AND p.superseded_at IS NULL`,
});
export const postById = async (db: Database, id: PostId): Promise<Post | undefined> =>
  (await byId(db, { id })).map(withTerm)[0];

const counts = statement<{ id: OrganisationId }, PostCounts>({
  name: 'post-counts',
  text: `
    SELECT count(*)::int AS standing, count(*) FILTER (WHERE p.kind = 'SECRETARY')::int AS secretaries,
      count(*) FILTER (WHERE ${termIs} = 'ENDING')::int AS ending,
      count(*) FILTER (WHERE ${termIs} = 'OVER')::int AS over
    FROM post_version p JOIN organisation ON organisation.id = p.organisation_id
    WHERE organisation.lineage @> ARRAY[:id::uuid] AND p.superseded_at IS NULL AND ${inForce('p', today)}`,
});

export async function postCounts(db: Database, viewer: Viewer, id: OrganisationId): Promise<PostCounts> {
  await reachedOrganisations(db, viewer, 'SEE_MEMBERS', [id]);
  const tops = await organisationsReached(db, viewer, 'SEE_MEMBERS');
  const [row] = await behindWall(db, tops, (tx) => counts(tx, { id }));
  return row ?? { standing: 0, secretaries: 0, ending: 0, over: 0 };
}

interface Led extends Omit<SelfRuleUnit, 'isOne'> {
  readonly secretaryId: PersonId | null;
  readonly headId: PersonId | null;
}
const day = `coalesce(:on::date, ${today})`;
// One of each at most: the table says so.
const joinLeader = (alias: string, kind: PostKind) => `
  LEFT JOIN post_version ${alias} ON ${alias}.organisation_id = organisation.id AND ${alias}.superseded_at IS NULL
    AND ${alias}.kind = '${kind}' AND ${inForce(alias, day)}
  LEFT JOIN resident ${alias}_person ON ${alias}_person.id = ${alias}.resident_id`;
const led = statement<{ id: OrganisationId; kinds: readonly string[]; on: PlainDate | null }, Led>({
  name: 'self-rule-units',
  text: `
    SELECT organisation.id AS organisation_id, v.name AS organisation_name, secretary.resident_id AS secretary_id,
      secretary_person.name AS secretary, head.resident_id AS head_id, head_person.name AS head
    FROM organisation
      JOIN organisation_version v ON v.organisation_id = organisation.id AND v.superseded_at IS NULL
        AND ${inForce('v', day)}
      ${joinLeader('secretary', 'SECRETARY')} ${joinLeader('head', 'SELF_RULE_HEAD')}
    WHERE organisation.lineage @> ARRAY[:id::uuid] AND v.kind = ANY (:kinds::text[])
    ORDER BY v.name, organisation.id`,
});

/** 一肩挑 Every village and community on the day, those where two people lead or nobody does among them. */
export async function selfRuleUnits(
  db: Database,
  viewer: Viewer,
  { id, on }: { readonly id: OrganisationId; readonly on: PlainDate | null },
): Promise<SelfRuleUnit[]> {
  await reachedOrganisations(db, viewer, 'SEE_MEMBERS', [id]);
  const tops = await organisationsReached(db, viewer, 'SEE_MEMBERS');
  const rows = await behindWall(db, tops, (tx) => led(tx, { id, on, kinds: SELF_RULE_KINDS }));
  await recordRead(db, viewer, {
    ...{ action: READ, subjectKind: 'ORGANISATION', ids: rows.map(({ organisationId }) => organisationId) },
    places: { organisationIds: [id] },
  });
  return rows.map(({ secretaryId, headId, ...unit }) => ({
    ...unit,
    isOne: isOneHead({ secretaryId, headId }),
  }));
}
