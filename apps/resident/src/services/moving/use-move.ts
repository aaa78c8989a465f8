import { useMutation } from '@apollo/client/react';
import { type Refused, serverNow, type Submit, useSubmit } from '@linli/client';
import { RescheduleBookingDocument, type TicketFragment } from '../../gql/graphql';
import { useGo } from '../../shell/router';
import { residentId } from '../../shell/session';
import { keepTicket } from '../bookings/ticket-store';

interface Move {
  readonly from: string;
  readonly sessionId: string;
  readonly isMe: boolean;
}

/** Moves once, however often it is tried, and goes to what the booking became. */
export function useMove(): Pick<Submit<Move, TicketFragment>, 'submission'> & {
  readonly move: (wish: Move) => Promise<void>;
} {
  const go = useGo();
  const [send] = useMutation(RescheduleBookingDocument);
  const { submission, submit } = useSubmit(
    async ({ isMe, ...wish }: Move, id: string): Promise<TicketFragment | Refused> => {
      const input = { id, ...wish, channel: isMe ? 'APP' : 'CARER' } as const;
      const { data } = await send({ variables: { input } });
      if (!data) throw new Error('No answer.');
      return data.rescheduleBooking;
    },
  );
  const move = async (wish: Move) => {
    const outcome = await submit(wish);
    if (outcome.state !== 'done') return;
    const resident = residentId.get();
    if (resident) await keepTicket(resident, outcome.result, serverNow().getTime());
    go(`/bookings/${outcome.result.id}?moved=1`, { replace: true });
  };
  return { submission, move };
}
