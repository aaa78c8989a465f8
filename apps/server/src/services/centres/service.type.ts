import type { AreaId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { CareNeed } from '@linli/domain/organisation/people';
import type { SlotId } from '@linli/domain/services/centres';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/index.js';

@ObjectType({ simpleResolvers: true, description: 'Null and empty mean no bound.' })
export class Eligibility {
  @Field(() => Int, { nullable: true })
  minAge: number | null;

  @Field(() => [CareNeed])
  careNeeds: CareNeed[];

  @Field(() => ID, { nullable: true })
  areaId: AreaId | null;

  @Field(() => String, { nullable: true })
  areaName: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Cut-offs in minutes before the session starts; `weeklyQuota` null: none. `followsCalendar`: rests on statutory holidays.',
})
export class BookingPolicy {
  @Field(() => Int)
  opensDaysAhead: number;

  @Field(() => Int)
  cutOffMinutes: number;

  @Field(() => Int)
  cancelMinutes: number;

  @Field(() => Int, { nullable: true })
  weeklyQuota: number | null;

  @Field(() => Boolean)
  walkIn: boolean;

  @Field(() => Boolean)
  followsCalendar: boolean;

  @Field(() => Boolean, { description: 'Whoever finds a session full may wait for a place.' })
  waitlist: boolean;

  @Field(() => Int, {
    description: 'How long a freed place is held for the first who waits, at most until the cut-off.',
  })
  holdMinutes: number;

  @Field(() => Boolean, { description: 'Somebody decides about each wish, at most until the cut-off.' })
  needsApproval: boolean;

  @Field(() => Boolean, {
    description: "A worker comes to the person's door within the session's time: a window, not a minute.",
  })
  atHome: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'How often in a calendar month; null: as often as they like.',
  })
  monthlyQuota: number | null;

  @Field(() => Int, { description: 'So long before it nobody is at anything else on site.' })
  restBeforeMinutes: number;

  @Field(() => Int)
  restAfterMinutes: number;

  @Field(() => Int, { description: 'So long between two sessions the room is made ready.' })
  turnaroundMinutes: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'So many no-shows within `noShowDays` send one to the counter for `counterOnlyDays`; null: none do.',
  })
  noShowLimit: number | null;

  @Field(() => Int)
  noShowDays: number;

  @Field(() => Int)
  counterOnlyDays: number;

  @Field(() => [CareNeed], { description: 'Whose no-shows do not count.' })
  noShowExempt: CareNeed[];
}

@ObjectType({ simpleResolvers: true })
export class TimetableSlot {
  @Field(() => ID)
  id: SlotId;

  @Field(() => Int)
  weekday: number;

  @Field(() => String)
  starts: string;

  @Field(() => String)
  ends: string;

  @Field(() => Int)
  capacity: number;

  @Field(() => DateScalar)
  from: PlainDate;

  @Field(() => DateScalar, { nullable: true })
  to: PlainDate | null;
}
