import type { OrganisationId, PersonId, Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import { maskedName } from '@linli/domain/organisation/people';
import {
  type BeginPostInput,
  type EndPostInput,
  type PostEnding,
  type PostHeld,
  type PostId,
  refuseToBegin,
  termEndsOn,
  termYears,
} from '@linli/domain/organisation/posts';
import type { OrganisationKind } from '@linli/domain/organisation/structure';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import {
  type Database,
  now,
  statement,
  type Transaction,
  transaction,
} from '../../platform/database/index.js';
import { notFound, Refused } from '../../platform/graphql/index.js';
import { reachedOrganisations } from '../members/index.js';
import { residentsReached } from '../people/index.js';
import { inForce } from '../structure/index.js';
import { postById } from './post.queries.js';
import type { Post } from './post.type.js';

// Whoever records a post of an organisation waits for the one before, and looks at what that one left.
const lock = statement<{ id: OrganisationId }, { kind: OrganisationKind }>({
  name: 'lock-organisation-of-post',
  text: 'SELECT kind FROM organisation WHERE id = :id FOR NO KEY UPDATE',
});
const heldIn = statement<{ id: OrganisationId }, PostHeld>({
  name: 'posts-held-in',
  text: `
    SELECT p.id, p.kind, p.resident_id, resident.name, p.valid_from, p.valid_to
    FROM post_version p JOIN resident ON resident.id = p.resident_id
    WHERE p.organisation_id = :id AND p.superseded_at IS NULL`,
});
const standsOn = statement<
  { id: OrganisationId; residentId: PersonId; on: PlainDate },
  { isInForce: boolean; isFullMember: boolean }
>({
  name: 'post-can-stand',
  text: `
    SELECT EXISTS (
        SELECT FROM organisation_version v
        WHERE v.organisation_id = :id AND v.superseded_at IS NULL AND ${inForce('v', ':on::date')}
      ) AS is_in_force,
      EXISTS (
        SELECT FROM membership_version m
        WHERE m.resident_id = :residentId AND m.stage = 'FULL' AND m.superseded_at IS NULL
          AND ${inForce('m', ':on::date')}
      ) AS is_full_member`,
});

type NewPost = BeginPostInput & { readonly byId: PersonId; readonly by: string };
const insert = statement<NewPost, never>({
  name: 'insert-post',
  text: `
    INSERT INTO post_version (id, kind, organisation_id, resident_id, selection, source, valid_from, term_ends_on,
      replaces, document_number, recorded_by_id, recorded_by)
    VALUES (:id, :kind, :organisationId, :residentId, :selection, :source, :from, :termEndsOn, :replaces,
      :documentNumber, :byId, :by)`,
});

const supersede = statement<{ id: PostId }, never>({
  name: 'supersede-post',
  text: 'UPDATE post_version SET superseded_at = clock_timestamp() WHERE id = :id AND superseded_at IS NULL',
});
// The row that was superseded last is what the new one is like but for its end.
const insertEnded = statement<
  Omit<EndPostInput, 'ending'> & { ending: PostEnding; byId: PersonId; by: string },
  never
>({
  name: 'insert-ended-post',
  text: `
    INSERT INTO post_version (id, kind, organisation_id, resident_id, selection, source, valid_from, term_ends_on,
      replaces, document_number, valid_to, ending, ending_document_number, recorded_by_id, recorded_by)
    SELECT id, kind, organisation_id, resident_id, selection, source, valid_from, term_ends_on, replaces,
      document_number, :lastDay::date, :ending, :documentNumber, :byId::uuid, :by
    FROM post_version WHERE id = :id ORDER BY version DESC LIMIT 1`,
});

const author = ({ personId, name }: Viewer) => ({ byId: personId, by: name });

async function end(tx: Transaction, viewer: Viewer, input: EndPostInput): Promise<void> {
  await supersede(tx, { id: input.id });
  await insertEnded(tx, { ...input, ...author(viewer) });
}

/** The end that a term has by its kind, unless somebody who is replaced leaves what is left of theirs. */
function termOf(input: BeginPostInput, kind: OrganisationKind, before: Post | undefined): PlainDate | null {
  if (input.termEndsOn !== null) return input.termEndsOn;
  const [years, left] = [termYears(input.kind, kind), before?.termEndsOn ?? null];
  if (years === null) return null;
  return left !== null && left >= input.from ? left : termEndsOn(input.from, years);
}

const SAME = [
  ...['organisationId', 'residentId', 'kind', 'selection', 'source', 'documentNumber'],
] as readonly ('organisationId' | 'residentId' | 'kind' | 'selection' | 'source' | 'documentNumber')[];
const isSame = (post: Post, input: BeginPostInput): boolean =>
  SAME.every((key) => post[key] === input[key]) &&
  post.validFrom === input.from &&
  (input.termEndsOn === null || post.termEndsOn === input.termEndsOn);

/** 任職 Who is replaced holds the post until the day before. */
export const beginPost = (db: Database, viewer: Viewer, input: BeginPostInput): Promise<Post | Refused> =>
  transaction(db, async (tx) => {
    const { id, organisationId, residentId, from } = input;
    await reachedOrganisations(tx, viewer, 'KEEP_POSTS', [organisationId]);
    await residentsReached(tx, viewer, [residentId]);
    const [organisation] = await lock(tx, { id: organisationId });
    if (!organisation) throw notFound('organisation');
    const earlier = await postById(tx, id);
    if (earlier) return isSame(earlier, input) ? earlier : new Refused('CONFLICT');
    const [stands] = await standsOn(tx, { id: organisationId, residentId, on: from });
    if (from > plainDateOf(await now(tx))) return new Refused('DAY_IN_FUTURE');
    if (stands?.isInForce !== true) return new Refused('PARENT_NOT_IN_FORCE');
    const before = await replacedBy(tx, input);
    if (before instanceof Refused) return before;
    const held = (await heldIn(tx, { id: organisationId })).filter((post) => post.id !== before?.id);
    const { isFullMember } = stands;
    const refused = refuseToBegin({ ...input, organisationKind: organisation.kind, isFullMember, held });
    if (refused) return new Refused(refused.code, refused.details);
    if (before)
      await end(tx, viewer, {
        ...{ id: before.id, lastDay: addDays(from, -1), ending: 'REPLACED' },
        documentNumber: input.documentNumber,
      });
    await insert(tx, {
      ...{ ...input, ...author(viewer) },
      termEndsOn: termOf(input, organisation.kind, before),
    });
    return noted(tx, viewer, 'POST_BEGUN', id);
  });

/** Whose post it was: of the same kind in the same organisation, and held until now. */
async function replacedBy(
  tx: Transaction,
  { replaces, organisationId, kind, from }: BeginPostInput,
): Promise<Post | Refused | undefined> {
  if (replaces === null) return undefined;
  const post = await postById(tx, replaces);
  if (post?.organisationId !== organisationId) throw notFound('post');
  if (post.kind !== kind) return new Refused('REPLACES_ANOTHER_POST');
  if (post.validTo !== null) return new Refused('POST_ENDED');
  return post.validFrom < from ? post : new Refused('BEFORE_LAST_CHANGE', { last: post.validFrom });
}

/** 免職 What was known stays; from now on it is known to have ended. */
export const endPost = (db: Database, viewer: Viewer, input: EndPostInput): Promise<Post | Refused> =>
  transaction(db, async (tx) => {
    const found = await postById(tx, input.id);
    if (!found) throw notFound('post');
    await reachedOrganisations(tx, viewer, 'KEEP_POSTS', [found.organisationId]);
    await lock(tx, { id: found.organisationId });
    const post = (await postById(tx, input.id)) ?? found;
    if (post.validTo !== null) {
      const { lastDay, ending, documentNumber } = input;
      const isSameEnd = post.validTo === lastDay && post.ending === ending;
      return isSameEnd && post.endingDocumentNumber === documentNumber ? post : new Refused('POST_ENDED');
    }
    if (input.lastDay > plainDateOf(await now(tx))) return new Refused('DAY_IN_FUTURE');
    if (input.lastDay < post.validFrom) return new Refused('BEFORE_LAST_CHANGE', { last: post.validFrom });
    await end(tx, viewer, input);
    return noted(tx, viewer, 'POST_ENDED', input.id);
  });

async function noted(tx: Transaction, viewer: Viewer, action: string, id: PostId): Promise<Post> {
  const post = await postById(tx, id);
  if (!post) throw notFound('post');
  const { kind, organisationId, validFrom, validTo, documentNumber, ending } = post;
  const own = placesOf(viewer);
  await recordAudit(tx, {
    ...{ actor: actorOf(viewer), action },
    subject: { kind: 'POST', id, name: maskedName(post.name) },
    detail: { kind, from: validFrom, to: validTo, ending, documentNumber },
    places: { ...own, organisationIds: [...own.organisationIds, organisationId] },
  });
  return post;
}
