import type { TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { type Refused, type Submission, useSubmit } from '@linli/client';
import { useToday } from '../../data/use-day';
import { useRead } from '../../data/use-read';
import {
  CreateStandingOrderDocument,
  OneStandingOrderDocument,
  type StandingOrderLineFragment,
  StandingOrdersDocument,
  type StandingOrderWholeFragment,
} from '../../gql/graphql';
import { useGo } from '../../shell/router';
import { daysLater, LOOK_AHEAD } from './standing-rules';

interface Range {
  readonly from: string;
  readonly to: string;
}
function useRange(): Range {
  const from = useToday();
  return { from, to: daysLater(from, LOOK_AHEAD - 1) };
}

/** An order with the days to come. */
export function useOrder(id: string) {
  const { data, error, again } = useRead(OneStandingOrderDocument, { id, ...useRange() });
  return { order: data?.standingOrder, error, again };
}

interface Acting<Input> {
  readonly submission: Submission<StandingOrderWholeFragment>;
  /** True once the server has done it. */
  readonly act: (input: Input) => Promise<boolean>;
}

/** One thing done to an order; its days come back with the answer, and the tickets are read anew where they are shown. */
export function useStandingAct<Input extends object>(
  document: TypedDocumentNode<
    { answer: StandingOrderWholeFragment | Refused },
    { input: Input; from: string; to: string }
  >,
): Acting<Input> {
  const range = useRange();
  const [send] = useMutation(document);
  const { submission, submit } = useSubmit(
    async (input: Input): Promise<StandingOrderWholeFragment | Refused> => {
      const { data } = await send({ variables: { input, ...range } });
      if (!data) throw new Error('No answer.');
      return data.answer;
    },
  );
  return { submission, act: async (input) => (await submit(input)).state === 'done' };
}

interface Wanted {
  readonly beneficiaryId: string;
  readonly serviceId: string;
  readonly weekdays: number[];
  readonly from: string;
}

/** Makes it once, however often it is tried, and goes to its page when the server has it. */
export function useCreate(): {
  readonly submission: Submission<StandingOrderLineFragment>;
  readonly create: (wanted: Wanted) => Promise<void>;
} {
  const go = useGo();
  const [send] = useMutation(CreateStandingOrderDocument);
  const { submission, submit } = useSubmit(
    async (wanted: Wanted, id: string): Promise<StandingOrderLineFragment | Refused> => {
      const { data } = await send({
        variables: { input: { id, ...wanted } },
        refetchQueries: [{ query: StandingOrdersDocument }],
      });
      if (!data) throw new Error('No answer.');
      return data.createStandingOrder;
    },
  );
  return {
    submission,
    create: async (wanted) => {
      const outcome = await submit(wanted);
      if (outcome.state === 'done') go(`/bookings/standing/${outcome.result.id}?new=1`, { replace: true });
    },
  };
}
