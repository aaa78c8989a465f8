import { type OrganisationId, organisationId } from '@linli/domain/access';
import { pageSize, type PlainDate, plainDate, words } from '@linli/domain/base';
import {
  type BeginPostInput,
  beginPostInput,
  type EndPostInput,
  endPostInput,
  type PostId,
  postId,
  PostKind,
  TermState,
} from '@linli/domain/organisation/posts';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { postCounts, postHistory, postsOf, selfRuleUnits } from './post.queries.js';
import { Post, PostConnection, PostCounts, PostOrRefused, SelfRuleUnit } from './post.type.js';
import { beginPost, endPost } from './post-verbs.js';

type Optional<Value> = Value | null | undefined;

@Resolver()
export class PostsResolver {
  @Allow('SEE_MEMBERS')
  @Query(() => PostConnection, { description: 'Posts held today; those whose term ends first come first.' })
  posts(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
    @Arg('kinds', z.array(z.enum(PostKind)).max(7).nullish()) kinds: Optional<PostKind[]>,
    @Arg('term', z.enum(TermState).nullish()) term: Optional<TermState>,
    @Arg('text', words(60).nullish()) text: Optional<string>,
    @Arg('first', pageSize) first: number,
    @Arg('after', postId.nullish()) after: Optional<PostId>,
  ): Promise<PostConnection> {
    const filters = { kinds: kinds ?? null, term: term ?? null, text: text === '' ? null : (text ?? null) };
    return postsOf(db, viewer, { organisationId: id, first, after: after ?? null, ...filters });
  }

  @Allow('SEE_MEMBERS')
  @Query(() => PostCounts)
  postCounts(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
  ): Promise<PostCounts> {
    return postCounts(db, viewer, id);
  }

  @Allow('SEE_MEMBERS')
  @Query(() => [Post], {
    description: 'All posts of one organisation that are on record, those that stand first.',
  })
  postHistory(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
  ): Promise<Post[]> {
    return postHistory(db, viewer, id);
  }

  @Allow('SEE_MEMBERS')
  @Query(() => [SelfRuleUnit], { description: 'Every village and community on the day, and who leads it.' })
  selfRuleUnits(
    @Ctx() { db, viewer }: Request,
    @Arg('organisationId', organisationId) id: OrganisationId,
    @Arg('on', plainDate.nullish()) on: Optional<PlainDate>,
  ): Promise<SelfRuleUnit[]> {
    return selfRuleUnits(db, viewer, { id, on: on ?? null });
  }

  @Allow('KEEP_POSTS')
  @Mutation(() => PostOrRefused)
  beginPost(
    @Ctx() { db, viewer }: Request,
    @Input(beginPostInput) input: BeginPostInput,
  ): Promise<Post | Refused> {
    return beginPost(db, viewer, input);
  }

  @Allow('KEEP_POSTS')
  @Mutation(() => PostOrRefused)
  endPost(@Ctx() { db, viewer }: Request, @Input(endPostInput) input: EndPostInput): Promise<Post | Refused> {
    return endPost(db, viewer, input);
  }
}
