import type { OrganisationId } from '../../access/index.js';
import { addDays, type PlainDate } from '../../base/index.js';
import type { Refusal } from '../../refusals/index.js';
import { type MemberStage, stageFollows } from './member-stage.js';

/** Where somebody belongs, in which stage, from the first day to the last, both included. */
export interface Membership {
  readonly organisationId: OrganisationId;
  readonly stage: MemberStage;
  readonly validFrom: PlainDate;
  /** Null: it stands. */
  readonly validTo: PlainDate | null;
}

/** What happens to one person from a day on. */
export type MembershipStep =
  | {
      readonly kind: 'JOINED';
      readonly on: PlainDate;
      readonly organisationId: OrganisationId;
      readonly stage: MemberStage;
    }
  | { readonly kind: 'TRANSFERRED'; readonly on: PlainDate; readonly organisationId: OrganisationId }
  | { readonly kind: 'STAGE_CHANGED'; readonly on: PlainDate; readonly stage: MemberStage }
  | { readonly kind: 'LEFT'; readonly on: PlainDate };

export interface StepRefused {
  readonly code: Refusal;
  /** The membership that stands in the way. */
  readonly membership?: Membership;
  readonly details?: Readonly<Record<string, string>>;
}

/** All that is known of one person, one after the other, never two on a day. */
export type Timeline = readonly Membership[];

const endOf = ({ validTo }: Membership): string => validTo ?? '9999-12-31';
const standsOn = (membership: Membership, day: PlainDate): boolean =>
  membership.validFrom <= day && day <= endOf(membership);

/**
 * The timeline after a step, or why not. A step may be known late: it then changes what follows it, as long as nothing of
 * its own kind follows; changes are never put in between two that are on record.
 */
export function afterStep(timeline: Timeline, step: MembershipStep): Timeline | StepRefused {
  const sorted = timeline.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  if (step.kind === 'JOINED') return joined(sorted, step);
  const at = sorted.findIndex((membership) => standsOn(membership, step.on));
  const current = sorted[at];
  if (!current) return { code: 'NOT_A_MEMBER', details: { on: step.on } };
  if (step.kind === 'LEFT') return left(sorted, current, step.on);
  return revised(sorted, { at, current, step });
}

function joined(
  timeline: Timeline,
  { on, organisationId, stage }: MembershipStep & { readonly kind: 'JOINED' },
): Timeline | StepRefused {
  const inTheWay = timeline.find((membership) => endOf(membership) >= on);
  if (inTheWay) return elsewhere(inTheWay);
  return [...timeline, { organisationId, stage, validFrom: on, validTo: null }];
}

const elsewhere = (membership: Membership): StepRefused => ({
  code: 'MEMBER_ELSEWHERE',
  membership,
  details: { since: membership.validFrom },
});

/** `on` is the first day without it. */
function left(timeline: Timeline, current: Membership, on: PlainDate): Timeline | StepRefused {
  if (current.validTo !== null || current !== timeline.at(-1))
    return { code: 'BEFORE_LAST_CHANGE', details: { last: timeline.at(-1)?.validFrom ?? on } };
  if (current.validFrom >= on) return { code: 'BEFORE_LAST_CHANGE', details: { last: current.validFrom } };
  return [...timeline.slice(0, -1), { ...current, validTo: addDays(on, -1) }];
}

interface Revision {
  readonly at: number;
  readonly current: Membership;
  readonly step: MembershipStep & { readonly kind: 'TRANSFERRED' | 'STAGE_CHANGED' };
}

function revised(timeline: Timeline, { at, current, step }: Revision): Timeline | StepRefused {
  const set = step.kind === 'TRANSFERRED' ? { organisationId: step.organisationId } : { stage: step.stage };
  const refused = step.kind === 'TRANSFERRED' ? refuseTransfer(current, step) : refuseStage(current, step);
  if (refused) return refused;
  const later = timeline.slice(at + 1);
  const own = step.kind === 'TRANSFERRED' ? 'organisationId' : 'stage';
  const next = later.find((membership, i) => {
    const before = i === 0 ? current : later[i - 1];
    return membership[own] !== before?.[own] || !follows(before, membership);
  });
  if (next) return { code: 'BEFORE_LAST_CHANGE', details: { last: next.validFrom } };
  const before = current.validFrom === step.on ? [] : [{ ...current, validTo: addDays(step.on, -1) }];
  return [
    ...timeline.slice(0, at),
    ...before,
    { ...current, ...set, validFrom: step.on },
    ...later.map((membership) => ({ ...membership, ...set })),
  ];
}

const follows = (one: Membership | undefined, next: Membership): boolean =>
  one?.validTo !== null && one !== undefined && addDays(one.validTo, 1) === next.validFrom;

const refuseTransfer = (
  current: Membership,
  { organisationId }: { readonly organisationId: OrganisationId },
): StepRefused | undefined => (current.organisationId === organisationId ? elsewhere(current) : undefined);

const refuseStage = (
  { stage: from }: Membership,
  { stage: to }: { readonly stage: MemberStage },
): StepRefused | undefined =>
  stageFollows(from, to) ? undefined : { code: 'STAGE_DOES_NOT_FOLLOW', details: { from, to } };

export const isRefused = (result: Timeline | StepRefused): result is StepRefused => 'code' in result;
