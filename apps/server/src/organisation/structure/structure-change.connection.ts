import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../../platform/graphql/index.js';
import { StructureChange } from './structure-change.type.js';

@ObjectType({ simpleResolvers: true })
export class StructureChangeEdge {
  @Field()
  cursor: string;

  @Field(() => StructureChange)
  node: StructureChange;
}

@ObjectType({ simpleResolvers: true })
export class StructureChangeConnection {
  @Field(() => [StructureChangeEdge])
  edges: StructureChangeEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
