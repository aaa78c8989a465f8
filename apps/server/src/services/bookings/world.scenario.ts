import {
  type AreaId,
  areaId,
  type CentreId,
  centreId,
  type Duty,
  personId,
  type Role,
  type Viewer,
} from '@linli/domain/access';
import { type PlainDate, plainDate, plainDateOf } from '@linli/domain/base';
import type { Allergen, Texture } from '@linli/domain/organisation/people';
import { bookingId } from '@linli/domain/services/bookings';
import { type Meal, type ServiceId, serviceId, sessionId } from '@linli/domain/services/centres';
import { type ResourceId, resourceId, type ResourceKind } from '@linli/domain/services/resources';
import type { Database } from '../../platform/database/index.js';
import { newId, wholeCare } from '../../testing/index.js';
import type {
  ResidentWords,
  RuleWords,
  ServiceWords,
  SessionWords,
  StandingSession,
} from './words.scenario.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
export const minutes = (count: number): Date => new Date(Date.now() + count * MINUTE);
export const hours = (count: number): Date => minutes(count * 60);
export const today = (): PlainDate => plainDateOf(new Date());
const date = (text: string): PlainDate => plainDate.parse(text);
/** A birthday some years and a day ago: just past it. */
export const bornYearsAgo = (years: number): PlainDate => {
  const day = plainDateOf(new Date(Date.now() - DAY));
  const birthday = day.slice(5) === '02-29' ? '02-28' : day.slice(5);
  return date(`${String(Number(day.slice(0, 4)) - years)}-${birthday}`);
};

interface Tree {
  readonly district: AreaId;
  readonly street: AreaId;
  readonly community: AreaId;
  readonly building: AreaId;
  readonly otherStreet: AreaId;
  readonly otherCommunity: AreaId;
  readonly otherBuilding: AreaId;
}

