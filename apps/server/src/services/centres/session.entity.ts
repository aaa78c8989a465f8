import type { PlainDate } from '@linli/domain/base';
import type { CentreId, SessionId } from '@linli/domain/services/centres';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTime } from '../../platform/graphql/index.js';

/** 場次 One date of a service. */
@Entity('session')
@ObjectType({ simpleResolvers: true })
export class Session {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: SessionId;

  @Column('uuid')
  centreId: CentreId;

  @Column('uuid')
  serviceId: string;

  @Column()
  area: string;

  @Column()
  @Field()
  title: string;

  @Column('date')
  @Field(() => DateScalar)
  day: PlainDate;

  @Column('timestamptz')
  @Field(() => DateTime)
  startsAt: Date;

  @Column('timestamptz')
  @Field(() => DateTime)
  endsAt: Date;

  @Column()
  @Field(() => Int)
  capacity: number;

  @Column('timestamptz')
  @Field(() => DateTime)
  opensAt: Date;

  @Column('timestamptz')
  @Field(() => DateTime)
  closesAt: Date;

  @Column()
  weeklyQuota: number;
}
