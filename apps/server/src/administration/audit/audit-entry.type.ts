import { Face, Role } from '@linli/domain/access';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, PageInfo } from '../../platform/graphql/index.js';

@ObjectType({ simpleResolvers: true })
export class AuditEntry {
  @Field(() => ID)
  id: string;

  /** Its number in the chain. */
  sequence: string;

  @Field(() => DateTime)
  at: Date;

  @Field(() => String)
  actorName: string;

  @Field(() => Role, { nullable: true })
  actorRole: Role | null;

  @Field(() => Face, { nullable: true })
  face: Face | null;

  @Field(() => String)
  action: string;

  @Field(() => String, { nullable: true })
  subjectKind: string | null;

  @Field(() => ID, { nullable: true })
  subjectId: string | null;

  @Field(() => String, { nullable: true })
  subjectName: string | null;

  @Field(() => GraphQLJSONObject)
  detail: object;
}

@ObjectType({ simpleResolvers: true })
export class AuditEntryEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => AuditEntry)
  node: AuditEntry;
}

/** `chainIntact` reads the whole trail: it is computed only when asked for. */
@ObjectType({ simpleResolvers: true })
export class AuditEntryConnection {
  @Field(() => [AuditEntryEdge])
  edges: AuditEntryEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}
