import type { AreaId, CentreId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { Texture } from '@linli/domain/organisation/people';
import {
  type BookingGroupId,
  type BookingId,
  BookingMove,
  type BookingRunId,
  BookingState,
  BookingTime,
  Channel,
} from '@linli/domain/services/bookings';
import type { SessionId, SessionState } from '@linli/domain/services/centres';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, orRefused } from '../../platform/graphql/index.js';
import type { Session } from '../centres/index.js';

registerEnumType(BookingState, { name: 'BookingState' });
registerEnumType(BookingMove, { name: 'BookingMove' });
registerEnumType(BookingTime, { name: 'BookingTime' });
registerEnumType(Channel, { name: 'Channel' });

/** 預約 A booking with what decides about it: rows come from statements alone, so there is no entity. */
@ObjectType({ simpleResolvers: true })
export class Booking {
  @Field(() => ID)
  id: BookingId;

  @Field(() => String, { description: 'Empty as long as there is no place: who waits has none.' })
  ticketNumber: string;

  @Field(() => BookingState)
  state: BookingState;

  @Field(() => Channel)
  channel: Channel;

  @Field(() => Texture, { nullable: true })
  texture: Texture | null;

  @Field(() => DateTime)
  bookedAt: Date;

  @Field(() => DateTime, { nullable: true })
  checkedInAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  cancelledAt: Date | null;

  @Field(() => String, { nullable: true })
  cancelReason: string | null;

  @Field(() => Boolean)
  allergyOverridden: boolean;

  @Field(() => DateTime, { nullable: true, description: 'Of an offer: until when the place is held.' })
  heldUntil: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was approved or declined.' })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  decisionReason: string | null;

  @Field(() => ID, { nullable: true, description: 'The booking that it was before it was moved.' })
  rescheduledFrom: BookingId | null;

  @Field(() => ID, { nullable: true, description: 'The group that it was booked with, in one act.' })
  groupId: BookingGroupId | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The dates of a class, or the days of a range, that it was booked with.',
  })
  runId: BookingRunId | null;

  sessionId: SessionId;
  /** Where it was read together with its sessions. */
  session?: Session;
  beneficiaryId: PersonId;
  bookerId: PersonId;

  // The price as it was when it was booked.
  fullFen: number;
  subsidyFen: number;
  ruleName: string | null;
  payer: string | null;

  // Of its session, its centre and its beneficiary, at the moment `now` when it was read.
  now: Date;
  centreId: CentreId;
  day: PlainDate;
  startsAt: Date;
  endsAt: Date;
  cancelUntil: Date;
  closesAt: Date;
  sessionState: SessionState;
  /** Null: the area is not in the tree. */
  centreLineage: AreaId[] | null;
  homeLineage: AreaId[] | null;
}

export const BookingOrRefused = orRefused(Booking);
