import type { PlainDate } from '@linli/domain/base';
import { Allergen } from '@linli/domain/organisation/people';
import type { BookingId } from '@linli/domain/services/bookings';
import { Meal } from '@linli/domain/services/centres';
import type { AllergyAnswerId } from '@linli/domain/services/meals';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';
import { Booking } from '../bookings/index.js';

/** Somebody to be told: the menu changed after they ordered, and now holds what they must not get. */
@ObjectType({ simpleResolvers: true })
export class AllergyClash {
  @Field(() => Booking)
  booking: Booking;

  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => Meal)
  meal: Meal;

  @Field(() => [String])
  dishes: readonly string[];

  @Field(() => [Allergen])
  allergens: readonly Allergen[];
}

/** Who took it on their name that these dishes are replaced. */
@ObjectType({ simpleResolvers: true })
export class AllergyAnswer {
  @Field(() => ID)
  id: AllergyAnswerId;

  @Field(() => ID)
  bookingId: BookingId;

  @Field(() => [String])
  dishes: readonly string[];

  @Field(() => String)
  note: string;

  @Field(() => DateTime)
  at: Date;

  @Field(() => String)
  byName: string;
}

export const AllergyAnswerOrRefused = orRefused(AllergyAnswer);
