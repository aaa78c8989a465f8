import type { Viewer } from '@linli/domain/access';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, { type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Database } from '../database/index.js';
import type { Environment } from '../environment.js';
import { startRelay } from '../events/index.js';
import { maskError } from '../graphql/errors.js';
import { MAX_TOKENS, queryLimits } from '../graphql/limits.js';
import { Request } from '../graphql/request.js';
import { openLiveChannel } from './live.js';

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

interface Parts {
  readonly environment: Environment;
  readonly db: Database;
  readonly schema: GraphQLSchema;
  readonly identify: (db: Database, cookies: string | undefined) => Promise<Viewer | undefined>;
}

export async function startServer({ environment, db, schema, identify }: Parts): Promise<RunningServer> {
  const relay = await startRelay(db);
  const requestOf = async (cookies: string | undefined) =>
    new Request(db, relay, await identify(db, cookies));

  const app = fastify({ bodyLimit: 64 * 1024 });
  const apollo = apolloFor(app, schema);
  await apollo.start();
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: 'POST',
    context: ({ headers }) => requestOf(headers.cookie),
  });
  const live = openLiveChannel(app.server, schema, environment.ORIGINS, requestOf);

  const url = await app.listen({ host: environment.HOST, port: environment.PORT });
  return {
    url: `${url}/graphql`,
    stop: async () => {
      await live.close();
      await apollo.stop();
      await app.close();
      await relay.stop();
    },
  };
}

const apolloFor = (app: FastifyInstance, schema: GraphQLSchema) =>
  new ApolloServer<Request>({
    schema,
    formatError: maskError,
    validationRules: [queryLimits],
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    introspection: false,
    hideSchemaDetailsFromClientErrors: true,
    // Unsaid, Apollo asks NODE_ENV itself, and sends stack traces to everyone when it is not set.
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [fastifyApolloDrainPlugin(app), ApolloServerPluginCacheControlDisabled()],
  });
