import { useMutation } from '@apollo/client/react';
import { type Refused, serverNow, type Submit, useSubmit } from '@linli/client';
import { AcceptOfferDocument, JoinWaitlistDocument, type TicketFragment } from '../../gql/graphql';
import { useGo } from '../../shell/router';
import { residentId } from '../../shell/session';
import type { BookingWish } from '../bookings/use-book';
import { keepTicket } from '../bookings/ticket-store';

type Sending<Fields> = Pick<Submit<Fields, TicketFragment>, 'submission'> & {
  readonly send: (fields: Fields) => Promise<void>;
};

/** Stands in line once, however often it is tried, and goes to the place in the line. */
export function useJoin(): Sending<BookingWish> {
  const [join] = useMutation(JoinWaitlistDocument);
  return useSending(async ({ isMe, ...wish }: BookingWish, id): Promise<TicketFragment | Refused> => {
    const input = { id, ...wish, channel: isMe ? 'APP' : 'CARER' } as const;
    const { data } = await join({ variables: { input } });
    if (!data) throw new Error('No answer.');
    return data.joinWaitlist;
  });
}

/** Takes the place that is held. */
export function useAccept(): Sending<{ readonly id: string }> {
  const [accept] = useMutation(AcceptOfferDocument);
  return useSending(async ({ id }): Promise<TicketFragment | Refused> => {
    const { data } = await accept({ variables: { input: { id } } });
    if (!data) throw new Error('No answer.');
    return data.acceptOffer;
  });
}

function useSending<Fields>(
  act: (fields: Fields, id: string) => Promise<TicketFragment | Refused>,
): Sending<Fields> {
  const go = useGo();
  const { submission, submit } = useSubmit<Fields, TicketFragment | Refused>(act);
  const send = async (fields: Fields) => {
    const outcome = await submit(fields);
    if (outcome.state !== 'done') return;
    const resident = residentId.get();
    if (resident) await keepTicket(resident, outcome.result, serverNow().getTime());
    go(`/bookings/${outcome.result.id}?new=1`, { replace: true });
  };
  return { submission, send };
}
