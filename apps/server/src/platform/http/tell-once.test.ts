import { expect, it } from '@jest/globals';
import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import type { ExecutionResult, GraphQLFieldConfig } from 'graphql';
import { subscribeTellingOnce } from './tell-once.js';

const CLERK = { duties: [{ role: 'CENTRE_STAFF' }], caresFor: [], face: 'CONSOLE' };
const GUEST = { duties: [{ role: 'RESIDENT' }], caresFor: [], face: 'RESIDENT' };
interface Item {
  readonly text: string;
}

/** A house with one piece of news at a time; `told` says for whom each was worked out. */
function house(items: readonly Item[], extensions = { sameForAll: true }) {
  const told: string[] = [];
  let left = 0;
  const News = new GraphQLObjectType({
    name: 'News',
    fields: {
      text: {
        type: new GraphQLNonNull(GraphQLString),
        args: { tail: { type: GraphQLString } },
        resolve: ({ text }: Item, { tail = '' }: { tail?: string }, { name }: { name: string }) => {
          told.push(name);
          if (name === 'nobody') throw new Error('not for you');
          return `${text}${tail}`;
        },
      },
    },
  });
  const news: GraphQLFieldConfig<unknown, unknown> = {
    type: News,
    args: { after: { type: GraphQLString } },
    extensions,
    subscribe: () => {
      const coming = [...items];
      return {
        next: () => {
          const value = coming.shift();
          return value ? Promise.resolve({ value, done: false }) : new Promise(() => undefined);
        },
        return: () => Promise.resolve({ value: ++left, done: true }),
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
    resolve: (item) => item,
  };
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { one: { type: GraphQLString } } }),
    subscription: new GraphQLObjectType({ name: 'Subscription', fields: { news } }),
  });
  const follow = async (query: string, name: string, viewer: object = CLERK, variableValues = {}) => {
    const contextValue = { name, viewer };
    const stream = await subscribeTellingOnce({
      schema,
      document: parse(query),
      contextValue,
      variableValues,
    });
    return stream as AsyncGenerator<ExecutionResult, undefined>;
  };
  return { follow, told, left: () => left };
}

const textOf = async (stream: AsyncGenerator<ExecutionResult, undefined>): Promise<unknown> => {
  const { value } = await stream.next();
  return value?.errors?.[0]?.message ?? (value?.data?.news as { text: string } | undefined)?.text;
};
const QUERY = 'subscription ($after: String) { news(after: $after) { text } }';

it('works each piece of news out once for all who ask the same, wherever they begin', async () => {
  const { follow, told } = house([{ text: 'one' }, { text: 'two' }]);
  const streams = [
    await follow(QUERY, 'an', CLERK, { after: '1' }),
    await follow(QUERY, 'bo', CLERK, { after: '2' }),
  ];
  for (const text of ['one', 'two']) expect(await Promise.all(streams.map(textOf))).toEqual([text, text]);
  expect(told).toEqual(['an', 'an']);
});

it.each([
  ['another selection', 'subscription { news { text again: text } }', CLERK, {}],
  ['other duties', QUERY, GUEST, {}],
  ['a variable within', 'subscription ($t: String) { news { text(tail: $t) } }', CLERK, { t: '!' }],
] as const)('shares nothing with %s', async (_what, query, viewer, variables) => {
  const { follow, told } = house([{ text: 'one' }]);
  const [mine, other] = [await follow(QUERY, 'an'), await follow(query, 'bo', viewer, variables)];
  expect(await textOf(mine)).toBe('one');
  expect(await textOf(other)).toBe(`one${'t' in variables ? '!' : ''}`);
  expect(new Set(told)).toEqual(new Set(['an', 'bo']));
});

it('two who differ only in a variable within the selection each get their own', async () => {
  const { follow } = house([{ text: 'one' }]);
  const query = 'subscription ($t: String) { news { ...Shown } } fragment Shown on News { text(tail: $t) }';
  const streams = [
    await follow(query, 'an', CLERK, { t: '?' }),
    await follow(query, 'bo', CLERK, { t: '!' }),
  ];
  expect(await Promise.all(streams.map(textOf))).toEqual(['one?', 'one!']);
});

it('what is not declared to be the same for all is worked out for each', async () => {
  const { follow, told } = house([{ text: 'one' }], { sameForAll: false });
  await Promise.all([await follow(QUERY, 'an'), await follow(QUERY, 'bo')].map(textOf));
  expect(told).toEqual(['an', 'bo']);
});

it('a failure is nobody else’s', async () => {
  const { follow } = house([{ text: 'one' }]);
  const [failing, other] = [await follow(QUERY, 'nobody'), await follow(QUERY, 'bo')];
  expect([await textOf(failing), await textOf(other)]).toEqual(['not for you', 'one']);
});

it('whoever leaves while waiting is gone at once', async () => {
  const { follow, left } = house([]);
  const stream = await follow(QUERY, 'an');
  void stream.next();
  await stream.return(undefined);
  expect(left()).toBe(1);
});
