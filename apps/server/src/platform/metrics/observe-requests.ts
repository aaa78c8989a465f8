import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import { log } from '../log.js';
import { requests, requestSeconds } from './metrics.js';

/** Counts and times every request, by names that stand in the schema: what a client calls its operation is its own. */
export const observeRequests = (): ApolloServerPlugin => ({
  requestDidStart: () => {
    const began = performance.now();
    let operation = nameOfOperation(undefined);
    return Promise.resolve({
      didResolveOperation: (request) => {
        operation = nameOfOperation(request.operation);
        return Promise.resolve();
      },
      willSendResponse: ({ response }) => {
        observeRequest(operation, outcomeOf(response), performance.now() - began);
        return Promise.resolve();
      },
    });
  },
});

export function observeRequest(operation: string, outcome: string, milliseconds: number): void {
  requests.inc({ operation, outcome });
  requestSeconds.observe({ operation }, milliseconds / 1000);
  log.debug('request', { operation, outcome, milliseconds: Math.round(milliseconds) });
}

/** The first field: it was found in the schema, so there are only so many of them. */
export function nameOfOperation(definition: OperationDefinitionNode | undefined): string {
  if (!definition) return 'none';
  const { operation, selectionSet } = definition;
  const [first] = selectionSet.selections;
  return first?.kind === Kind.FIELD ? `${operation} ${first.name.value}` : `${operation} …`;
}

/** A refusal is told by its type's name, which our faces always ask for. */
function outcomeOf({ body }: GraphQLResponse): string {
  if (body.kind !== 'single') return 'OK';
  const { data, errors = [] } = body.singleResult;
  const [error] = errors;
  if (error) return typeof error.extensions?.code === 'string' ? error.extensions.code : 'INTERNAL';
  return Object.values(data ?? {}).some(isRefused) ? 'REFUSED' : 'OK';
}

const isRefused = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && '__typename' in value && value.__typename === 'Refused';
