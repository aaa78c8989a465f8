import type { OrganisationId, PersonId } from '@linli/domain/access';
import { type EnumOf, enumOf } from '@linli/domain/base';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const LifeRateKind = enumOf('ATTENDANCE', 'PARTICIPATION', 'EDUCATION');
export type LifeRateKind = EnumOf<typeof LifeRateKind>;
registerEnumType(LifeRateKind, { name: 'LifeRateKind' });

export const RateSide = enumOf('MET', 'GAP', 'EXEMPT');
export type RateSide = EnumOf<typeof RateSide>;
registerEnumType(RateSide, { name: 'RateSide' });

/** A rate with its parts: `met` and `gap` together are the denominator. */
@ObjectType({ simpleResolvers: true })
export class LifeRate {
  @Field(() => LifeRateKind)
  kind: LifeRateKind;

  @Field(() => Int)
  met: number;

  @Field(() => Int)
  gap: number;

  @Field(() => Int, { description: 'In neither.' })
  exempt: number;

  @Field(() => Float, { nullable: true, description: 'Null: there is nobody to speak of.' })
  value: number | null;
}

@ObjectType({ simpleResolvers: true })
export class RatePerson {
  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => String)
  organisationName: string;

  @Field(() => Int, { description: 'Rosters that they were on.' })
  due: number;

  @Field(() => Int)
  present: number;

  @Field(() => Int, { description: 'Of education, made up ones too.' })
  minutes: number;

  @Field(() => Int, { description: 'What they add to this side: one, or for attendance how many times.' })
  count: number;

  organisationId: OrganisationId;
}

/** One side of a rate, by name. */
@ObjectType({ simpleResolvers: true })
export class RateList {
  @Field(() => Int, { description: 'The sum over all people of this side: the number that the rate says.' })
  total: number;

  @Field(() => Int)
  peopleCount: number;

  @Field(() => [RatePerson])
  people: RatePerson[];
}
