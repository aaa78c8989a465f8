import { useCallback, useState } from 'react';
import { CheckInDocument, UndoCheckInDocument } from '../../gql/graphql';
import { type Outcome, useAct } from '../../kit/acts';
import { useToast } from '../../kit/toasts';
import type { Arrival } from './arrivals';

export interface CheckingIn {
  readonly checkIn: (arrival: Pick<Arrival, 'id'>) => Promise<Outcome<Arrival>>;
  readonly undo: () => Promise<void>;
  /** Who was checked in last, as long as that can be taken back. */
  readonly last: Arrival | undefined;
  readonly note: (arrival: Arrival | undefined) => void;
  readonly busyId: string | undefined;
}

/** Checks in, remembers the last one, and takes it back. */
export function useCheckIn(onChanged: () => void): CheckingIn {
  const toast = useToast();
  const checking = useAct(CheckInDocument);
  const undoing = useAct(UndoCheckInDocument);
  const [last, note] = useState<Arrival>();
  const [busyId, setBusyId] = useState<string>();
  const checkAct = checking.act;
  const undoAct = undoing.act;

  const checkIn = useCallback(
    async ({ id }: Pick<Arrival, 'id'>) => {
      setBusyId(id);
      const outcome = await checkAct({ id });
      setBusyId(undefined);
      if (outcome.done) note(outcome.done);
      else toast('bad', outcome.message);
      onChanged();
      return outcome;
    },
    [checkAct, onChanged, toast],
  );
  const undo = useCallback(async () => {
    if (!last) return;
    const outcome = await undoAct({ id: last.id });
    if (outcome.done) note(undefined);
    else toast('bad', outcome.message);
    onChanged();
  }, [last, undoAct, onChanged, toast]);
  return { checkIn, undo, last, note, busyId };
}
