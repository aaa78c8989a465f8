import type { PersonId } from '@linli/domain/access';
import { Field, Int, ObjectType } from 'type-graphql';
import { BookableSession, Booking } from '../bookings/index.js';
import { Centre } from '../centres/index.js';
import { MealOffer } from './meal-offer.type.js';

/** 首頁 What have I booked, what is for lunch and how many are left, what is on: without a tap. */
@ObjectType({ simpleResolvers: true })
export class Home {
  @Field(() => Centre)
  centre: Centre;

  beneficiaryId: PersonId;

  @Field(() => Booking, { nullable: true })
  nextBooking: Booking | null;

  @Field(() => Int)
  comingBookings: number;

  @Field(() => MealOffer, { nullable: true })
  lunchToday: MealOffer | null;

  @Field(() => MealOffer, { nullable: true })
  lunchTomorrow: MealOffer | null;

  @Field(() => [BookableSession], {
    description: 'The next ones of this week; `activityCount` says of how many.',
  })
  activities: BookableSession[];

  @Field(() => Int)
  activityCount: number;
}
