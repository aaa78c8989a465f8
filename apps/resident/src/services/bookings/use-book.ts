import { useMutation } from '@apollo/client/react';
import { type Refused, serverNow, type Submission, type Submit, useSubmit } from '@linli/client';
import { useEffect } from 'react';
import { useGo } from '../../shell/router';
import { BookDocument, type PersonFragment, type Texture, type TicketFragment } from '../../gql/graphql';
import { residentId } from '../../shell/session';
import { keepTicket } from './ticket-store';

export interface BookingWish {
  readonly sessionId: string;
  readonly beneficiaryId: string;
  readonly isMe: boolean;
  readonly texture: Texture | null;
}

/** The wish as it stands on a check page. */
export const wishOf = (
  sessionId: string,
  { id, isMe }: PersonFragment,
  texture: Texture | null = null,
): BookingWish => ({
  sessionId,
  beneficiaryId: id,
  isMe,
  texture,
});

/** Books once, however often it is tried, and goes to the ticket only when the server has said yes. */
export function useBook(): Omit<Submit<BookingWish, TicketFragment>, 'submit'> & {
  readonly book: (wish: BookingWish) => Promise<void>;
} {
  const navigate = useGo();
  const [send] = useMutation(BookDocument);
  const { submit, ...rest } = useSubmit(
    async ({ isMe, ...wish }: BookingWish, id: string): Promise<TicketFragment | Refused> => {
      const input = { id, ...wish, channel: isMe ? 'APP' : 'CARER' } as const;
      const { data } = await send({ variables: { input } });
      if (!data) throw new Error('No answer.');
      return data.book;
    },
  );
  const book = async (wish: BookingWish) => {
    const outcome = await submit(wish);
    if (outcome.state !== 'done') return;
    const resident = residentId.get();
    if (resident) await keepTicket(resident, outcome.result, serverNow().getTime());
    navigate(`/bookings/${outcome.result.id}?new=1`, { replace: true });
  };
  return { ...rest, book };
}

/** What was refused is read again: it may be full by now, and have a line of those who wait. */
export function useReadAgain({ state }: Submission<unknown>, again: () => void): void {
  useEffect(() => {
    if (state === 'refused') again();
  }, [state, again]);
}
