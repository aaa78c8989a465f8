import {
  ApproveBookingDocument,
  ApproveBookingsDocument,
  type ArrivalFragment,
  DecideAppealDocument,
  DeclineBookingDocument,
  DeclineBookingsDocument,
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
  /** All of them or none. The first of those that were decided. */
  readonly send: (ids: readonly string[], reason: string) => Promise<ArrivalFragment | undefined>;
}

/** Sends one of the four: about one booking, or about several in one act. */
export function useDecision(decision: Decision): Deciding {
  const approve = useAct(ApproveBookingDocument);
  const approveAll = useAct(ApproveBookingsDocument);
  const decline = useAct(DeclineBookingDocument);
  const declineAll = useAct(DeclineBookingsDocument);
  const appeal = useAct(DecideAppealDocument);
  const acts = {
    approve: [approve, approveAll],
    decline: [decline, declineAll],
    heal: [appeal],
    uphold: [appeal],
  }[decision];
  const all = {
    approve: (ids: string[]) => approveAll.act({ ids }),
    decline: (ids: string[], reason: string) => declineAll.act({ ids, reason }),
  };
  const one = {
    approve: (id: string) => approve.act({ id }),
    decline: (id: string, reason: string) => decline.act({ id, reason }),
    heal: (id: string, reason: string) =>
      appeal.act({ id, decision: 'HEALED' as const, reason: reason || null }),
    uphold: (id: string, reason: string) => appeal.act({ id, decision: 'UPHELD' as const, reason }),
  };
  const send: Deciding['send'] = async (ids, reason) => {
    const [id = ''] = ids;
    if (ids.length > 1 && (decision === 'approve' || decision === 'decline'))
      return (await all[decision]([...ids], reason)).done?.bookings[0];
    return (await one[decision](id, reason)).done;
  };
  return {
    busy: acts.some(({ busy }) => busy),
    message: acts.find(({ message }) => message !== undefined)?.message,
    send,
  };
}

/** So near the cut-off a request that nobody decides about is about to be declined by itself. */
export const URGENT_HOURS = 3;
export const isUrgent = (closesAt: string, now: Date): boolean =>
  Date.parse(closesAt) - now.getTime() < URGENT_HOURS * 3_600_000;
