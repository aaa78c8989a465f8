import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true })
export class PayerEffect {
  @Field(() => String)
  payer: string;

  @Field(() => Int)
  beforeFen: number;

  @Field(() => Int)
  afterFen: number;
}

/** What a rule would do to the meals that are ordered for the next seven days. */
@ObjectType({ simpleResolvers: true })
export class RuleEffect {
  @Field(() => Int, { description: 'Meals that it would hold for.' })
  meals: number;

  @Field(() => Int, { description: 'Whose price would change.' })
  people: number;

  @Field(() => Int)
  subsidyBeforeFen: number;

  @Field(() => Int)
  subsidyAfterFen: number;

  @Field(() => [PayerEffect])
  payers: readonly PayerEffect[];
}