/** A district, its centres and its people: what bookings are made of. */
export function worldScenario(database: () => Database) {
  const sql = (text: string, values: unknown[]) => database().query<unknown>(text, values);
  let planted: Promise<Tree> | undefined;
  let usual: Promise<CentreId> | undefined;
  const tree = (): Promise<Tree> => (planted ??= plant(sql));

  const given = {
    tree,
    today,
    async centre(unlike: { area?: AreaId; name?: string } = {}): Promise<CentreId> {
      const id = newId(centreId);
      await sql(
        `INSERT INTO centre (id, name, kind, area_id, address, phone)
         VALUES ($1, $2, 'NEIGHBOURHOOD_CENTRE', $3, '交通路 46 號', '03955550118')`,
        [id, unlike.name ?? '沙北街道鄰里中心', unlike.area ?? (await tree()).community],
      );
      return id;
    },
    usualCentre: (): Promise<CentreId> => (usual ??= given.centre()),
    async service(unlike: Partial<ServiceWords> = {}): Promise<ServiceId> {
      const id = newId(serviceId);
      const { meal = null, way = null } = unlike;
      await sql(
        `INSERT INTO service (id, centre_id, category, name, description, place, meal, way, price_fen, min_age,
           care_needs, resident_area_id, opens_days_ahead, cut_off_minutes, cancel_minutes, walk_in, follows_calendar)
         VALUES ($1, $2, $3, $4, '示例', '一樓東廳', $5, $6, $7, $8, $9, $10, 7, 60, 60, true, false)`,
        [
          ...[id, unlike.centre ?? (await given.usualCentre()), meal ? 'MEAL' : 'HAIRCUT'],
          ...[unlike.name ?? '助餐', meal, way, unlike.priceFen ?? 1200, unlike.minAge ?? null],
          ...[unlike.careNeeds ?? [], unlike.residentAreaId ?? null],
        ],
      );
      for (const [column, value] of Object.entries(unlike.policy ?? {})) {
        await sql(`UPDATE service SET ${column} = $2 WHERE id = $1`, [id, value]);
      }
      return id;
    },
    /** A session tomorrow that can be booked now, of a service of its own. */
    async session(unlike: Partial<SessionWords> = {}): Promise<StandingSession> {
      const id = newId(sessionId);
      const centre = unlike.centre ?? (await given.usualCentre());
      const service = unlike.service ?? (await given.service({ centre }));
      const startsAt = unlike.startsAt ?? hours(24);
      const endsAt = unlike.endsAt ?? new Date(startsAt.getTime() + 60 * MINUTE);
      const closesAt = unlike.closesAt ?? new Date(startsAt.getTime() - 60 * MINUTE);
      const { capacity = 10, weeklyQuota = null, walkIn = true, state = 'SCHEDULED' } = unlike;
      await sql(
        `INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at,
           cancel_until, weekly_quota, walk_in, state, cancel_reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [
          ...[id, service, centre, plainDateOf(startsAt), startsAt, endsAt, capacity],
          ...[unlike.opensAt ?? hours(-24), closesAt, unlike.cancelUntil ?? closesAt, weeklyQuota, walkIn],
          ...[state, state === 'CANCELLED' ? '停電' : null],
        ],
      );
      return { id, centreId: centre, serviceId: service, day: plainDateOf(startsAt), capacity };
    },
    /** A session of today that is about to begin: closed for booking, open for whoever comes. */
    arriving: (unlike: Partial<SessionWords> = {}): Promise<StandingSession> => {
      // Not over midnight in China, or it would be another day's.
      const startsAt = startOfToday() > minutes(-60) ? minutes(1) : minutes(-30);
      const endsAt = minutes(45);
      return given.session({ startsAt, endsAt, closesAt: minutes(-45), opensAt: hours(-48), ...unlike });
    },
    async resident(unlike: Partial<ResidentWords> = {}): Promise<Viewer> {
      const id = newId(personId);
      const { name = '李桂蘭', birthDate = bornYearsAgo(78), needs = [], allergies = [] } = unlike;
      const { texture = 'REGULAR', caresFor = [], home = (await tree()).building } = unlike;
      await sql(
        `INSERT INTO resident (id, name, birth_date, building_id, allergies, texture) VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, name, birthDate, home, allergies, texture],
      );
      for (const need of needs) {
        await sql(`INSERT INTO care_need (resident_id, need, valid_from) VALUES ($1, $2, '2020-01-01')`, [
          id,
          need,
        ]);
      }
      return {
        personId: id,
        face: 'RESIDENT',
        name,
        duties: [{ role: 'RESIDENT', ...NOWHERE }],
        caresFor: caresFor.map(wholeCare),
      };
    },
    async residents(count: number): Promise<Viewer[]> {
      const home = (await tree()).building;
      const ids = Array.from({ length: count }, () => newId(personId));
      await sql(
        `INSERT INTO resident (id, name, birth_date, building_id) SELECT id, '李桂蘭', '1948-01-01', $2 FROM unnest($1::uuid[]) id`,
        [ids, home],
      );
      const duties = [{ role: 'RESIDENT' as const, ...NOWHERE }];
      return ids.map((id) => ({ personId: id, face: 'RESIDENT', name: '李桂蘭', duties, caresFor: [] }));
    },
    /** Someone who works at the console. */
    worker: (role: Role, place: Partial<Duty>): Viewer => ({
      personId: newId(personId),
      face: 'CONSOLE',
      name: '周秀芬',
      duties: [{ role, ...NOWHERE, ...place }],
      caresFor: [],
    }),
    staff: (centre: CentreId): Viewer => given.worker('CENTRE_STAFF', { centreId: centre }),
    /** Somebody had a place of a session that is over, and did not come. */
    missed: (viewer: Viewer, session: StandingSession) => given.has(viewer, session, 'NO_SHOW'),
    /** What these services take. */
    async resource(
      centre: CentreId,
      name: string,
      services: readonly ServiceId[] = [],
      kind: ResourceKind = 'ROOM',
    ): Promise<ResourceId> {
      const id = newId(resourceId);
      await sql('INSERT INTO resource (id, centre_id, kind, name) VALUES ($1, $2, $3, $4)', [
        ...[id, centre, kind, name],
      ]);
      for (const service of services) {
        await sql('INSERT INTO service_resource (service_id, resource_id, centre_id) VALUES ($1, $2, $3)', [
          ...[service, id, centre],
        ]);
      }
      return id;
    },
    /** Where somebody lives, sealed with a key that nobody has: it is known, and not read. */
    door: ({ personId: id }: Viewer) =>
      sql(`INSERT INTO home_door (resident_id, cipher) VALUES ($1, '\\x00')`, [id]),
    /** Somebody has a place, whenever it is. */
    has: ({ personId }: Viewer, { id }: StandingSession, state = 'CONFIRMED') =>
      sql(
        `WITH place AS (UPDATE session_places SET taken = taken + 1 WHERE session_id = $2)
         INSERT INTO booking (id, session_id, beneficiary_id, booker_id, channel, state, ticket_number, full_fen, subsidy_fen)
         VALUES ($1, $2, $3, $3, 'APP', $4, '1000', 0, 0)`,
        [newId(bookingId), id, personId, state],
      ),
    async rule(unlike: Partial<RuleWords> & { subsidyFen: number }): Promise<void> {
      const { name = '高齡助餐', minAge = null, maxAge = null, careNeed = null } = unlike;
      const { areaId: area = null, validFrom = date('2020-01-01'), validTo = null } = unlike;
      await sql(
        `INSERT INTO subsidy_rule (id, name, payer, min_age, max_age, care_need, area_id, subsidy_fen, valid_from, valid_to)
         VALUES ($1, $2, '郾城區民政局', $3, $4, $5, $6, $7, $8, $9)`,
        [newId(bookingId), name, minAge, maxAge, careNeed, area, unlike.subsidyFen, validFrom, validTo],
      );
    },
    async menu(
      at: { centreId: CentreId; day: PlainDate },
      dishes: readonly { name: string; allergens: readonly Allergen[]; textures: readonly Texture[] }[],
      meal: Meal = 'LUNCH',
    ): Promise<void> {
      const whole = dishes.map((dish) => ({ look: 'rice', note: null, ...dish }));
      await sql('INSERT INTO menu (id, centre_id, day, meal, dishes) VALUES ($1, $2, $3, $4, $5)', [
        ...[newId(bookingId), at.centreId, at.day, meal],
        JSON.stringify(whole),
      ]);
    },
  };
  return given;
}

