import type { AreaId, CentreId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { type BookingId, BookingState } from '@linli/domain/services/bookings';
import type { ServiceId, SessionId, SessionState } from '@linli/domain/services/centres';
import { VisitAct, VisitOutcome } from '@linli/domain/services/visits';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(VisitOutcome, { name: 'VisitOutcome' });
registerEnumType(VisitAct, { name: 'VisitAct' });

/** 上門 One visit as whoever goes there sees it. The door is shown to them alone, on the day. */
@ObjectType({ simpleResolvers: true })
export class HomeVisit {
  @Field(() => ID)
  bookingId: BookingId;

  @Field(() => ID)
  sessionId: SessionId;

  @Field(() => ID)
  serviceId: ServiceId;

  @Field(() => String)
  service: string;

  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => DateTime, { description: 'The window: somebody comes between these two.' })
  startsAt: Date;

  @Field(() => DateTime)
  endsAt: Date;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true })
  building: string | null;

  @Field(() => String, { nullable: true, description: 'Null: not yours, not today, or not known.' })
  door: string | null;

  @Field(() => String, { nullable: true })
  hint: string | null;

  @Field(() => [String])
  workers: string[];

  @Field(() => Boolean, { description: 'The viewer is who goes there.' })
  mine: boolean;

  @Field(() => BookingState)
  state: BookingState;

  @Field(() => DateTime, { nullable: true })
  signedInAt: Date | null;

  @Field(() => VisitOutcome, { nullable: true })
  outcome: VisitOutcome | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => DateTime, { nullable: true })
  endedAt: Date | null;

  @Field(() => String, { nullable: true })
  enderName: string | null;

  @Field(() => [VisitAct], {
    description: 'What the viewer may do now: a button that shows is an act that succeeds.',
  })
  viewerCan: VisitAct[];

  residentId: PersonId;
  centreId: CentreId;
  centreLineage: AreaId[] | null;
  sessionState: SessionState;
  checkedInAt: Date | null;
  cancelUntil: Date;
  closesAt: Date;
  heldUntil: Date | null;
  now: Date;
}

export const HomeVisitOrRefused = orRefused(HomeVisit);

/** What the person sees of a visit: who comes, and how it went. */
@ObjectType({ simpleResolvers: true })
export class BookingVisit {
  @Field(() => [String])
  workers: string[];

  @Field(() => DateTime, { nullable: true })
  signedInAt: Date | null;

  @Field(() => VisitOutcome, { nullable: true })
  outcome: VisitOutcome | null;

  @Field(() => DateTime, { nullable: true })
  endedAt: Date | null;
}

@ObjectType({ simpleResolvers: true })
export class VisitAddress {
  @Field(() => String, { nullable: true })
  building: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The last number is hidden; null: the door is not known.',
  })
  door: string | null;
}
