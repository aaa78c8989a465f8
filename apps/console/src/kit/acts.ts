import type { ApolloClient, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { isNetworkProblem, problemMessage, refusalMessage, type Refused, useSubmit } from '@linli/client';
import { useCallback } from 'react';
import { useWords } from './words';

type Document<Data, Input> = TypedDocumentNode<Data, { input: Input }>;
type Answer<Data> = Exclude<Data[keyof Data], string | undefined>;
export type Accepted<Data> = Exclude<Answer<Data>, { __typename: 'Refused' }>;

async function send<Data, Input>(
  client: ApolloClient,
  mutation: Document<Data, Input>,
  input: Input,
): Promise<Accepted<Data> | Refused> {
  const { data } = await client.mutate({
    mutation: mutation,
    variables: { input },
  });
  const answer = Object.entries(data ?? {}).find(([name]) => name !== '__typename')?.[1];
  return answer as Accepted<Data> | Refused;
}

export type Outcome<Result> =
  | { readonly done: Result; readonly refused?: undefined; readonly message?: undefined }
  | { readonly done?: undefined; readonly refused?: Refused; readonly message: string };

export interface Act<Input, Result> {
  readonly act: (input: Input) => Promise<Outcome<Result>>;
  readonly busy: boolean;
  /** Why it was not done, in the reader's words. */
  readonly message: string | undefined;
  readonly refused: Refused | undefined;
  readonly reset: () => void;
}

function useSending<Fields, Result>(
  carry: (fields: Fields, id: string) => Promise<Result | Refused>,
): Act<Fields, Exclude<Result, Refused>> {
  const { t, format } = useWords();
  const { submission, submit, reset } = useSubmit<Fields, Result>(carry);
  const tell = useCallback(
    (error: unknown) => (isNetworkProblem(error) ? t('console.act.lost') : problemMessage(error, t as never)),
    [t],
  );
  const act = useCallback(
    async (fields: Fields): Promise<Outcome<Exclude<Result, Refused>>> => {
      const outcome = await submit(fields);
      if (outcome.state === 'done') return { done: outcome.result };
      if (outcome.state === 'refused')
        return { refused: outcome.refused, message: refusalMessage(outcome.refused, t, format) };
      return { message: tell(outcome.state === 'failed' ? outcome.error : undefined) };
    },
    [submit, t, format, tell],
  );
  const refused = submission.state === 'refused' ? submission.refused : undefined;
  const failed = submission.state === 'failed' ? tell(submission.error) : undefined;
  return {
    act,
    reset,
    refused,
    busy: submission.state === 'submitting',
    message: refused ? refusalMessage(refused, t, format) : failed,
  };
}

/** An act on something that is there. */
export function useAct<Data, Input>(document: Document<Data, Input>): Act<Input, Accepted<Data>> {
  const client = useApolloClient();
  return useSending<Input, Accepted<Data>>((input) => send(client, document, input)) as Act<
    Input,
    Accepted<Data>
  >;
}

/** Makes something new: its id is made here and stays the same however often the form is sent. */
export function useCreate<Data, Input extends { id: string }>(
  document: Document<Data, Input>,
): Act<Omit<Input, 'id'>, Accepted<Data>> {
  const client = useApolloClient();
  return useSending<Omit<Input, 'id'>, Accepted<Data>>((fields, id) =>
    send(client, document, { ...fields, id } as unknown as Input),
  ) as Act<Omit<Input, 'id'>, Accepted<Data>>;
}
