import type { PersonId } from '@linli/domain/access';
import { type BookingId, BookingState, Channel } from '@linli/domain/services/bookings';
import type { SessionId } from '@linli/domain/services/centres';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(BookingState, { name: 'BookingState' });
registerEnumType(Channel, { name: 'Channel' });

/** 預約 A column without `@Field` cannot be asked for. */
@Entity('booking')
@ObjectType({ simpleResolvers: true })
export class Booking {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: BookingId;

  @Column('uuid')
  sessionId: SessionId;

  @Column('uuid')
  @Field(() => ID)
  beneficiaryId: PersonId;

  @Column('uuid')
  bookerId: PersonId;

  @Column('text')
  @Field(() => Channel)
  channel: Channel;

  @Column('text')
  @Field(() => BookingState)
  state: BookingState;

  @Column('timestamptz')
  @Field(() => DateTime)
  bookedAt: Date;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  cancelReason: string | null;
}

export const BookingOrRefused = orRefused(Booking);
