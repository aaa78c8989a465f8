import {
  ApproveBookingDocument,
  type ArrivalFragment,
  DecideAppealDocument,
  DeclineBookingDocument,
} from '../../gql/graphql';
import { type Act, useAct } from '../../kit/acts';

export type Decision = 'approve' | 'decline' | 'heal' | 'uphold';

/** What each decision says, and whether the resident must be given a reason. */
export const decisions = {
  approve: { told: 'toldApproved', done: 'approved', asksWhy: false, reasons: [] },
  decline: { told: 'toldDeclined', done: 'declined', asksWhy: true, reasons: ['full', 'conditions', 'used'] },
  heal: { told: 'toldHealed', done: 'healed', asksWhy: false, reasons: [] },
  uphold: { told: 'toldUpheld', done: 'upheld', asksWhy: true, reasons: ['noProof', 'noWord'] },
} as const;

interface Deciding extends Pick<Act<never, ArrivalFragment>, 'busy' | 'message'> {
  readonly send: (id: string, reason: string) => Promise<ArrivalFragment | undefined>;
}

/** Sends one of the four. */
export function useDecision(decision: Decision): Deciding {
  const approve = useAct(ApproveBookingDocument);
  const decline = useAct(DeclineBookingDocument);
  const appeal = useAct(DecideAppealDocument);
  const how = {
    approve: (id: string) => approve.act({ id }),
    decline: (id: string, reason: string) => decline.act({ id, reason }),
    heal: (id: string, reason: string) =>
      appeal.act({ id, decision: 'HEALED' as const, reason: reason || null }),
    uphold: (id: string, reason: string) => appeal.act({ id, decision: 'UPHELD' as const, reason }),
  };
  const { busy, message } = { approve, decline, heal: appeal, uphold: appeal }[decision];
  return { busy, message, send: async (id, reason) => (await how[decision](id, reason)).done };
}

/** So near the cut-off a request that nobody decides about is about to be declined by itself. */
export const URGENT_HOURS = 3;
export const isUrgent = (closesAt: string, now: Date): boolean =>
  Date.parse(closesAt) - now.getTime() < URGENT_HOURS * 3_600_000;
