import type { Action } from '@linli/domain/access';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql';

/** What the statement cannot say: the resolvers are asked. */
export class NotStraight extends Error {}

export interface Asked {
  /** The name in the answer. */
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The fields of an object in the order of the answer, through fragments; a key that comes twice has the fields of both. */
export function fieldsOf(
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  fragments: Fragments,
): Asked[] {
  const found = new Map<string, { name: string; nodes: FieldNode[] }>();
  const collect = (nodes: readonly SelectionNode[]): void => {
    for (const node of nodes) {
      if (node.directives && node.directives.length > 0) throw new NotStraight('a directive');
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const known = found.get(key);
        if (known) known.nodes.push(node);
        else found.set(key, { name: node.name.value, nodes: [node] });
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value] : node;
      const condition = fragment?.typeCondition?.name.value ?? type.name;
      if (!fragment || condition !== type.name) throw new NotStraight('a fragment of another type');
      collect(fragment.selectionSet.selections);
    }
  };
  collect(selections);
  return [...found].map(([key, { name, nodes }]) => ({ key, name, nodes }));
}

/** The selections inside a field, of all places where it is asked for. */
export const insideOf = ({ nodes }: Asked): readonly SelectionNode[] =>
  nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);

export interface Typed {
  readonly nullable: boolean;
  readonly list: boolean;
  readonly named: GraphQLOutputType;
}

/** A type without its wrappers. Lists are never null here, and neither is what is in them. */
export function typed(type: GraphQLOutputType): Typed {
  const nullable = !isNonNullType(type);
  const bare = isNonNullType(type) ? type.ofType : type;
  if (!isListType(bare)) return { nullable, list: false, named: bare };
  if (nullable || !isNonNullType(bare.ofType)) throw new NotStraight('a list with nulls');
  return { nullable, list: true, named: bare.ofType.ofType as GraphQLOutputType };
}

export function fieldOf(type: GraphQLObjectType, name: string) {
  const field = type.getFields()[name];
  if (!field) throw new NotStraight(`${type.name}.${name}`);
  return field;
}

export function objectType(type: GraphQLOutputType): GraphQLObjectType {
  if (!isObjectType(type)) throw new NotStraight('a choice of types');
  return type;
}

/** The action that a field asks for; nothing where it is for everyone or follows from its row. */
export const actionOf = (extensions: Readonly<Record<string, unknown>>): Action | undefined =>
  extensions.access === undefined || extensions.access === 'PUBLIC'
    ? undefined
    : (extensions.access as Action);
