import { expect } from '@jest/globals';
import { areaId, type AreaId, type Duty, personId, type Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import type { Refusal } from '@linli/domain/refusals';
import {
  centreId,
  type CreateCentreInput,
  type SaveServiceInput,
  serviceId,
  type SessionId,
  type Slot,
  timeOf,
} from '@linli/domain/services/centres';
import type { Database } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { newId } from '../../testing/index.js';
import {
  type Centre,
  closeDay,
  createCentre,
  previewTimetable,
  publishTimetable,
  reopenDay,
  saveService,
  type Service,
  sessionFollowers,
} from './index.js';

/** A day from today on, in China. */
export const inDays = (days: number): PlainDate => addDays(plainDateOf(new Date()), days);

/** The same time on every day of the week, so that no test minds what day it is. */
export const daily = (starts = '11:30', ends = '12:30', capacity = 80): Slot[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, starts, ends, capacity }));

const viewerWith = (duty: Partial<Duty>): Viewer => ({
  personId: newId(personId),
  face: 'CONSOLE',
  name: '周秀芬',
  duties: [{ role: 'CENTRE_STAFF', areaId: null, organisationId: null, centreId: null, ...duty }],
  caresFor: [],
});

/** The words that the tests of centres, and of the rooms above, are written in. */
export function centreScenario(database: () => Database) {
  async function areaOf(kind: string, name: string, parentId: AreaId | null): Promise<AreaId> {
    const id = newId(areaId);
    await database().query(
      `INSERT INTO area (id, code, kind, name, official_name, parent_id, lineage)
       VALUES ($1, $2, $3, $4, $4, $5, array_remove(ARRAY[$5::uuid, $1::uuid], NULL))`,
      [id, id.slice(-9), kind, name, parentId],
    );
    await database().query(
      `INSERT INTO area_version (area_id, code, kind, name, official_name, parent_id)
       SELECT id, code, kind, name, official_name, parent_id FROM area WHERE id = $1`,
      [id],
    );
    return id;
  }

  const given = {
    /** There is one district; the first who needs it makes it. */
    async district(): Promise<AreaId> {
      const [row] = await database().query<{ id: AreaId }[]>('SELECT id FROM area WHERE parent_id IS NULL');
      return row?.id ?? areaOf('DISTRICT', '測試區', null);
    },
    /** A street of the district. */
    area: async (): Promise<AreaId> => areaOf('SUB_DISTRICT', '測試街道', await given.district()),
    staff: ({ id }: Pick<Centre, 'id'>) => viewerWith({ centreId: id }),
    cadre: (id: AreaId) => viewerWith({ role: 'COMMUNITY_CADRE', areaId: id }),
    resident: (): Viewer => ({ ...viewerWith({ role: 'RESIDENT' }), face: 'RESIDENT', name: '王蘭' }),
    async centre(unlike: Partial<CreateCentreInput> = {}): Promise<Centre> {
      const input: CreateCentreInput = {
        id: newId(centreId),
        name: '沙北街道鄰里中心',
        kind: 'NEIGHBOURHOOD_CENTRE',
        areaId: unlike.areaId ?? (await given.area()),
        address: '黃河路 1 號',
        phone: '03955550118',
        latitude: null,
        longitude: null,
        openingHours: [],
        ...unlike,
      };
      return done(await createCentre(database(), given.cadre(await given.district()), input));
    },
    serviceInput: ({ id }: Pick<Centre, 'id'>, unlike: Partial<SaveServiceInput> = {}): SaveServiceInput => ({
      id: newId(serviceId),
      centreId: id,
      category: 'HEALTH_CHECK',
      name: '量血壓、測血糖',
      description: '衛生服務站兩人',
      place: '一樓健康小屋',
      meal: null,
      way: null,
      priceFen: 0,
      minAge: null,
      careNeeds: [],
      opensDaysAhead: 7,
      cutOffMinutes: 0,
      cancelMinutes: 0,
      weeklyQuota: null,
      walkIn: true,
      followsCalendar: false,
      active: true,
      ...unlike,
    }),
    lunch: (centre: Pick<Centre, 'id'>, unlike: Partial<SaveServiceInput> = {}) =>
      given.service(centre, { category: 'MEAL', meal: 'LUNCH', way: 'DINE_IN', name: '午餐', ...unlike }),
    async service(centre: Pick<Centre, 'id'>, unlike: Partial<SaveServiceInput> = {}): Promise<Service> {
      const input = given.serviceInput(centre, unlike);
      return done(await saveService(database(), given.staff(centre), input));
    },
    /** A room above that says so many bookings stand on each session. */
    follower(booked: ReadonlyMap<SessionId, number> = new Map()) {
      const cancelled: { ids: readonly SessionId[]; reason: string }[] = [];
      const newEnds: SessionId[] = [];
      const leave = sessionFollowers.register({
        endsChanged: (_tx, sessions) => {
          newEnds.push(...sessions.map(({ id }) => id));
          return Promise.resolve();
        },
        countBooked: () => Promise.resolve(booked),
        countHeld: () => Promise.resolve(booked),
        hold: () => Promise.resolve(),
        capacityChanged: () => Promise.resolve(),
        cancelBooked: (_tx, ids, reason) => {
          cancelled.push({ ids, reason });
          return Promise.resolve(ids.reduce((sum, id) => sum + (booked.get(id) ?? 0), 0));
        },
      });
      return { cancelled, newEnds, leave };
    },
  };

  const staffOf = (service: Pick<Service, 'centreId'>) => given.staff({ id: service.centreId });
  const when = {
    publishes: async (service: Service, slots: Slot[], from = inDays(1), to = inDays(7)) =>
      publishTimetable(database(), staffOf(service), { serviceId: service.id, slots, from, to }),
    previews: (service: Service, slots: Slot[], from = inDays(1), to = inDays(7)) =>
      previewTimetable(database(), staffOf(service), { serviceId: service.id, slots, from, to }),
    closes: (centre: Pick<Centre, 'id'>, day: PlainDate, reason = '盤點') =>
      closeDay(database(), given.staff(centre), { centreId: centre.id, day, reason }),
    reopens: (centre: Pick<Centre, 'id'>, day: PlainDate) =>
      reopenDay(database(), given.staff(centre), { centreId: centre.id, day }),
  };
  return { given, when, stored: (service: Pick<Service, 'id'>) => stored(database(), service) };
}

