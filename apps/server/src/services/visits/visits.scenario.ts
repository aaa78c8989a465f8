import type { CentreId, Viewer } from '@linli/domain/access';
import type { ServiceId } from '@linli/domain/services/centres';
import type { ResourceId } from '@linli/domain/services/resources';
import type { VisitOutcome } from '@linli/domain/services/visits';
import { writeDoor } from '../../organisation/contacts/index.js';
import { type Database, transaction } from '../../platform/database/index.js';
import { readEnvironment } from '../../platform/environment.js';
import { Refused } from '../../platform/graphql/index.js';
import { bookingScenario, type StandingSession } from '../bookings/booking.scenario.js';
import type { Booking } from '../bookings/index.js';
import { bookNextVisit, nextVisits } from './next-visit.js';
import { endVisit, signInVisit } from './go-on-visit.js';
import type { HomeVisit } from './visit.type.js';
import { homeVisits } from './visits.queries.js';

export const done = <Answer extends object>(answer: Answer | Refused): Answer => {
  if (answer instanceof Refused) throw new Error(`refused: ${answer.code}`);
  return answer;
};

type Named = Pick<Booking, 'id'>;

/** The words that the tests of home visits are written in. */
export function visitsScenario(database: () => Database) {
  const scenario = bookingScenario(database);
  const { given, when, today } = scenario;
  const { dataKey } = readEnvironment({ PORT: '0' });
  const sql = <Row>(text: string, values: unknown[] = []) => database().query<Row[]>(text, values);
  const asking = (viewer: Viewer) => ({ viewer, dataKey });

  const knows = (resident: Viewer, door: string) =>
    transaction(database(), (tx) => writeDoor(tx, dataKey, resident.personId, { door, hint: '耳背' }));

  /** Somebody who signs in as a person that services take. */
  async function worker(centre: CentreId, name: string, services: readonly ServiceId[]) {
    const viewer = { ...given.worker('HOME_WORKER', { centreId: centre }), name };
    await sql(
      `INSERT INTO account (id, account, name, password_hash)
       VALUES ($1::uuid, 'a' || right(replace($1::uuid::text, '-', ''), 12), $2, 'none')`,
      [viewer.personId, name],
    );
    const resource: ResourceId = await given.resource(centre, name, services, 'PERSON');
    await sql('UPDATE resource SET account_id = $2 WHERE id = $1', [resource, viewer.personId]);
    return { viewer, resource };
  }

  /** A barber who goes to people's homes, with a window of today. */
  async function barber() {
    const centre = await given.centre();
    const service = await given.service({ centre, name: '上門理髮', policy: { at_home: true } });
    const { viewer, resource } = await worker(centre, '陳師傅', [service]);
    const session = await given.arriving({ centre, service, capacity: 4 });
    return { centre, service, session, barber: viewer, resource, staff: given.staff(centre) };
  }

  async function expected(session: StandingSession, door = '2單元401') {
    const resident = await given.resident();
    await knows(resident, door);
    const atDesk = { channel: 'COUNTER' as const, beneficiaryId: resident.personId };
    const staff = given.staff(session.centreId);
    return { resident, booking: await when.hasBooked(staff, session, atDesk) };
  }

  return {
    ...scenario,
    ...{ sql, asking, knows, worker, barber, expected },
    seen: (viewer: Viewer, centreId: CentreId, day = today()): Promise<HomeVisit[]> =>
      homeVisits(database(), asking(viewer), { centreId, day }),
    signsIn: (viewer: Viewer, { id }: Named) => signInVisit(database(), asking(viewer), { bookingId: id }),
    ends: (viewer: Viewer, { id }: Named, outcome: VisitOutcome = 'DONE', note: string | null = null) =>
      endVisit(database(), asking(viewer), { bookingId: id, outcome, note }),
    next: (viewer: Viewer, { id }: Named) => nextVisits(database(), viewer, id),
    booksNext: (viewer: Viewer, { id: after }: Named, session: StandingSession, id: Booking['id']) =>
      bookNextVisit(database(), viewer, { id, after, sessionId: session.id }),
    ended: ({ id }: Named) => sql<object>('SELECT outcome, note FROM home_visit WHERE booking_id = $1', [id]),
    checks: ({ id }: Named) =>
      sql<object>('SELECT outcome, opener_name FROM welfare_check WHERE booking_id = $1', [id]),
  };
}
