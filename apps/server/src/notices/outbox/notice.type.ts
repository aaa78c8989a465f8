import type { CentreId, PersonId } from '@linli/domain/access';
import { NoticeChannel, type NoticeId, NoticeKind } from '@linli/domain/notices';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, orRefused, PageInfo } from '../../platform/graphql/index.js';
import type { StoredNotice } from './notice-words.js';

registerEnumType(NoticeKind, { name: 'NoticeKind' });
registerEnumType(NoticeChannel, { name: 'NoticeChannel' });

/** 通知 What one resident was told. Its words are in the language of whoever reads it. */
@ObjectType({ simpleResolvers: true })
export class Notice {
  @Field(() => ID)
  id: NoticeId;

  @Field(() => NoticeKind)
  kind: NoticeKind;

  @Field(() => DateTime)
  at: Date;

  @Field(() => Boolean)
  isRead: boolean;

  @Field(() => ID, { nullable: true })
  bookingId: string | null;

  @Field(() => ID, { nullable: true, description: 'Null: it is of no centre.' })
  centreId: CentreId | null;

  @Field(() => String, { description: 'The name of the service, or of what else it is, as it was then.' })
  service: string;

  @Field(() => String, { description: 'The name of the centre, or of who else holds it, as it was then.' })
  centre: string;

  @Field(() => DateTime)
  startsAt: Date;

  @Field(() => DateTime)
  endsAt: Date;

  @Field(() => DateTime, {
    description: 'From then on it is no news any more: an offer is over, a session has begun.',
  })
  until: Date;

  residentId: PersonId;
  aboutId: PersonId;
  parameters: StoredNotice['parameters'];
}

@ObjectType({ simpleResolvers: true })
export class NoticeEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => Notice)
  node: Notice;
}

@ObjectType({ simpleResolvers: true })
export class NoticeConnection {
  @Field(() => [NoticeEdge])
  edges: NoticeEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'How many in all have not been read.' })
  unread: number;
}

@ObjectType({ simpleResolvers: true })
export class NoticesRead {
  @Field(() => Int)
  unread: number;
}

export const NoticesReadOrRefused = orRefused(NoticesRead);
