import type { AreaId, CentreId, PersonId } from '@linli/domain/access';
import { DeliveryProblem, NoticeChannel, NoticeKind } from '@linli/domain/notices';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, orRefused, PageInfo } from '../../platform/graphql/index.js';

registerEnumType(DeliveryProblem, { name: 'DeliveryProblem' });

/** A message that did not arrive. Somebody has to tell what it said. */
@ObjectType({ simpleResolvers: true })
export class FailedDelivery {
  @Field(() => ID)
  id: string;

  @Field(() => NoticeKind)
  kind: NoticeKind;

  @Field(() => NoticeChannel)
  channel: NoticeChannel;

  @Field(() => DeliveryProblem)
  problem: DeliveryProblem;

  @Field(() => Int)
  tries: number;

  @Field(() => DateTime)
  failedAt: Date;

  @Field(() => DateTime, { description: 'From then on it is no use to tell it any more.' })
  until: Date;

  @Field(() => ID, { nullable: true })
  bookingId: string | null;

  @Field(() => String)
  service: string;

  @Field(() => String)
  centre: string;

  @Field(() => DateTime)
  startsAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When somebody told it in person.' })
  toldAt: Date | null;

  @Field(() => String, { nullable: true })
  tellerName: string | null;

  residentId: PersonId;
  centreId: CentreId | null;
  centreLineage: AreaId[] | null;
  homeLineage: AreaId[] | null;
}

@ObjectType({ simpleResolvers: true })
export class FailedDeliveryEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => FailedDelivery)
  node: FailedDelivery;
}

@ObjectType({ simpleResolvers: true })
export class FailedDeliveryConnection {
  @Field(() => [FailedDeliveryEdge])
  edges: FailedDeliveryEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

export const FailedDeliveryOrRefused = orRefused(FailedDelivery);
