import type { PlainDate } from '@linli/domain/base';
import type { ServiceId } from '@linli/domain/services/centres';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/index.js';
import { Session } from '../centres/index.js';
import { Booking } from './booking.type.js';

@ObjectType({ simpleResolvers: true })
export class ClosingService {
  @Field(() => ID)
  serviceId: ServiceId;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  sessions: number;

  @Field(() => Int, { description: 'Bookings that would be cancelled, of those who wait for a place too.' })
  bookings: number;

  @Field(() => Int, { description: 'Of them, whom no message can reach: somebody has to call.' })
  toCall: number;
}

@ObjectType({ simpleResolvers: true, description: 'Whom closing a day would hit; nothing is done yet.' })
export class DayClosingPreview {
  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => Int)
  sessions: number;

  @Field(() => Int)
  bookings: number;

  @Field(() => Int)
  toCall: number;

  @Field(() => [ClosingService])
  services: ClosingService[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'Somebody whose booking the closed day took, and what they can have instead.',
})
export class ClosedDayBooking {
  @Field(() => Booking)
  booking: Booking;

  @Field(() => Boolean, { description: 'No message can reach them: somebody has to call.' })
  mustCall: boolean;

  @Field(() => [Session], { description: 'The next sessions of the service with free places.' })
  instead: Session[];
}
