import type { CentreId, PersonId } from '@linli/domain/access';
import { type ResourceId, ResourceKind } from '@linli/domain/services/resources';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, orRefused } from '../../platform/graphql/index.js';
import { Session } from '../centres/index.js';

registerEnumType(ResourceKind, { name: 'ResourceKind' });

/** 資源 A person, a room or a thing of a centre that sessions take. */
@ObjectType({ simpleResolvers: true })
export class Resource {
  @Field(() => ID)
  id: ResourceId;

  @Field(() => ID)
  centreId: CentreId;

  @Field(() => ResourceKind)
  kind: ResourceKind;

  @Field(() => String)
  name: string;

  @Field(() => Boolean, { description: 'No longer in use.' })
  retired: boolean;

  accountId: PersonId | null;
}

/** One resource in one session, for its time and the time to make ready again. */
@ObjectType({ simpleResolvers: true })
export class ResourceTaking {
  @Field(() => ID)
  resourceId: ResourceId;

  @Field(() => DateTime)
  from: Date;

  @Field(() => DateTime)
  until: Date;

  @Field(() => Session)
  session: Session;
}

/** Who signs in, and sees their own visits. */
@ObjectType({ simpleResolvers: true })
export class WorkerAccount {
  @Field(() => ID)
  id: PersonId;

  @Field(() => String)
  name: string;
}

export const ResourceOrRefused = orRefused(Resource);
