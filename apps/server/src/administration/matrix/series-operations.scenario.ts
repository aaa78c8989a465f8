import { addDays, plainDateOf } from '@linli/domain/base';
import type { CentreId } from '@linli/domain/access';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { type Operation, read, type Tried } from './operation.scenario.js';
import { asker } from './refusal-driver.scenario.js';

/** Classes of a centre, and the files of those whom it looks after. */
export function seriesOperations(
  api: ReturnType<typeof testApi>,
  givenService: (centre: CentreId) => Promise<string>,
): Readonly<Record<string, Operation>> {
  const { ask, mutate } = asker(api);
  const today = () => plainDateOf(new Date());
  async function wish({ centre }: Tried) {
    const serviceId = await givenService(centre);
    await api.database().query(`UPDATE service SET booked_as = 'SERIES' WHERE id = $1`, [serviceId]);
    await api.database().query(
      `INSERT INTO opening_hours (centre_id, weekday, opens, closes)
       SELECT $1, weekday, '08:00', '18:00' FROM generate_series(1, 7) weekday ON CONFLICT DO NOTHING`,
      [centre],
    );
    const time = { weekdays: [2], starts: '09:00', ends: '10:00' };
    return { serviceId, ...time, capacity: 8, from: addDays(today(), 1), times: 3 };
  }
  async function givenSeries(tried: Tried): Promise<string> {
    const { serviceId, weekdays, starts, ends, capacity, from, times } = await wish(tried);
    const id = newUuid();
    await api.database().query(
      `INSERT INTO series (id, service_id, centre_id, name, weekdays, starts, ends, capacity, from_day, times)
       VALUES ($1, $2, $3, '書法班', $4, $5, $6, $7, $8, $9)`,
      [id, serviceId, tried.centre, weekdays, starts, ends, capacity, from, times],
    );
    await api.database().query(
      `INSERT INTO session (id, service_id, centre_id, day, starts_at, ends_at, capacity, opens_at, closes_at,
         cancel_until, walk_in, series_id)
       SELECT $1, $2, $3, $4::date, $4::date + interval '1 hour', $4::date + interval '2 hours', 8, now(),
         $4::date + interval '1 hour', $4::date + interval '1 hour', false, $5`,
      [newUuid(), serviceId, tried.centre, from, id],
    );
    return id;
  }
  async function givenResident({ area }: Tried): Promise<string> {
    const id = newUuid();
    await api
      .database()
      .query(
        `INSERT INTO resident (id, name, birth_date, building_id) VALUES ($1, '李桂蘭', '1948-01-01', $2)`,
        [...[id, area]],
      );
    return id;
  }

  return {
    previewSeries: read(async (tried) => {
      const document = `query ($wish: SeriesPlanInput!) { previewSeries(wish: $wish) {
        ... on SeriesPreview { days } ... on Refused { refusal: code } } }`;
      const variables = { wish: await wish(tried) };
      return () => ask(tried.viewer, document, variables);
    }),
    async openSeries(tried) {
      const input = { ...(await wish(tried)), id: newUuid(), name: '書法班' };
      return () => mutate(tried.viewer, 'openSeries', input);
    },
    async closeSeries(tried) {
      const input = { id: await givenSeries(tried), reason: '老師請假' };
      return () => mutate(tried.viewer, 'closeSeries', input);
    },
    async changeJoinUntil(tried) {
      const input = { id: await givenSeries(tried), joinUntil: today() };
      return () => mutate(tried.viewer, 'changeJoinUntil', input);
    },
    seriesRoll: read(async (tried) => {
      const variables = { id: await givenSeries(tried) };
      return () => ask(tried.viewer, 'query ($id: ID!) { seriesRoll(id: $id) { cursor } }', variables);
    }),
    assessments: read(async (tried) => {
      const document =
        'query ($resident: ID!, $centre: ID!) { assessments(residentId: $resident, centreId: $centre) { id } }';
      const variables = { resident: await givenResident(tried), centre: tried.centre };
      return () => ask(tried.viewer, document, variables);
    }),
    deskDoor: read(async (tried) => {
      const document =
        'query ($resident: ID!, $centre: ID!) { deskDoor(residentId: $resident, centreId: $centre) { door } }';
      const variables = { resident: await givenResident(tried), centre: tried.centre };
      return () => ask(tried.viewer, document, variables);
    }),
    async giveDoor(tried) {
      const input = { residentId: await givenResident(tried), centreId: tried.centre, door: '2單元401' };
      return () => mutate(tried.viewer, 'giveDoor', input);
    },
    async recordAssessment(tried) {
      const residentId = await givenResident(tried);
      const found = { level: 'MILD_LOSS', assessedBy: '區評估中心' };
      const dates = { assessedOn: today(), validUntil: addDays(today(), 365) };
      const input = { id: newUuid(), residentId, centreId: tried.centre, ...found, ...dates };
      return () => mutate(tried.viewer, 'recordAssessment', input);
    },
  };
}
