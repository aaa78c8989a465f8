import { type PersonId, reachOf, type Viewer } from '@linli/domain/access';
import { type BookingId, bookingId, type BookingTime } from '@linli/domain/services/bookings';
import { Field, ObjectType } from 'type-graphql';
import type { Database } from '../../platform/database/index.js';
import { notFound, PageInfo } from '../../platform/graphql/index.js';
import { comingBookings, pastBookings } from './booking.queries.js';
import { Booking } from './booking.type.js';

@ObjectType({ simpleResolvers: true })
export class BookingEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => Booking)
  node: Booking;
}

@ObjectType({ simpleResolvers: true })
export class BookingConnection {
  @Field(() => [BookingEdge])
  edges: BookingEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

interface Page {
  readonly when: BookingTime;
  readonly first: number;
  readonly after: string | null;
  /** Null: the viewer and those they care for. */
  readonly beneficiaryId: PersonId | null;
}

export async function bookingsPage(
  db: Database,
  viewer: Viewer,
  { when, first, after, beneficiaryId }: Page,
): Promise<BookingConnection> {
  const reach = reachOf(viewer, 'SEE_BOOKINGS');
  const reachesOthers = reach.everything || [reach.areas, reach.centres].some(({ length }) => length > 0);
  if (beneficiaryId !== null && !reachesOthers && !reach.people.includes(beneficiaryId)) {
    throw notFound('resident');
  }
  const read = when === 'COMING' ? comingBookings : pastBookings;
  const beneficiaryIds = beneficiaryId === null ? reach.people : [beneficiaryId];
  const rows = await read(db, { ...reach, beneficiaryIds, ...placeAfter(after), limit: first + 1 });
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: cursorOf(node) }));
  const pageInfo = { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null };
  return { edges, pageInfo };
}

const cursorOf = ({ startsAt, id }: Booking): string =>
  Buffer.from(`${startsAt.toISOString()} ${id}`).toString('base64url');

/** A cursor that is none begins at the beginning. */
function placeAfter(cursor: string | null): { afterStart: Date | null; afterId: BookingId | null } {
  const [time = '', id] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split(' ');
  const afterId = bookingId.safeParse(id).data ?? null;
  const afterStart = new Date(time);
  if (afterId === null || Number.isNaN(afterStart.getTime())) return { afterStart: null, afterId: null };
  return { afterStart, afterId };
}
