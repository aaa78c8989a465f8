import type { ApolloLink } from '@apollo/client';
import { RetryLink } from '@apollo/client/link/retry';
import { OperationTypeNode } from 'graphql';
import { isNetworkProblem } from '../problems/problem.js';

/** A mutation that carries its client-made id can be sent twice: the server knows it again. */
export function maySendAgain({
  operationType,
  variables,
}: Pick<ApolloLink.Operation, 'operationType' | 'variables'>): boolean {
  if (operationType !== OperationTypeNode.MUTATION) return operationType === OperationTypeNode.QUERY;
  const input: unknown = variables.input;
  return typeof input === 'object' && input !== null && 'id' in input && typeof input.id === 'string';
}

/** Tries again what was lost on the way and may be sent twice. */
export const retrySafely = (initialMs = 300): ApolloLink =>
  new RetryLink({
    delay: { initial: initialMs, max: 5000, jitter: true },
    attempts: { max: 4, retryIf: (error, operation) => isNetworkProblem(error) && maySendAgain(operation) },
  });
