import type { PlainDate } from '@linli/domain/base';
import {
  type CentreId,
  type SeriesId,
  type ServiceId,
  type SessionId,
  SessionState,
} from '@linli/domain/services/centres';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTime } from '../../platform/graphql/index.js';

registerEnumType(SessionState, { name: 'SessionState' });

/** 場次 One date of a service. It keeps the window and quota that it was published with. */
@Entity('session')
@ObjectType({ simpleResolvers: true })
export class Session {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: SessionId;

  @Column('uuid')
  serviceId: ServiceId;

  @Column('uuid')
  @Field(() => ID)
  centreId: CentreId;

  @Column('date')
  @Field(() => DateScalar)
  day: PlainDate;

  @Column('timestamptz')
  @Field(() => DateTime)
  startsAt: Date;

  @Column('timestamptz')
  @Field(() => DateTime)
  endsAt: Date;

  @Column('int')
  @Field(() => Int)
  capacity: number;

  @Column('timestamptz')
  @Field(() => DateTime)
  opensAt: Date;

  @Column('timestamptz')
  @Field(() => DateTime)
  closesAt: Date;

  @Column('timestamptz')
  @Field(() => DateTime)
  cancelUntil: Date;

  @Column('int', { nullable: true })
  weeklyQuota: number | null;

  @Column('int', { nullable: true })
  monthlyQuota: number | null;

  @Column('boolean')
  walkIn: boolean;

  @Column('text', { default: 'SCHEDULED' })
  @Field(() => SessionState)
  state: SessionState;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true })
  cancelReason: string | null;

  /** The class that it is a date of. */
  @Column('uuid', { nullable: true })
  @Field(() => ID, { nullable: true })
  seriesId: SeriesId | null;

  /** No longer in the timetable: kept for the bookings that were made for it, listed nowhere. */
  @Column('boolean', { default: false })
  withdrawn: boolean;
}
