import type { AreaId, CentreId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { Texture } from '@linli/domain/organisation/people';
import type { BookingId } from '@linli/domain/services/bookings';
import type { ServiceId } from '@linli/domain/services/centres';
import {
  type Span,
  StandingDayState,
  type StandingOrderId,
  StandingOrderState,
} from '@linli/domain/services/standing-orders';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, orRefused, Refused } from '../../platform/graphql/index.js';
import { Price } from '../pricing/index.js';

registerEnumType(StandingOrderState, { name: 'StandingOrderState' });
registerEnumType(StandingDayState, { name: 'StandingDayState' });

/** Both ends included. */
@ObjectType({ simpleResolvers: true })
export class DaySpan {
  @Field(() => DateScalar)
  from: PlainDate;

  @Field(() => DateScalar)
  to: PlainDate;
}

/** 長期預約 A person's weekly wish; each of its days becomes a booking when its time comes. */
@ObjectType({ simpleResolvers: true })
export class StandingOrder {
  @Field(() => ID)
  id: StandingOrderId;

  @Field(() => [Int], { description: '1 Monday … 7 Sunday.' })
  weekdays: number[];

  @Field(() => Texture, { nullable: true, description: 'Null: what the person usually eats.' })
  texture: Texture | null;

  @Field(() => DateScalar)
  validFrom: PlainDate;

  @Field(() => DateScalar, { nullable: true, description: 'Null: until further notice.' })
  validTo: PlainDate | null;

  @Field(() => [DaySpan])
  paused: Span[];

  @Field(() => StandingOrderState)
  state: StandingOrderState;

  @Field(() => Int, { description: 'Days to come that could not be booked when they were last tried.' })
  refusedDays: number;

  beneficiaryId: PersonId;
  beneficiaryName: string;
  serviceId: ServiceId;
  bookerId: PersonId;
  bookerName: string | null;
  centreId: CentreId;
  centreLineage: AreaId[] | null;
  homeLineage: AreaId[] | null;
  today: PlainDate;
}

export const StandingOrderOrRefused = orRefused(StandingOrder);

/** A day of an order: what is on it, or will be, and why not. */
@ObjectType({ simpleResolvers: true })
export class StandingOrderDay {
  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => StandingDayState)
  state: StandingDayState;

  @Field(() => String, { nullable: true, description: 'The name of the holiday.' })
  holiday: string | null;

  @Field(() => Refused, { nullable: true, description: 'Why it could not be booked when it was last tried.' })
  refused: Refused | null;

  @Field(() => Texture, { nullable: true, description: 'Of this day alone; null: as usual.' })
  texture: Texture | null;

  @Field(() => ID, { nullable: true })
  bookingId: BookingId | null;

  @Field(() => Boolean, { description: 'Booked by hand: a pause and the end of the order leave it.' })
  byHand: boolean;

  serviceId: ServiceId;
}

/** A day of an order that is only thought of. */
@ObjectType({ simpleResolvers: true })
export class StandingDayPreview {
  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => StandingDayState)
  state: StandingDayState;

  @Field(() => String, { nullable: true, description: 'The name of the holiday.' })
  holiday: string | null;

  @Field(() => Refused, { nullable: true, description: 'Why it could not be booked now.' })
  refused: Refused | null;

  @Field(() => Price, { nullable: true, description: 'As far as its session stands.' })
  price: Price | null;
}

@ObjectType({ simpleResolvers: true })
export class StandingOrderPreview {
  @Field(() => Refused, { nullable: true, description: 'Why the order would be refused.' })
  refused: Refused | null;

  @Field(() => [StandingDayPreview])
  days: StandingDayPreview[];
}