export interface StoredSession {
  readonly id: SessionId;
  readonly day: PlainDate;
  readonly starts: string;
  readonly ends: string;
  readonly capacity: number;
  readonly state: string;
  readonly reason: string | null;
  readonly withdrawn: boolean;
}

/** What the database holds of a service's sessions, read again: an answer proves nothing. */
async function stored(db: Database, { id }: Pick<Service, 'id'>): Promise<StoredSession[]> {
  const rows = await db.query<(StoredSession & { starts_at: Date; ends_at: Date })[]>(
    `SELECT id, day, starts_at, ends_at, capacity, state, cancel_reason AS reason, withdrawn
     FROM session WHERE service_id = $1 ORDER BY starts_at`,
    [id],
  );
  return rows.map(({ starts_at, ends_at, ...row }) => ({
    ...row,
    starts: timeOf(starts_at),
    ends: timeOf(ends_at),
  }));
}

export const standing = (sessions: readonly StoredSession[]): StoredSession[] =>
  sessions.filter(({ state }) => state === 'SCHEDULED');

/** How many events of a subject there are, to see that nothing happened. */
export async function eventsOf(db: Database, subjectId: string): Promise<string[]> {
  const rows = await db.query<{ name: string }[]>(
    'SELECT name FROM event WHERE subject_id = $1 ORDER BY transaction_id, id',
    [subjectId],
  );
  return rows.map(({ name }) => name);
}

export function done<Result extends object>(result: Result | Refused): Result {
  if (result instanceof Refused) throw new Error(`refused: ${result.code}`);
  return result;
}

export const expectRefused = (result: object, code: Refusal): void =>
  expect(result).toMatchObject({ constructor: Refused, code });
