import { Field, ID, ObjectType } from 'type-graphql';
import type { NewsItem } from '../events/index.js';
import { DateTime } from './scalars.js';

/** Ids and names of events, never what is in them: whoever may see more reads again. */
@ObjectType({
  simpleResolvers: true,
  description:
    'Something changed: read again what you show. Follow from `cursor` after a cut, and nothing is missed.',
})
export class News {
  @Field(() => String)
  cursor: string;

  @Field(() => String)
  name: string;

  @Field(() => ID)
  subjectId: string;

  @Field(() => DateTime)
  at: Date;
}

export const newsOf = ({ cursor, name, subjectId, happenedAt }: NewsItem): News => ({
  cursor,
  name,
  subjectId,
  at: happenedAt,
});
