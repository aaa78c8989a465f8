import { useMutation } from '@apollo/client/react';
import { newId, type Refused, serverNow, type Submission, useSubmit } from '@linli/client';
import { useRef } from 'react';
import { BookGroupDocument, type BookGroupMutation, type Texture } from '../../gql/graphql';
import { useGo } from '../../shell/router';
import { residentId } from '../../shell/session';
import { keepTicket } from '../bookings/ticket-store';

type Group = Extract<BookGroupMutation['bookGroup'], { readonly bookings: unknown }>;

interface Wish {
  readonly sessionId: string;
  readonly people: readonly { readonly beneficiaryId: string; readonly texture: Texture | null }[];
}

/** Everybody in one act or nobody: tried again after a lost answer it is the same group, with the same bookings. */
export function useBookGroup(): {
  readonly submission: Submission<Group>;
  readonly bookGroup: (wish: Wish) => Promise<void>;
} {
  const go = useGo();
  const ids = useRef(new Map<string, readonly string[]>());
  const [send] = useMutation(BookGroupDocument);
  const { submission, submit } = useSubmit(
    async ({ sessionId, people }: Wish, id: string): Promise<Group | Refused> => {
      const own = ids.current.get(id) ?? people.map(() => newId());
      ids.current.set(id, own);
      const members = people.map((person, index) => ({ id: own[index] ?? newId(), ...person }));
      const input = { id, sessionId, channel: 'CARER' as const, members };
      const { data } = await send({ variables: { input } });
      if (!data) throw new Error('No answer.');
      return data.bookGroup;
    },
  );
  const bookGroup = async (wish: Wish) => {
    const outcome = await submit(wish);
    if (outcome.state !== 'done') return;
    const resident = residentId.get();
    const { bookings } = outcome.result;
    if (resident) for (const ticket of bookings) await keepTicket(resident, ticket, serverNow().getTime());
    go(`/bookings?together=${bookings.length}`, { replace: true });
  };
  return { submission, bookGroup };
}
