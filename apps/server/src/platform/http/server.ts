import type { Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import compress from '@fastify/compress';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Database } from '../database/index.js';
import type { Environment } from '../environment.js';
import { startRelay } from '../events/index.js';
import { type Caller, Request, type Visit } from '../graphql/index.js';
import { maskError } from '../graphql/errors.js';
import { MAX_TOKENS, queryLimits } from '../graphql/limits.js';
import { observeRequests } from '../metrics/index.js';
import { type Recognition, StraightLane } from '../straight/index.js';
import { callerOf } from './caller.js';
import { serveExplorer } from './explorer.js';
import { serveFaces } from './faces.js';
import { serveHealth } from './health.js';
import { openLiveChannel } from './live.js';
import { securityHeaders } from './security-headers.js';
import { simplified } from './simplified.js';
import { learning, straightOr } from './straight.js';
import { type VisitsNow, watchVisits } from './watch-visits.js';

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A page of a context's own, beside the API: the outbox of the demonstration, a file to download. */
export type Page = (app: FastifyInstance, house: { db: Database; environment: Environment }) => void;

interface Parts {
  readonly environment: Environment;
  readonly db: Database;
  readonly schema: GraphQLSchema;
  readonly identify: (db: Database, caller: Caller) => Promise<Visit | undefined>;
  readonly visitsNow: VisitsNow;
  readonly recognition: (db: Database) => Recognition;
  readonly pages?: readonly Page[];
}

/** What is smaller fits into one packet anyway. */
const COMPRESSED_FROM_BYTES = 1024;
// A file to import comes as base64 within a mutation: 2 MiB of file are 2.7 MiB of text.
const BODY_LIMIT = 3 * 1024 * 1024;

export async function startServer(parts: Parts): Promise<RunningServer> {
  const { environment, db, schema, identify, visitsNow, recognition, pages = [] } = parts;
  const relay = await startRelay(db);
  const requestOf = async (caller: Caller, setCookie: (cookie: string) => void) =>
    new Request({ db, news: relay, environment, caller, visit: await identify(db, caller), setCookie });

  const app = fastify({ bodyLimit: BODY_LIMIT, trustProxy: environment.TRUST_PROXY });
  app.addHook('onRequest', securityHeaders);
  // Before the routes: it goes in behind each, after the words have been turned into Simplified.
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: COMPRESSED_FROM_BYTES });
  const health = serveHealth(app, db);
  const lane = new StraightLane(db, schema, recognition(db));
  const apollo = apolloFor(app, schema, environment, lane);
  await apollo.start();
  const usual = fastifyApolloHandler(apollo, {
    context: (request: FastifyRequest, reply: FastifyReply) =>
      requestOf(callerOf(request.raw, request.ip), (cookie) => void reply.header('set-cookie', cookie)),
  });
  app.post('/graphql', straightOr(lane, usual as Parameters<typeof straightOr>[1]));
  app.addHook('onSend', simplifyAnswers);
  if (environment.DEMONSTRATION) serveExplorer(app);
  for (const page of pages) page(app, { db, environment });
  serveFaces(app);
  const visits = watchVisits(db, visitsNow);
  const liveRequestOf = (caller: Caller) => requestOf(caller, noCookies);
  const live = openLiveChannel(app.server, schema, environment, liveRequestOf, visits);

  await app.listen({ host: environment.HOST, port: environment.PORT });
  return {
    url: urlOf(app.server, environment),
    stop: async () => {
      health.leave();
      await live.close();
      await visits.stop();
      await apollo.stop();
      await app.close();
      await relay.stop();
    },
  };
}

const noCookies = (): void => {
  throw new Error('A socket cannot set a cookie');
};

function simplifyAnswers(request: FastifyRequest, _reply: FastifyReply, payload: unknown): Promise<unknown> {
  const wanted = request.headers['x-linli-locale'] === 'zh-Hans' && request.url.startsWith('/graphql');
  return wanted && typeof payload === 'string' ? simplified(payload) : Promise.resolve(payload);
}

function urlOf(server: Server, { HOST }: Environment): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const host = ['0.0.0.0', '::'].includes(HOST) ? 'localhost' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const apolloFor = (
  app: FastifyInstance,
  schema: GraphQLSchema,
  { DEMONSTRATION }: Environment,
  lane: StraightLane,
) =>
  new ApolloServer<Request>({
    schema,
    formatError: maskError,
    validationRules: [queryLimits],
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    introspection: DEMONSTRATION,
    hideSchemaDetailsFromClientErrors: !DEMONSTRATION,
    csrfPrevention: { requestHeaders: ['x-linli-face', 'apollo-require-preflight'] },
    // Unsaid, Apollo asks NODE_ENV itself, and sends stack traces to everyone when it is not set.
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
      observeRequests(),
      learning(lane),
    ],
  });
