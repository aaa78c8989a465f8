import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  getOperationAST,
  Kind,
  print,
  visit,
} from 'graphql';
import type { Request } from '../graphql/index.js';

type Answer = ExecutionResult | Promise<ExecutionResult>;
/** What was worked out of a piece of news, by the question. Goes when the news goes. */
const told = new WeakMap<object, Map<string, Answer>>();

/**
 * `subscribe` of graphql-js, but for subscriptions that are the same for all: of those, one execution for each piece of
 * news and question, however many sockets ask it.
 */
export async function subscribeTellingOnce(
  args: ExecutionArgs,
): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const stream = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in stream)) return stream;
  const news: AsyncIterator<unknown, unknown> = stream[Symbol.asyncIterator]();
  const question = sharedQuestion(args);
  const answer = (item: unknown): Answer => execute({ ...args, rootValue: item });
  const tell = question === undefined ? answer : onceFor(question, answer);
  // Not a generator: one that is left while it waits would hear of it only with the next news.
  const answers: AsyncGenerator<ExecutionResult, undefined> = {
    next: async () => {
      const { value, done }: IteratorResult<unknown, unknown> = await news.next();
      return done ? { value: undefined, done } : { value: await tell(value), done: false };
    },
    return: async () => {
      await news.return?.();
      return { value: undefined, done: true };
    },
    throw: async (error: unknown) => {
      await news.return?.();
      throw error;
    },
    [Symbol.asyncIterator]: () => answers,
    [Symbol.asyncDispose]: async () => {
      await news.return?.();
    },
  };
  return answers;
}

const onceFor =
  (question: string, answer: (item: unknown) => Answer) =>
  async (item: unknown): Promise<ExecutionResult> => {
    if (typeof item !== 'object' || item === null) return answer(item);
    const answers = told.get(item) ?? new Map<string, Answer>();
    told.set(item, answers);
    const shared = answers.get(question);
    if (shared === undefined) {
      const own = answer(item);
      answers.set(question, own);
      return own;
    }
    const result = await shared;
    // What went wrong for another may not for this one.
    return result.errors ? answer(item) : result;
  };

/** What decides about the answers beside the news: nothing is shared by those who ask, or may do, something else. */
function sharedQuestion({ schema, document, operationName, variableValues, contextValue }: ExecutionArgs) {
  const operation = getOperationAST(document, operationName);
  const [field, ...others] = operation?.selectionSet.selections ?? [];
  if (field?.kind !== Kind.FIELD || others.length > 0) return undefined;
  if (schema.getSubscriptionType()?.getFields()[field.name.value]?.extensions.sameForAll !== true)
    return undefined;
  const { viewer } = contextValue as Request;
  const shown = {
    ...document,
    definitions: document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
  };
  const answered = { ...field, arguments: [] };
  return JSON.stringify([
    ...[print(answered), print(shown), viewer.face, viewer.duties, viewer.caresFor],
    // Where to listen and from when is settled before there is news; only what is asked of it counts.
    usesVariables(answered) || usesVariables(shown) ? variableValues : null,
  ]);
}

function usesVariables(node: FieldNode | ExecutionArgs['document']): boolean {
  let found = false;
  visit(node, { Variable: () => void (found = true) });
  return found;
}
