import type { AreaId } from '@linli/domain/access';
import type { CareNeed } from '@linli/domain/organisation/people';
import {
  BookedAs,
  type CentreId,
  Meal,
  MealWay,
  ServiceCategory,
  type ServiceId,
} from '@linli/domain/services/centres';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { orRefused } from '../../platform/graphql/index.js';

registerEnumType(ServiceCategory, { name: 'ServiceCategory' });
registerEnumType(Meal, { name: 'Meal' });
registerEnumType(MealWay, { name: 'MealWay' });
registerEnumType(BookedAs, { name: 'BookedAs' });

/** 服務項目 */
@Entity('service')
@ObjectType({ simpleResolvers: true })
export class Service {
  @PrimaryColumn('uuid')
  @Field(() => ID)
  id: ServiceId;

  @Column('uuid')
  @Field(() => ID)
  centreId: CentreId;

  @Column('text')
  @Field(() => ServiceCategory)
  category: ServiceCategory;

  @Column('text')
  @Field(() => String)
  name: string;

  @Column('text')
  @Field(() => String)
  description: string;

  @Column('text')
  @Field(() => String)
  place: string;

  @Column('text', { nullable: true })
  @Field(() => Meal, { nullable: true })
  meal: Meal | null;

  @Column('text', { nullable: true })
  @Field(() => MealWay, { nullable: true })
  way: MealWay | null;

  @Column('int')
  @Field(() => Int, { description: 'Full price in 分.' })
  priceFen: number;

  @Column('int', { nullable: true })
  minAge: number | null;

  @Column('text', { array: true })
  careNeeds: CareNeed[];

  @Column('uuid', { nullable: true })
  residentAreaId: AreaId | null;

  @Column('int')
  opensDaysAhead: number;

  @Column('int')
  cutOffMinutes: number;

  @Column('int')
  cancelMinutes: number;

  @Column('int', { nullable: true })
  weeklyQuota: number | null;

  @Column('boolean')
  walkIn: boolean;

  @Column('boolean')
  followsCalendar: boolean;

  @Column('boolean', { default: false })
  waitlist: boolean;

  @Column('int', { default: 60 })
  holdMinutes: number;

  @Column('boolean', { default: false })
  needsApproval: boolean;

  @Column('boolean', { default: false })
  atHome: boolean;

  @Column('int', { nullable: true })
  monthlyQuota: number | null;

  @Column('int', { default: 0 })
  restBeforeMinutes: number;

  @Column('int', { default: 0 })
  restAfterMinutes: number;

  @Column('int', { default: 0 })
  turnaroundMinutes: number;

  @Column('int', { nullable: true, default: 3 })
  noShowLimit: number | null;

  @Column('int', { default: 90 })
  noShowDays: number;

  @Column('int', { default: 30 })
  counterOnlyDays: number;

  @Column('text', { array: true })
  noShowExempt: CareNeed[];

  @Column('text', { default: 'SESSION' })
  @Field(() => BookedAs, {
    description: 'One by one, all dates of a class in one act, or every day of a range.',
  })
  bookedAs: BookedAs;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: 'Nobody without an assessment that holds on the day.' })
  needsAssessment: boolean;

  @Column('boolean')
  @Field(() => Boolean)
  active: boolean;
}

export const ServiceOrRefused = orRefused(Service);
