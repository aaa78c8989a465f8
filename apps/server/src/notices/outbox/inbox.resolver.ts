import { pageSize, words } from '@linli/domain/base';
import { type MarkNoticesReadInput, markNoticesReadInput } from '@linli/domain/notices';
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { z } from 'zod';
import { Resident, residentOf } from '../../organisation/people/index.js';
import { MAX_CURSOR, type NewsItem } from '../../platform/events/index.js';
import { Allow, Arg, Input, News, newsOf, type Request } from '../../platform/graphql/index.js';
import { markNoticesRead, noticesPage } from './inbox.js';
import { type NoticeWords, wordsOf } from './notice-words.js';
import { Notice, NoticeConnection, type NoticesRead, NoticesReadOrRefused } from './notice.type.js';

interface Following {
  readonly args: { readonly after?: unknown };
  readonly context: Request;
}
const followMine = ({ args: { after }, context: { news, viewer } }: Following) =>
  news.about([viewer.personId], typeof after === 'string' ? after : undefined);

// What is asked in Simplified is converted at the door.
const wordsFor = (
  { caller }: Request,
  { kind, parameters, residentId, aboutId }: Notice,
): Promise<NoticeWords> =>
  wordsOf(
    { kind, parameters, isForOther: residentId !== aboutId },
    caller.locale === 'en' ? 'en' : 'zh-Hant',
  );

@Resolver(() => Notice)
export class InboxResolver {
  @Allow('MANAGE_OWN_ACCOUNT')
  @Query(() => NoticeConnection, { description: "The viewer's own notices, the latest first." })
  myNotices(
    @Ctx() { db, viewer }: Request,
    @Arg('first', pageSize) first: number,
    @Arg('after', words(200).nullish()) after: string | null | undefined,
  ): Promise<NoticeConnection> {
    return noticesPage(db, viewer, { first, after: after ?? null });
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @Mutation(() => NoticesReadOrRefused, { description: 'These, or all when `ids` is left out.' })
  markNoticesRead(
    @Ctx() { db, viewer }: Request,
    @Input(markNoticesReadInput) { ids }: MarkNoticesReadInput,
  ): Promise<NoticesRead> {
    return markNoticesRead(db, viewer, ids ?? null);
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @Subscription(() => News, {
    subscribe: (data) => followMine(data as Following),
    description: 'The viewer was told something, or read it elsewhere: read `myNotices` again.',
  })
  noticeNews(
    @Root() item: NewsItem,
    @Arg('after', z.string().max(MAX_CURSOR).nullish()) _after: string | null | undefined,
  ): News {
    return newsOf(item);
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @FieldResolver(() => String)
  async title(@Root() notice: Notice, @Ctx() request: Request): Promise<string> {
    return (await wordsFor(request, notice)).title;
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @FieldResolver(() => String)
  async text(@Root() notice: Notice, @Ctx() request: Request): Promise<string> {
    return (await wordsFor(request, notice)).text;
  }

  @Allow('MANAGE_OWN_ACCOUNT')
  @FieldResolver(() => Resident, {
    description: 'Whose affair it is: the viewer, or somebody they care for.',
  })
  about(@Root() { aboutId }: Notice, @Ctx() request: Request): Promise<Resident> {
    return residentOf(request, { id: aboutId });
  }
}
