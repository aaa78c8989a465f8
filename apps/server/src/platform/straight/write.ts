import type { Action } from '@linli/domain/access';
import { type GraphQLObjectType, type GraphQLOutputType, isEnumType, type SelectionNode } from 'graphql';
import {
  actionOf,
  type Asked,
  fieldOf,
  fieldsOf,
  type Fragments,
  insideOf,
  NotStraight,
  objectType,
  type Typed,
  typed,
} from './fields.js';
import { select } from './select.js';
import { moment, type Part, type Shape } from './shape.js';

/** A piece of the answer's JSON: text as it stands, or an expression that gives text. */
type Piece = { readonly json: string } | { readonly sql: string };

export interface Writing {
  readonly fragments: Fragments;
  /** Every action that the fields ask for. */
  readonly actions: Set<Action>;
}

/** Of which the text is a JSON string already: ids, words of enums, days. */
const PLAIN = new Set(['ID', 'Date']);
const BARE = new Set(['Int', 'Boolean']);

/**
 * The JSON of an object as an expression of text. Pieces are joined by `||`: a third of the time of json_build_object,
 * and where something is null that must not be, the whole is null, and the resolvers are asked.
 */
export function objectText(
  writing: Writing,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  shape: Shape,
): string {
  const pieces: Piece[] = [];
  for (const [i, asked] of fieldsOf(type, selections, writing.fragments).entries()) {
    pieces.push({ json: `${i === 0 ? '{' : ','}"${asked.key}":` });
    pieces.push(...fieldPieces(writing, type, asked, shape));
  }
  pieces.push({ json: '}' });
  return joined(pieces);
}

function fieldPieces(writing: Writing, type: GraphQLObjectType, asked: Asked, shape: Shape): Piece[] {
  if (asked.name === '__typename') return [{ json: `"${type.name}"` }];
  const field = fieldOf(type, asked.name);
  const added = field.extensions.straightField as string | undefined;
  const text = Object.hasOwn(shape, asked.name) ? shape[asked.name] : added;
  if (text === undefined || field.args.length > 0) throw new NotStraight(`${type.name}.${asked.name}`);
  const action = actionOf(field.extensions);
  if (action) writing.actions.add(action);
  const which = typed(field.type);
  return typeof text === 'string'
    ? leafPieces(which, text)
    : [{ sql: partText(writing, which, text, insideOf(asked)) }];
}

function leafPieces({ nullable, list, named }: Typed, text: string): Piece[] {
  const orNull = (sql: string): Piece[] => [{ sql: nullable ? `coalesce(${sql}, 'null')` : sql }];
  const name = nameOf(named);
  if (list) return orNull(`to_json(${text})::text`);
  if (name === 'DateTime' || PLAIN.has(name) || isEnumType(named)) {
    const sql = name === 'DateTime' ? moment(text) : `(${text})`;
    return nullable ? orNull(`'"' || ${sql} || '"'`) : [{ json: '"' }, { sql }, { json: '"' }];
  }
  if (BARE.has(name)) return orNull(`(${text})::text`);
  return orNull(name === 'String' ? `to_json((${text})::text)::text` : `to_json(${text})::text`);
}

const nameOf = (type: GraphQLOutputType): string => ('name' in type ? type.name : '');

/** The JSON of a field that has fields. */
export function partText(
  writing: Writing,
  { nullable, list, named }: Typed,
  { kind, shape, when, rows }: Part,
  selections: readonly SelectionNode[],
): string {
  if (list !== (kind === 'many')) throw new NotStraight('a list that is none');
  const object = objectText(writing, objectType(named), selections, shape);
  if (!rows) return when === undefined ? object : `CASE WHEN ${when} THEN ${object} ELSE 'null' END`;
  if (kind === 'one') {
    const text = `(${select(object, rows)})`;
    return nullable ? `coalesce(${text}, 'null')` : text;
  }
  const order = rows.order === undefined ? '' : ` ORDER BY ${rows.order}`;
  return `('[' || coalesce((${select(`string_agg(${object}, ','${order})`, { ...rows, order: undefined })}), '') || ']')`;
}

/** Neighbouring texts become one. */
function joined(pieces: readonly Piece[]): string {
  const parts: string[] = [];
  let json = '';
  for (const piece of pieces) {
    if ('json' in piece) {
      json += piece.json;
      continue;
    }
    if (json) parts.push(`'${json}'`);
    json = '';
    parts.push(piece.sql);
  }
  if (json) parts.push(`'${json}'`);
  return `(${parts.join(' || ')})`;
}
