import type { TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { type Refused, serverNow, type Submission, useSubmit } from '@linli/client';
import { BookingsDocument, type RunFragment } from '../../gql/graphql';
import { useGo } from '../../shell/router';
import { residentId } from '../../shell/session';
import { keepTicket } from '../bookings/ticket-store';

interface Taking<Input> {
  readonly submission: Submission<RunFragment>;
  readonly take: (wish: Omit<Input, 'id'>) => Promise<void>;
}

/** Takes all dates once, however often it is tried, and goes to them only when the server has said yes. */
export function useTake<Input extends { readonly id: string }>(
  document: TypedDocumentNode<{ answer: RunFragment | Refused }, { input: Input }>,
): Taking<Input> {
  type Wish = Omit<Input, 'id'>;
  const go = useGo();
  const [send] = useMutation(document);
  const { submission, submit } = useSubmit(async (wish: Wish, id: string): Promise<RunFragment | Refused> => {
    const { data } = await send({ variables: { input: { ...wish, id } as Input } });
    if (!data) throw new Error('No answer.');
    return data.answer;
  });
  const take = async (wish: Wish) => {
    const outcome = await submit(wish);
    if (outcome.state !== 'done') return;
    const resident = residentId.get();
    const [first] = outcome.result.bookings;
    // The rest is kept when the list is read.
    if (resident && first) await keepTicket(resident, first, serverNow().getTime());
    go(`/bookings/run/${outcome.result.id}?new=1`, { replace: true });
  };
  return { submission, take };
}

/** One thing done to a run; the list of bookings is read anew where it is shown. */
export function useRunAct<Input extends object>(
  document: TypedDocumentNode<{ answer: RunFragment | Refused }, { input: Input }>,
): { readonly submission: Submission<RunFragment>; readonly act: (input: Input) => Promise<boolean> } {
  const [send] = useMutation(document);
  const { submission, submit } = useSubmit(async (input: Input): Promise<RunFragment | Refused> => {
    const variables = { when: 'COMING', first: 50 } as const;
    const { data } = await send({
      variables: { input },
      refetchQueries: [{ query: BookingsDocument, variables }],
    });
    if (!data) throw new Error('No answer.');
    return data.answer;
  });
  return { submission, act: async (input) => (await submit(input)).state === 'done' };
}
