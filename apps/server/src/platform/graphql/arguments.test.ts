import { expect, it } from '@jest/globals';
import { plainDate } from '@linli/domain/base';
import { graphql, printType } from 'graphql';
import { buildSchema, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Public } from './access.js';
import { Arg, Input } from './arguments.js';

const visit = z.object({
  id: z.uuidv7(),
  day: plainDate,
  at: z.date().optional(),
  guests: z.array(z.object({ name: z.string().trim().min(1), age: z.int().nullable() })),
});

let received: unknown;

@Resolver()
class Visits {
  @Public()
  @Query(() => Boolean)
  open(@Arg('day', plainDate.optional()) day: z.infer<typeof plainDate> | undefined): boolean {
    return day !== undefined;
  }

  @Public()
  @Mutation(() => Boolean)
  visit(@Input(visit) input: z.infer<typeof visit>): boolean {
    received = input;
    return true;
  }
}
const schema = await buildSchema({ resolvers: [Visits], validate: false, authChecker: () => true });
const input = {
  id: '019ab000-0000-7000-8000-000000000001',
  day: '2026-11-25',
  guests: [{ name: ' 蘭 ', age: null }],
};
const send = (changes: object) =>
  graphql({
    schema,
    source: 'mutation ($input: VisitInput!) { visit(input: $input) }',
    variableValues: { input: { ...input, ...changes } },
  });

it('the GraphQL types follow from the zod schema', () => {
  const sdl = ['VisitInput', 'VisitInput_guests', 'Query'].map((name) => {
    const type = schema.getType(name);
    return type && printType(type).replace(/\s+/g, ' ');
  });
  expect(sdl).toEqual([
    'input VisitInput { id: ID! day: Date! at: DateTime guests: [VisitInput_guests!]! }',
    'input VisitInput_guests { name: String! age: Int }',
    'type Query { open(day: Date): Boolean! }',
  ]);
});

it('a resolver receives what zod made of the value', async () => {
  await send({ at: '2026-11-25T11:30:00+08:00' });
  expect(received).toEqual({
    ...input,
    at: new Date('2026-11-25T03:30:00Z'),
    guests: [{ name: '蘭', age: null }],
  });
});

it('what zod refuses does not reach the resolver', async () => {
  received = undefined;
  const { errors } = await send({ guests: [{ name: ' ', age: 7 }] });
  expect(errors?.[0]?.extensions).toEqual({
    code: 'BAD_USER_INPUT',
    issues: [{ path: 'guests.0.name', code: 'too_small' }],
  });
  expect(received).toBeUndefined();
});

it('a zod type without a GraphQL type fails when the class is loaded, not when the field is asked', () => {
  expect(() => {
    class Careless {
      open(@Arg('what', z.unknown()) _what: unknown): void {
        // never called
      }
    }
    return Careless;
  }).toThrow('No GraphQL type for the zod type "unknown"');
});

it('a parameter of another type does not compile', () => {
  class Careless {
    // @ts-expect-error: the schema gives a string
    open(@Arg('what', z.string()) _what: number): void {
      // never called
    }
  }
  expect(Careless).toBeDefined();
});
