import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Request } from '../graphql/index.js';
import { factsOf, log } from '../log.js';
import { observeRequest } from '../metrics/index.js';
import type { Question, StraightLane } from '../straight/index.js';
import { callerOf } from './caller.js';

/** Documents that Apollo has parsed and validated can be answered without it the next time. */
export const learning = (lane: StraightLane): ApolloServerPlugin<Request> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ request, document, operation }) => {
        const { query, operationName } = request;
        if (query !== undefined && operation) lane.learn(query, operationName, document, operation);
        return Promise.resolve();
      },
    }),
});

const TYPES = ['application/graphql-response+json', 'application/json'];

/** The type of the answer that Apollo would choose; nothing where it has to be asked. */
function typeFor(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '*/*') return 'application/json; charset=utf-8';
  const type = TYPES.find((known) => accept.startsWith(known));
  return type && `${type}; charset=utf-8`;
}

/** What was asked, when it is asked in the plainest way; anything else is for Apollo to judge. */
function questionIn({ headers, body }: FastifyRequest): Question | undefined {
  if (headers['content-type']?.startsWith('application/json') !== true) return undefined;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { query, operationName, variables, ...more } = body as Record<string, unknown>;
  if (typeof query !== 'string' || !isRecord(variables ?? {}) || Object.keys(more).length > 0)
    return undefined;
  if (operationName !== undefined && typeof operationName !== 'string') return undefined;
  return { query, operationName, variables: (variables ?? {}) as Question['variables'] };
}

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** One statement for what the lane knows; everything else, and whatever goes wrong, goes the usual way. */
export const straightOr =
  (lane: StraightLane, usual: Handler): Handler =>
  async (request, reply) => {
    const began = performance.now();
    const [type, question] = [typeFor(request.headers.accept), questionIn(request)];
    if (!type || !question) return usual(request, reply);
    const answer = await answerOf(lane, request, question);
    if (!answer) return usual(request, reply);
    observeRequest(lane.nameOf(question), 'OK', performance.now() - began);
    void reply.header('content-type', type);
    return answer;
  };

const answerOf = (lane: StraightLane, request: FastifyRequest, question: Question) =>
  lane.answer(callerOf(request.raw, request.ip), question).catch((error: unknown) => {
    log.error('the straight lane failed', { error: factsOf(error) });
    return undefined;
  });
