import { can, type CentreId, type PersonId, type Reach, reachOf, type Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { type BookingId, statesGiven } from '@linli/domain/services/bookings';
import { actsOpenTo } from '@linli/domain/services/visits';
import { recordRead } from '../../access/audit/index.js';
import { doorsOf } from '../../organisation/contacts/index.js';
import { homeAddress, joinHome } from '../../organisation/people/index.js';
import { type Database, literals, statement, withinReach } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import { placeOfBooking } from '../bookings/index.js';
import { centreFor } from '../centres/index.js';
import type { HomeVisit } from './visit.type.js';

export interface Asking {
  readonly viewer: Viewer;
  readonly dataKey: Buffer;
}

/** Who goes there: whom the session has taken, or, before anybody booked or after all left, whom the service needs. */
export const workersOf = (session: string): string => `
  SELECT array_agg(resource.name ORDER BY resource.name) AS workers, array_agg(resource.account_id) AS accounts
  FROM resource
  WHERE resource.kind = 'PERSON' AND resource.id IN (
    SELECT resource_id FROM resource_hold WHERE session_id = ${session}.id
    UNION
    SELECT resource_id FROM service_resource needed
    WHERE needed.service_id = ${session}.service_id
      AND NOT EXISTS (SELECT FROM resource_hold WHERE session_id = ${session}.id)
  )`;

type Row = Omit<HomeVisit, 'door' | 'hint' | 'viewerCan' | 'signedInAt'> & { readonly isToday: boolean };

const visits = `
  SELECT booking.id AS booking_id, booking.session_id, session.service_id, service.name AS service, session.day,
    session.starts_at, session.ends_at, session.state AS session_state, session.cancel_until, session.closes_at,
    session.centre_id, centre_area.lineage AS centre_lineage,
    resident.id AS resident_id, resident.name, nullif(${homeAddress}, '') AS building,
    coalesce(going.workers, '{}') AS workers, coalesce(:viewerId::uuid = ANY (going.accounts), false) AS mine,
    booking.state, booking.checked_in_at, booking.held_until,
    visit.outcome, visit.note, visit.ended_at, visit.ender_name, now() AS now,
    session.day = (now() AT TIME ZONE 'Asia/Shanghai')::date AS is_today
  FROM booking
    JOIN session ON session.id = booking.session_id
    JOIN service ON service.id = session.service_id AND service.at_home
    JOIN centre ON centre.id = session.centre_id
    LEFT JOIN area centre_area ON centre_area.id = centre.area_id
    JOIN resident ON resident.id = booking.beneficiary_id
    ${joinHome}
    LEFT JOIN LATERAL (${workersOf('session')}) going ON true
    LEFT JOIN home_visit visit ON visit.booking_id = booking.id`;

const visitsOfDay = statement<{ viewerId: PersonId; centreId: CentreId; day: PlainDate }, Row>({
  name: 'home-visits-of-day',
  text: `${visits}
    WHERE session.centre_id = :centreId AND session.day = :day AND booking.state IN (${literals(statesGiven)})
    ORDER BY session.starts_at, estate.code, home.code, booking.id`,
});

const visitById = statement<{ viewerId: PersonId; id: BookingId }, Row>({
  name: 'home-visit',
  text: `${visits} WHERE booking.id = :id`,
});

const seesAll = statement<Reach & { id: CentreId }, { id: CentreId }>({
  name: 'sees-all-visits',
  text: `
    SELECT centre.id FROM centre LEFT JOIN area ON area.id = centre.area_id
    WHERE centre.id = :id AND ${withinReach({ areaLineage: 'area.lineage', centre: 'centre.id' })}`,
});

/** One's own; the desk writes down what a worker without a phone reports. */
export const actionOn = ({ mine }: Pick<HomeVisit, 'mine'>): 'VISIT_HOMES' | 'CHECK_IN' =>
  mine ? 'VISIT_HOMES' : 'CHECK_IN';

export const mayAct = (viewer: Viewer, visit: Pick<HomeVisit, 'mine' | 'centreId' | 'centreLineage'>) =>
  can(viewer, actionOn(visit), placeOfBooking(visit));

/** The door is opened for whoever goes there, on the day; that it was is on the trail. */
async function shown(
  db: Database,
  { viewer, dataKey }: Asking,
  centreId: CentreId,
  rows: readonly Row[],
): Promise<HomeVisit[]> {
  const own = rows.filter(({ mine, isToday }) => mine && isToday);
  const ids = own.map(({ residentId }) => residentId);
  const doors = await doorsOf(db, dataKey, ids);
  await recordRead(db, viewer, {
    ...{ action: 'HOME_VISITS_SHOWN', subjectKind: 'resident', ids, places: { centreIds: [centreId] } },
  });
  return rows.map((row) => {
    const door = own.includes(row) ? doors.get(row.residentId) : undefined;
    return {
      ...row,
      ...{ door: door?.door ?? null, hint: door?.hint ?? null, signedInAt: row.checkedInAt },
      viewerCan: mayAct(viewer, row) ? actsOpenTo(row) : [],
    };
  });
}

/** The visits of a day: all of the centre for who sees its bookings, otherwise one's own. */
export async function homeVisits(
  db: Database,
  asking: Asking,
  { centreId, day }: { readonly centreId: CentreId; readonly day: PlainDate },
): Promise<HomeVisit[]> {
  const { viewer } = asking;
  await centreFor(db, viewer, 'VISIT_HOMES', centreId);
  const all = (await seesAll(db, { id: centreId, ...reachOf(viewer, 'SEE_BOOKINGS') })).length > 0;
  const rows = await visitsOfDay(db, { viewerId: viewer.personId, centreId, day });
  return shown(db, asking, centreId, all ? rows : rows.filter(({ mine }) => mine));
}

/** The visit, for whoever may say how it went; for everybody else there is none. */
export async function visitToChange(db: Database, viewer: Viewer, id: BookingId): Promise<Row> {
  const [visit] = await visitById(db, { viewerId: viewer.personId, id });
  if (!visit || !mayAct(viewer, visit)) throw notFound('visit');
  return visit;
}

export async function visitFor(db: Database, asking: Asking, id: BookingId): Promise<HomeVisit> {
  const row = await visitToChange(db, asking.viewer, id);
  const [visit] = await shown(db, asking, row.centreId, [row]);
  if (!visit) throw notFound('visit');
  return visit;
}
