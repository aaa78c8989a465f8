import {
  type BookingId,
  type RescheduleBookingInput,
  rescheduleBookingInput,
} from '@linli/domain/services/bookings';
import { Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { statement } from '../../platform/database/index.js';
import { Allow, batched, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { Booking, BookingOrRefused } from './booking.type.js';
import { rescheduleBooking } from './reschedule-booking.js';

const successors = statement<{ ids: readonly BookingId[] }, { id: BookingId; from: BookingId }>({
  name: 'moved-to-which',
  text: 'SELECT id, rescheduled_from AS "from" FROM booking WHERE rescheduled_from = ANY (:ids::uuid[])',
});

const successorOf = batched(
  ({ db }, ids: readonly BookingId[]) => successors(db, { ids }),
  (rows, id) => rows.find(({ from }) => from === id)?.id ?? null,
);

@Resolver(() => Booking)
export class RescheduleResolver {
  @Allow('CANCEL_BOOKING')
  @Mutation(() => BookingOrRefused, {
    description:
      'Another session instead, in one act: what refuses the new one leaves the old one untouched.',
  })
  rescheduleBooking(
    @Ctx() { db, viewer }: Request,
    @Input(rescheduleBookingInput) input: RescheduleBookingInput,
  ): Promise<Booking | Refused> {
    return rescheduleBooking(db, viewer, input);
  }

  @Allow('SEE_BOOKINGS')
  @FieldResolver(() => ID, { nullable: true, description: 'The booking that it became.' })
  rescheduledTo(@Root() { id, state }: Booking, @Ctx() request: Request): Promise<BookingId | null> | null {
    return state === 'CANCELLED' ? successorOf(request, id) : null;
  }
}
