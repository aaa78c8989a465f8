import {
  type BookGroupInput,
  bookGroupInput,
  type CancelGroupInput,
  cancelGroupInput,
} from '@linli/domain/services/bookings';
import { Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { bookGroup, cancelGroup } from './book-group.js';
import { type BookingGroup, BookingGroupOrRefused } from './group.type.js';

@Resolver()
export class GroupsResolver {
  @Allow('BOOK')
  @Mutation(() => BookingGroupOrRefused)
  bookGroup(
    @Ctx() { db, viewer }: Request,
    @Input(bookGroupInput) input: BookGroupInput,
  ): Promise<BookingGroup | Refused> {
    return bookGroup(db, viewer, input);
  }

  @Allow('CANCEL_BOOKING')
  @Mutation(() => BookingGroupOrRefused)
  cancelGroup(
    @Ctx() { db, viewer }: Request,
    @Input(cancelGroupInput) input: CancelGroupInput,
  ): Promise<BookingGroup | Refused> {
    return cancelGroup(db, viewer, input);
  }
}
