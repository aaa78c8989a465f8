import {
  type AreaId,
  type CentreId,
  type PersonId,
  type Reach,
  reachOf,
  type Viewer,
} from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { detailsOfRefusal, refusalToBook, refusalToJoin } from '@linli/domain/services/bookings';
import type { ServiceCategory, ServiceId } from '@linli/domain/services/centres';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { priceOfRow } from '../pricing/index.js';
import type { BookableSession, SessionToBook } from './bookable-session.type.js';
import {
  beneficiary,
  bookableWithinReach,
  factColumns,
  factsOf,
  type FactsRow,
  sessionsForBeneficiary,
} from './booking-facts.js';

export interface BookablePage {
  readonly centreId: CentreId;
  readonly beneficiaryId: PersonId;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly category?: ServiceCategory | null | undefined;
  readonly serviceId?: ServiceId | null | undefined;
}

type Row = SessionToBook & FactsRow & { readonly atCounter: boolean };

/** Where the viewer gives away what is left after the cut-off. */
interface CounterReach {
  readonly counterEverywhere: boolean;
  readonly counterCentres: readonly CentreId[];
  readonly counterAreas: readonly AreaId[];
}

const sessionsToBook = statement<
  Required<BookablePage> & Reach & CounterReach & { texture: null; atCounter: false },
  Row
>({
  name: 'bookable-sessions',
  text: `
    WITH who AS (${beneficiary})
    SELECT session.id, session.service_id, session.state, session.cancel_reason, session.withdrawn, session.series_id,
      service.category, service.meal, service.way, ${factColumns},
      CASE WHEN service.resident_area_id IS NULL THEN '{}' ELSE who.home_lineage END AS home_lineage,
      (:counterEverywhere OR session.centre_id = ANY (:counterCentres::uuid[])
        OR coalesce(centre_area.lineage && :counterAreas::uuid[], false)) AS at_counter
    FROM ${sessionsForBeneficiary}
    WHERE session.centre_id = :centreId AND session.day BETWEEN :from AND :to AND NOT session.withdrawn
      AND (:category::text IS NULL OR service.category = :category::text)
      AND (:serviceId::uuid IS NULL OR service.id = :serviceId::uuid)
      AND ${bookableWithinReach}
    ORDER BY session.starts_at, service.name, session.id`,
});

const someoneToBookFor = statement<
  Pick<BookablePage, 'centreId' | 'beneficiaryId'> & Reach & { atCounter: false },
  object
>({
  name: 'someone-to-book-for',
  text: `
    WITH who AS (${beneficiary})
    SELECT FROM who, (SELECT id AS centre_id, area_id FROM centre) session
      LEFT JOIN area centre_area ON centre_area.id = session.area_id
    WHERE session.centre_id = :centreId AND ${bookableWithinReach}`,
});

/**
 * The sessions of a centre between two days, each with what stands in the way of booking it for this person, and its
 * price. Staff of the centre see it as at the counter, where places left after the cut-off are given away.
 */
export async function bookableSessions(
  db: Database,
  viewer: Viewer,
  page: BookablePage,
): Promise<BookableSession[]> {
  const { centreId, beneficiaryId, category = null, serviceId = null } = page;
  const reach = reachOf(viewer, 'BOOK');
  const limits = { category, serviceId, texture: null, atCounter: false } as const;
  const rows = await sessionsToBook(db, { ...page, ...reach, ...counterReachOf(viewer), ...limits });
  if (rows.length === 0) {
    const [someone] = await someoneToBookFor(db, { centreId, beneficiaryId, ...reach, atCounter: false });
    if (!someone) throw notFound('resident or centre');
  }
  return rows.map(bookableSession);
}

function counterReachOf(viewer: Viewer): CounterReach {
  const { everything, centres, areas } = reachOf(viewer, 'BOOK_AT_COUNTER');
  return { counterEverywhere: everything, counterCentres: centres, counterAreas: areas };
}

function bookableSession(row: Row): BookableSession {
  const facts = factsOf(row, { atCounter: row.atCounter, allowAllergens: false });
  const refusal = refusalToBook(facts);
  return {
    session: row,
    placesLeft: row.capacity - row.taken,
    waiting: row.waiting,
    mayJoinWaitlist: refusal === 'SESSION_FULL' && !refusalToJoin({ ...facts, waitlist: row.waitlist }),
    refusal: refusal ?? null,
    refusalDetails: refusal ? detailsOfRefusal(refusal, facts) : {},
    price: priceOfRow(row),
    bookingId: row.standingBookingId,
    allergens: row.clashes,
  };
}
