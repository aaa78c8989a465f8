import type { OrganisationId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import {
  PostEnding,
  type PostId,
  PostKind,
  PostSelection,
  PostSource,
  TermState,
} from '@linli/domain/organisation/posts';
import { OrganisationKind } from '@linli/domain/organisation/structure';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, orRefused, PageInfo } from '../../platform/graphql/index.js';

registerEnumType(PostKind, { name: 'PostKind', description: '書記, 委員, 主任, 網格長, 樓棟長' });
registerEnumType(PostSelection, { name: 'PostSelection' });
registerEnumType(PostSource, { name: 'PostSource' });
registerEnumType(PostEnding, { name: 'PostEnding' });
registerEnumType(TermState, { name: 'TermState' });

/** 任職 Somebody in a post of an organisation, from a day on. */
@ObjectType({ simpleResolvers: true })
export class Post {
  @Field(() => ID)
  id: PostId;

  @Field(() => PostKind)
  kind: PostKind;

  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => OrganisationKind)
  organisationKind: OrganisationKind;

  @Field(() => ID)
  residentId: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => PostSelection)
  selection: PostSelection;

  @Field(() => PostSource, { nullable: true })
  source: PostSource | null;

  @Field(() => DateScalar)
  validFrom: PlainDate;

  /** Null: it stands. */
  @Field(() => DateScalar, { nullable: true })
  validTo: PlainDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the term is due to end.' })
  termEndsOn: PlainDate | null;

  @Field(() => TermState, { description: 'Of a post that stands, today; NONE of one that has ended.' })
  term: TermState;

  @Field(() => String, { nullable: true, description: 'Whom they followed.' })
  replacedName: string | null;

  @Field(() => String, { nullable: true })
  documentNumber: string | null;

  @Field(() => PostEnding, { nullable: true })
  ending: PostEnding | null;

  @Field(() => String, { nullable: true })
  endingDocumentNumber: string | null;
}
export const PostOrRefused = orRefused(Post);

@ObjectType({ simpleResolvers: true })
export class PostConnection {
  @Field(() => [Post])
  posts: Post[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

/** Of an organisation with all below it, today: each opens as a filter of the list. */
@ObjectType({ simpleResolvers: true })
export class PostCounts {
  @Field(() => Int)
  standing: number;

  @Field(() => Int)
  secretaries: number;

  @Field(() => Int)
  ending: number;

  @Field(() => Int)
  over: number;
}

/** 一肩挑 A village or a community, and who leads it. */
@ObjectType({ simpleResolvers: true })
export class SelfRuleUnit {
  @Field(() => ID)
  organisationId: OrganisationId;

  @Field(() => String)
  organisationName: string;

  @Field(() => String, { nullable: true })
  secretary: string | null;

  @Field(() => String, { nullable: true })
  head: string | null;

  @Field(() => Boolean, { description: 'One person is both.' })
  isOne: boolean;
}
