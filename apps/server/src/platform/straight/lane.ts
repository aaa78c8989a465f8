import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { holds } from '@linli/domain/access';
import { Kind, OperationTypeNode } from 'graphql';
import { ask, type Database } from '../database/index.js';
import type { Caller } from '../graphql/index.js';
import { nameOfOperation } from '../metrics/index.js';
import { kindOf } from './asking.js';
import { compile, type Compiled, type Operation, valuesFor } from './compile.js';
import { NotStraight } from './fields.js';
import type { Recognition } from './recognition.js';

export interface Question {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Known extends Operation {
  readonly byKind: Map<string, (Compiled & { readonly name: string }) | undefined>;
}

/** Each text is prepared on each connection, which keeps it: whoever sends ever new ones is answered the other way. */
const MOST = 200;

/**
 * Documents that one statement answers: learnt from those that were parsed, validated and found within the limits.
 */
export class StraightLane {
  readonly #known = new Map<string, Known>();
  #prepared = 0;

  constructor(
    private readonly db: Database,
    private readonly schema: GraphQLSchema,
    private readonly recognition: Recognition,
  ) {}

  /** After validation, never before. */
  learn(
    query: string,
    operationName: string | undefined,
    document: DocumentNode,
    definition: OperationDefinitionNode,
  ) {
    const key = keyOf(query, operationName);
    if (this.#known.size >= MOST || this.#known.has(key) || !this.#mayBeStraight(definition)) return;
    const fragments = Object.fromEntries(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    );
    this.#known.set(key, { schema: this.schema, definition, fragments, byKind: new Map() });
  }

  /** The whole answer as JSON; nothing where the resolvers have to be asked. */
  async answer(caller: Caller, { query, operationName, variables }: Question): Promise<string | undefined> {
    const operation = this.#known.get(keyOf(query, operationName));
    const recognised = operation && (await this.recognition.recognise(caller));
    if (!recognised) return undefined;
    const { visit, parameters } = recognised;
    const { viewer } = visit;
    const compiled = this.#compiled(operation, visit.viewer);
    if (!compiled?.actions.every((action) => holds(viewer, action))) return undefined;
    const values = valuesFor(operation, compiled, { variables, viewer, recognised: parameters });
    if (!values) return undefined;
    const { name, text } = compiled;
    const [row] = await ask(this.db, { name, text, values });
    await this.recognition.found(recognised, row?.slice(1));
    return typeof row?.[0] === 'string' ? row[0] : undefined;
  }

  /** What it asks for, by the schema. */
  nameOf({ query, operationName }: Question): string {
    return nameOfOperation(this.#known.get(keyOf(query, operationName))?.definition);
  }

  /** Only queries, and only of fields that a statement is declared for. */
  #mayBeStraight({ operation, selectionSet }: OperationDefinitionNode): boolean {
    const fields = this.schema.getQueryType()?.getFields() ?? {};
    return (
      operation === OperationTypeNode.QUERY &&
      selectionSet.selections.every(
        (node) => node.kind === Kind.FIELD && fields[node.name.value]?.extensions.straight !== undefined,
      )
    );
  }

  #compiled(operation: Known, viewer: Parameters<typeof kindOf>[0]) {
    const kind = kindOf(viewer);
    const { byKind } = operation;
    if (!byKind.has(kind)) byKind.set(kind, this.#prepare(operation, viewer));
    return byKind.get(kind);
  }

  #prepare(operation: Operation, viewer: Parameters<typeof kindOf>[0]) {
    if (this.#prepared >= MOST) return undefined;
    try {
      const compiled = compile(operation, viewer, this.recognition);
      return { ...compiled, name: `straight-${String(this.#prepared++)}` };
    } catch (error) {
      if (error instanceof NotStraight) return undefined;
      throw error;
    }
  }
}

const keyOf = (query: string, operationName: string | undefined): string => `${operationName ?? ''} ${query}`;
