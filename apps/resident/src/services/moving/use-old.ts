import { daysFrom, useToday } from '../../data/use-day';
import { type Reading, useRead } from '../../data/use-read';
import {
  type BookableFragment,
  MoveTimesDocument,
  OneBookingDocument,
  type TicketFragment,
} from '../../gql/graphql';
import { useParams } from '../../shell/router';
import { HORIZON } from '../catalogue/services-page';
import { canMoveTo } from './movable';

/** The booking that is to be moved, and the times that it can have. */
export function useOld(): Pick<Reading<unknown>, 'error' | 'again'> & {
  readonly id: string;
  readonly old: TicketFragment | undefined;
  readonly times: readonly BookableFragment[] | undefined;
} {
  const { id = '' } = useParams();
  const from = useToday();
  const to = daysFrom(from, HORIZON)[HORIZON - 1] ?? from;
  const booking = useRead(OneBookingDocument, { id });
  const old = booking.data?.booking;
  const lines = useRead(
    MoveTimesDocument,
    {
      ...{ centreId: old?.session.centreId ?? '', beneficiaryId: old?.beneficiary.id ?? '' },
      ...{ serviceId: old?.session.service.id ?? '', from, to },
    },
    { skip: !old },
  );
  const times = old && lines.data?.bookableSessions.filter((line) => canMoveTo(old, line));
  return {
    ...{ id, old },
    times: times?.sort((one, other) => one.session.startsAt.localeCompare(other.session.startsAt)),
    error: times ? undefined : (booking.error ?? lines.error),
    again: booking.error ? booking.again : lines.again,
  };
}
