import type { CentreId } from '@linli/domain/access';
import { type ResourceId, ResourceKind } from '@linli/domain/services/resources';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { orRefused } from '../../platform/graphql/index.js';

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
}

export const ResourceOrRefused = orRefused(Resource);