const NOWHERE = { areaId: null, organisationId: null, centreId: null };
const startOfToday = (): Date => new Date(`${today()}T00:00:00+08:00`);

/** A district with two streets, each with a community and a building. */
async function plant(sql: (text: string, values: unknown[]) => Promise<unknown>): Promise<Tree> {
  const [district, street, community, building] = Array.from({ length: 4 }, () => newId(areaId)) as Four;
  const [otherStreet, otherCommunity, otherBuilding] = Array.from({ length: 3 }, () =>
    newId(areaId),
  ) as Three;
  const add = (kind: string, ...lineage: AreaId[]) =>
    sql(
      `INSERT INTO area (id, kind, name, code, official_name, parent_id, lineage)
       VALUES ($1, $2::text, $2, $1::uuid::text, $2, $3, $4)`,
      [lineage.at(-1), kind, lineage.at(-2) ?? null, lineage],
    );
  await add('DISTRICT', district);
  await add('SUB_DISTRICT', district, street);
  await add('COMMUNITY', district, street, community);
  await add('BUILDING', district, street, community, building);
  await add('SUB_DISTRICT', district, otherStreet);
  await add('COMMUNITY', district, otherStreet, otherCommunity);
  await add('BUILDING', district, otherStreet, otherCommunity, otherBuilding);
  return { district, street, community, building, otherStreet, otherCommunity, otherBuilding };
}
type Three = [AreaId, AreaId, AreaId];
type Four = [...Three, AreaId];
