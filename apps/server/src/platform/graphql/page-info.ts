import { Field, ObjectType } from 'type-graphql';

/** Of a Relay connection: is there more, and after what. */
@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}
