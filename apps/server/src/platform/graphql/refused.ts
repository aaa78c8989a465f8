import { Refusal } from '@linli/domain/refusals';
import { GraphQLJSONObject } from 'graphql-scalars';
import { type ClassType, createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';

registerEnumType(Refusal, { name: 'Refusal' });

/** An expected "no". It is an answer, not an error: a verb returns it. */
@ObjectType({ simpleResolvers: true })
export class Refused {
  @Field(() => Refusal)
  readonly code: Refusal;

  /** What the message needs to say more: counts, names, times. */
  @Field(() => GraphQLJSONObject)
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: Refusal, details: Refused['details'] = {}) {
    this.code = code;
    this.details = details;
  }
}

/**
 * The result of a mutation: the thing, or why not. Declare it beside the type, before the schema is built:
 * `export const BookingOrRefused = orRefused(Booking)`.
 */
export const orRefused = (type: ClassType): object =>
  createUnionType({
    name: `${type.name}OrRefused`,
    types: () => [type, Refused] as const,
    // Rows come as plain objects from a statement: only a refusal can be told by its class.
    resolveType: (value: object) => (value instanceof Refused ? Refused : type),
  });
