import { Allergen } from '@linli/domain/organisation/people';
import { Refusal } from '@linli/domain/refusals';
import type { BookingId } from '@linli/domain/services/bookings';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type Service, Session } from '../centres/index.js';
import { Price } from '../pricing/index.js';

/** A session with its counters, read together. */
export type SessionWithPlaces = Session & {
  readonly taken: number;
  readonly checkedIn: number;
  readonly waiting: number;
};

/** The same, with what its service is. */
export type SessionToBook = SessionWithPlaces & Pick<Service, 'category' | 'meal' | 'way'>;

/** One line of a booking page: a button that shows is a booking that succeeds. */
@ObjectType({
  simpleResolvers: true,
  description: 'One line of a booking page: `refusal` null means that booking it now succeeds.',
})
export class BookableSession {
  @Field(() => Session)
  session: SessionToBook;

  @Field(() => Int)
  placesLeft: number;

  @Field(() => Int, { description: 'How many wait for a place.' })
  waiting: number;

  @Field(() => Boolean, { description: 'It is full, and joining those who wait succeeds now.' })
  mayJoinWaitlist: boolean;

  @Field(() => Refusal, { nullable: true })
  refusal: Refusal | null;

  @Field(() => GraphQLJSONObject)
  refusalDetails: Readonly<Record<string, string | number>>;

  @Field(() => Price)
  price: Price;

  @Field(() => ID, { nullable: true, description: 'The booking that the beneficiary has of it already.' })
  bookingId: BookingId | null;

  @Field(() => [Allergen], { description: "The beneficiary's allergens that are in the dishes of the day." })
  allergens: readonly Allergen[];
}
