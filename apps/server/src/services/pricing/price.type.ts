import { Field, Int, ObjectType } from 'type-graphql';

/** Full price − subsidy = you pay, in 分. */
@ObjectType({ simpleResolvers: true, description: 'Full price − subsidy = you pay, in 分.' })
export class Price {
  @Field(() => Int)
  fullFen: number;

  @Field(() => Int)
  subsidyFen: number;

  @Field(() => Int)
  payFen: number;

  @Field(() => String, { nullable: true })
  ruleName: string | null;

  @Field(() => String, { nullable: true })
  payer: string | null;
}
