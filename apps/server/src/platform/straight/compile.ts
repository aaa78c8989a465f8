import type { Action, Viewer } from '@linli/domain/access';
import {
  type FieldNode,
  getArgumentValues,
  getVariableValues,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { askingOf, isShared, sharedValue } from './asking.js';
import { actionOf, fieldOf, fieldsOf, type Fragments, insideOf, NotStraight, typed } from './fields.js';
import type { Recognition } from './recognition.js';
import type { StraightQuery } from './straight.js';
import { partText, type Writing } from './write.js';

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly definition: OperationDefinitionNode;
  readonly fragments: Fragments;
}

interface Root {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** What the names of its own parameters end with. */
  readonly suffix: string;
  readonly parameters: StraightQuery<object>['parameters'];
}

/** One operation as one statement, for one kind of viewer. */
export interface Compiled {
  readonly text: string;
  readonly names: readonly string[];
  readonly roots: readonly Root[];
  readonly actions: readonly Action[];
}

// A cast, `::name`, stays.
const PARAMETER = /(?<!:):([a-z]\w*)/gi;

/** Throws NotStraight where the statement cannot say it all. */
export function compile(operation: Operation, viewer: Viewer, recognition: Recognition): Compiled {
  const { schema, definition, fragments } = operation;
  const type = schema.getQueryType();
  if (!type || definition.operation !== OperationTypeNode.QUERY || definition.directives?.length)
    throw new NotStraight('no plain query');
  const [asking, roots] = [askingOf(viewer), [] as Root[]];
  const writing: Writing = { fragments, actions: new Set() };
  const texts = fieldsOf(type, definition.selectionSet.selections, fragments).map((asked, i) => {
    const [field, [node]] = [fieldOf(type, asked.name), asked.nodes];
    const straight = field.extensions.straight as StraightQuery<object> | undefined;
    if (!straight || !node) throw new NotStraight(`Query.${asked.name}`);
    const action = actionOf(field.extensions);
    if (action) writing.actions.add(action);
    const suffix = `_${String(i)}`;
    roots.push({ field, node, suffix, parameters: straight.parameters });
    const part = straight.answer(asking);
    if (!part) throw new NotStraight(`Query.${asked.name} for ${viewer.face}`);
    const text = partText(writing, typed(field.type), part, insideOf(asked));
    const own = text.replace(PARAMETER, (whole, name: string) => (isShared(name) ? whole : whole + suffix));
    return `'${i === 0 ? '' : ','}"${asked.key}":' || ${own}`;
  });
  const named = `SELECT '{"data":{' || ${texts.join(' || ')} || '}}', caller.* FROM ${recognition.text(viewer.face)} caller`;
  return { ...numbered(named), roots, actions: [...writing.actions] };
}

function numbered(named: string) {
  const names: string[] = [];
  const text = named.replace(PARAMETER, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${String(names.indexOf(name) + 1)}`;
  });
  return { text: text.replace(/\s+/g, ' '), names };
}

/** What the statement is given; nothing where what was sent does not fit, which the resolvers' side says better. */
export function valuesFor(
  { schema, definition }: Operation,
  { names, roots }: Compiled,
  sent: {
    readonly variables: Readonly<Record<string, unknown>>;
    readonly viewer: Viewer;
    readonly recognised: Readonly<Record<string, unknown>>;
  },
): unknown[] | undefined {
  const { coerced } = getVariableValues(schema, definition.variableDefinitions ?? [], sent.variables);
  if (!coerced) return undefined;
  const own: Record<string, unknown> = { ...sent.recognised };
  for (const { field, node, suffix, parameters } of roots) {
    const given = parsed(field, getArgumentValues(field, node, coerced));
    const found = given && (parameters ? parameters(sent.viewer, given) : {});
    if (!found) return undefined;
    for (const [name, value] of Object.entries(found)) own[name + suffix] = value;
  }
  return names.map((name) => {
    const value = isShared(name) ? sharedValue(sent.viewer, name) : own[name];
    // The driver would send NULL, and a predicate that NULL opens would let everyone in.
    if (value === undefined) throw new Error(`The statement was given no "${name}"`);
    return value;
  });
}

/** The arguments as the resolver would get them, by the very schemas that it declares. */
function parsed(field: GraphQLField<unknown, unknown>, given: Readonly<Record<string, unknown>>) {
  const values: Record<string, unknown> = {};
  for (const { name } of field.args) {
    const parse = field.extensions[`argument ${name}`] as (value: unknown) => {
      data?: unknown;
      error?: unknown;
    };
    const { data, error } = parse(given[name]);
    if (error) return undefined;
    values[name] = data;
  }
  return values;
}
