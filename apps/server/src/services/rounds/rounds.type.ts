import type { PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { Allergen, Texture } from '@linli/domain/organisation/people';
import type { BookingId } from '@linli/domain/services/bookings';
import { Meal, type SessionId } from '@linli/domain/services/centres';
import {
  DeliveryOutcome,
  HandedTo,
  type MarkId,
  type RoundId,
  RoundState,
} from '@linli/domain/services/rounds';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(RoundState, { name: 'RoundState' });
registerEnumType(DeliveryOutcome, { name: 'DeliveryOutcome' });
registerEnumType(HandedTo, { name: 'HandedTo' });

/** What happened at the door, by the mark that counts. */
@ObjectType({ simpleResolvers: true })
export class DeliveryMark {
  @Field(() => ID)
  id: MarkId;

  @Field(() => DeliveryOutcome)
  outcome: DeliveryOutcome;

  @Field(() => HandedTo, { nullable: true })
  handedTo: HandedTo | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => DateTime, { description: 'By our clock.' })
  at: Date;

  @Field(() => Boolean, { description: 'The clock of the phone was wrong: `at` is not what it said.' })
  corrected: boolean;

  @Field(() => String)
  byName: string;
}

/** One meal to one door. */
@ObjectType({ simpleResolvers: true })
export class DeliveryStop {
  @Field(() => ID)
  bookingId: BookingId;

  @Field(() => String)
  ticketNumber: string;

  @Field(() => String, { description: 'Whole: who goes to the door must know whose it is.' })
  name: string;

  @Field(() => String, { nullable: true })
  building: string | null;

  @Field(() => Texture)
  texture: Texture;

  @Field(() => [Allergen])
  allergies: Allergen[];

  @Field(() => String, { nullable: true })
  door: string | null;

  @Field(() => String, { nullable: true })
  hint: string | null;

  @Field(() => Boolean, {
    description: 'The building has a place on the map; otherwise the order is a guess.',
  })
  located: boolean;

  @Field(() => Boolean, { description: 'Cancelled after it was planned: nothing goes there.' })
  cancelled: boolean;

  @Field(() => DateTime, { nullable: true, description: 'Null: it is in no round.' })
  expectedAt: Date | null;

  @Field(() => Boolean, { description: 'Expected after the meal has ended or nobody is at home any more.' })
  late: boolean;

  @Field(() => DeliveryMark, { nullable: true })
  mark: DeliveryMark | null;
}

@ObjectType({ simpleResolvers: true })
export class Carrier {
  @Field(() => ID)
  id: PersonId;

  @Field(() => String)
  name: string;
}

/** 送餐路線 */
@ObjectType({ simpleResolvers: true })
export class DeliveryRound {
  @Field(() => ID)
  id: RoundId;

  @Field(() => Int)
  number: number;

  @Field(() => RoundState)
  state: RoundState;

  @Field(() => Carrier, { nullable: true })
  carrier: Carrier | null;

  @Field(() => DateTime, { nullable: true })
  startedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  endedAt: Date | null;

  @Field(() => Float, { description: 'Out and back, along the streets, estimated.' })
  metres: number;

  @Field(() => [DeliveryStop])
  stops: DeliveryStop[];
}

/** The rounds of one session of deliveries. */
@ObjectType({ simpleResolvers: true })
export class DeliveryPlan {
  @Field(() => ID)
  sessionId: SessionId;

  @Field(() => Int, { description: 'Say which one you saw when you change it.' })
  version: number;

  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => Meal)
  meal: Meal;

  @Field(() => DateTime)
  startsAt: Date;

  @Field(() => DateTime)
  endsAt: Date;

  @Field(() => [DeliveryRound])
  rounds: DeliveryRound[];

  @Field(() => [DeliveryStop], { description: 'Orders that are in no round yet.' })
  unassigned: DeliveryStop[];
}

export const DeliveryPlanOrRefused = orRefused(DeliveryPlan);

/** What became of what a phone sent. */
@ObjectType({ simpleResolvers: true })
export class SyncedMarks {
  @Field(() => [ID], { description: 'Kept, now or before: the phone may forget them.' })
  kept: MarkId[];

  @Field(() => [ID], {
    description: 'Of doors that are not in this round: the phone keeps them, a person looks.',
  })
  unknown: MarkId[];

  @Field(() => [ID], { description: 'Kept, but another mark counts for that door.' })
  outweighed: MarkId[];

  @Field(() => DeliveryRound)
  round: DeliveryRound;
}

export const SyncedMarksOrRefused = orRefused(SyncedMarks);
