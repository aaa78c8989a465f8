import type { PersonId } from '../../access/index.js';
import type { PlainDate } from '../../base/index.js';
import type { Refusal } from '../../refusals/index.js';
import type { OrganisationKind } from '../structure/index.js';
import {
  COMMITTEE_MOST,
  hasSmallCommittee,
  PARTY_POSTS,
  postFits,
  type PostKind,
  SINGLE_POSTS,
} from './post-kinds.js';

/** Somebody in a post of one organisation, from the first day to the last. */
export interface PostHeld {
  readonly id: string;
  readonly kind: PostKind;
  readonly residentId: PersonId;
  readonly name: string;
  readonly validFrom: PlainDate;
  /** Null: it stands. */
  readonly validTo: PlainDate | null;
}

interface PostToBegin {
  readonly kind: PostKind;
  readonly organisationKind: OrganisationKind;
  readonly residentId: PersonId;
  readonly from: PlainDate;
  /** Whether the person is a full member on the first day. */
  readonly isFullMember: boolean;
  /** All posts of the organisation that do not end on the day before, as they are known. */
  readonly held: readonly PostHeld[];
}

export interface PostRefused {
  readonly code: Refusal;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Why nobody, or not this one, can begin such a post on the day; undefined when they can. */
export function refuseToBegin(post: PostToBegin): PostRefused | undefined {
  const { kind, organisationKind, residentId, from, isFullMember } = post;
  if (!postFits(kind, organisationKind)) return { code: 'POST_NOT_HERE' };
  if (PARTY_POSTS.includes(kind) && !isFullMember)
    return { code: 'POST_NEEDS_FULL_MEMBER', details: { on: from } };
  // A post begun late in the record would run into one that began after it: both ends count.
  const inTheWay = post.held.filter(({ validTo }) => validTo === null || validTo >= from);
  const own = inTheWay.find((other) => other.kind === kind && other.residentId === residentId);
  if (own) return { code: 'POST_HELD_ALREADY', details: { since: own.validFrom } };
  const other = SINGLE_POSTS.includes(kind) ? inTheWay.find((held) => held.kind === kind) : undefined;
  if (other) return { code: 'POST_TAKEN', details: { name: other.name, since: other.validFrom } };
  const seats = inTheWay.filter((held) => PARTY_POSTS.includes(held.kind));
  if (hasSmallCommittee(organisationKind) && PARTY_POSTS.includes(kind) && seats.length >= COMMITTEE_MOST)
    return { code: 'COMMITTEE_FULL', details: { most: COMMITTEE_MOST } };
  return undefined;
}

/** 一肩挑: one person is secretary and head of the village or the community. */
export const isOneHead = ({
  secretaryId,
  headId,
}: {
  readonly secretaryId: PersonId | null;
  readonly headId: PersonId | null;
}): boolean => secretaryId !== null && secretaryId === headId;
