import type { CentreId } from '@linli/domain/access';
import { addDays, plainDateOf } from '@linli/domain/base';
import { newUuid } from '../../platform/database/index.js';
import type { testApi } from '../../testing/index.js';
import { holder } from '../district.scenario.js';
import { dayCareOperations } from './day-care-operations.scenario.js';
import { deliveryOperations } from './delivery-operations.scenario.js';
import { careOperations } from './care-operations.scenario.js';
import { claimOperations } from './claim-operations.scenario.js';
import { kitchenOperations } from './kitchen-operations.scenario.js';
import { memberOperations } from './member-operations.scenario.js';
import { talentOperations } from './talent-operations.scenario.js';
import { movingOperations } from './moving-operations.scenario.js';
import { becomingOperations } from './becoming-operations.scenario.js';
import { postOperations } from './post-operations.scenario.js';
import { ratingOperations } from './rating-operations.scenario.js';
import { pointsOperations } from './points-operations.scenario.js';
import { jointOperations } from './joint-operations.scenario.js';
import { trainingOperations } from './training-operations.scenario.js';
import { lifeOperations } from './life-operations.scenario.js';
import { seriesOperations } from './series-operations.scenario.js';
import { structureOperations } from './structure-operations.scenario.js';
import { subsidyOperations } from './subsidy-operations.scenario.js';
import { visitOperations } from './visit-operations.scenario.js';
import { type Operation, read, type Tried } from './operation.scenario.js';
import type { givenPlaces } from './places.scenario.js';
import { asker } from './refusal-driver.scenario.js';

let days = 2;
// Never a day of the frozen lunches (`kitchen-operations`): those are 28, 36, 44 …
let menuDays = 0;
const SLOT = { weekday: 1, starts: '09:00', ends: '10:00', capacity: 4 };
const range = () => ({ from: addDays(plainDateOf(new Date()), 1), to: addDays(plainDateOf(new Date()), 7) });

/** Every operation on a place that the other tables do not have. */
export function placeOperations(
  api: ReturnType<typeof testApi>,
  words: () => Awaited<ReturnType<typeof givenPlaces>>,
) {
  const { ask, mutate } = asker(api);
  const openAlways = (centre: CentreId) =>
    api.database().query(
      `INSERT INTO opening_hours (centre_id, weekday, opens, closes)
     SELECT $1, weekday, '08:00', '18:00' FROM generate_series(1, 7) weekday ON CONFLICT DO NOTHING`,
      [centre],
    );
  const givenRoom = async (centre: CentreId): Promise<string> => {
    const id = newUuid();
    await api
      .database()
      .query(`INSERT INTO resource (id, centre_id, kind, name) VALUES ($1, $2, 'ROOM', $1::uuid::text)`, [
        ...[id, centre],
      ]);
    return id;
  };
  const importOf = ({ name }: Tried) => {
    const { code, kind } = words().inside[name];
    const file = `code,name,parentCode,kind,validFrom,validTo\n${newUuid().slice(-8)},新樓,${code},${kind},,\n`;
    const content = Buffer.from(file).toString('base64');
    return { id: newUuid(), template: 'AREAS', fileName: 'a.csv', content, effectiveOn: '2026-06-01' };
  };

  const operations: Readonly<Record<string, Operation>> = {
    ...claimOperations(api),
    ...kitchenOperations(api),
    ...subsidyOperations(api),
    ...deliveryOperations(api),
    ...visitOperations(api),
    ...dayCareOperations(api),
    ...careOperations(api),
    ...memberOperations(api),
    ...postOperations(api),
    ...becomingOperations(api),
    ...movingOperations(api),
    ...talentOperations(api),
    ...structureOperations(api, words),
    ...ratingOperations(api, (area) => words().givenBranch(area)),
    ...lifeOperations(api, (area) => words().givenBranch(area)),
    ...jointOperations(api, (area) => words().givenBranch(area)),
    ...pointsOperations(api, (area) => words().givenBranch(area)),
    ...trainingOperations(api, (area) => words().givenBranch(area)),
    ...seriesOperations(api, (centre) => words().givenService(centre)),
    centreStandingOrders: read(({ viewer, centre }) => {
      const document = `query ($centre: ID!) { centreStandingOrders(centreId: $centre, ended: false, first: 5) {
        edges { cursor } } }`;
      return Promise.resolve(() => ask(viewer, document, { centre }));
    }),
    previewImport: read((tried) => {
      const input = importOf(tried);
      const document = `mutation ($input: PreviewImportInput!) { previewImport(input: $input) {
      ... on ImportPreview { opened errors { code } } ... on Refused { refusal: code } } }`;
      return Promise.resolve(async () => {
        const reply = await ask(tried.viewer, document, { input });
        if (reply.answer !== 'yes') return reply;
        const { opened, errors } = reply.value as { opened: number; errors: { code: string }[] };
        if (opened === 1) return reply;
        if (errors[0]?.code !== 'UNKNOWN_PARENT') throw new Error(JSON.stringify(errors));
        return { ...reply, outcome: 'wrong' };
      });
    }),
    async commitImport(tried) {
      const input = importOf(tried);
      const made = await mutate(
        holder('DISTRICT_CADRE', { areaId: words().at.district }),
        'previewImport',
        input,
      );
      if (made.answer !== 'yes') throw new Error(made.answer);
      return () => mutate(tried.viewer, 'commitImport', { id: input.id, documentNumber: '1號' });
    },
    async saveService({ viewer, centre }) {
      const id = await words().givenService(centre);
      const input = {
        ...{ id, centreId: centre, category: 'HAIRCUT', name: '改名', description: '示例', place: '二樓' },
        ...{ priceFen: 800, careNeeds: [], opensDaysAhead: 7, cutOffMinutes: 60, cancelMinutes: 60 },
        ...{ walkIn: true, followsCalendar: false, active: true },
      };
      return () => mutate(viewer, 'saveService', input);
    },
    resources: read(({ viewer, centre }) => {
      const document = 'query ($id: ID!) { resources(centreId: $id) { id } }';
      return Promise.resolve(() => ask(viewer, document, { id: centre }));
    }),
    saveResource({ viewer, centre }) {
      const input = { id: newUuid(), centreId: centre, kind: 'ROOM', name: `浴室 ${newUuid().slice(-9)}` };
      return Promise.resolve(() => mutate(viewer, 'saveResource', input));
    },
    resourceTakings: read(({ viewer, centre }) => {
      const document =
        'query ($id: ID!, $day: Date!) { resourceTakings(centreId: $id, day: $day) { resourceId } }';
      return Promise.resolve(() => ask(viewer, document, { id: centre, day: range().from }));
    }),
    workerAccounts: read(({ viewer, centre }) => {
      const document = 'query ($id: ID!) { workerAccounts(centreId: $id) { id } }';
      return Promise.resolve(() => ask(viewer, document, { id: centre }));
    }),
    async retireResource({ viewer, centre }) {
      const id = await givenRoom(centre);
      return () => mutate(viewer, 'retireResource', { id });
    },
    async bringBackResource({ viewer, centre }) {
      const id = await givenRoom(centre);
      await api.database().query('UPDATE resource SET retired_at = now() WHERE id = $1', [id]);
      return () => mutate(viewer, 'bringBackResource', { id });
    },
    async assignResources({ viewer, centre }) {
      const serviceId = await words().givenService(centre);
      const id = await givenRoom(centre);
      return () => mutate(viewer, 'assignResources', { serviceId, resourceIds: [id] });
    },
    previewTimetable: read(async ({ viewer, centre }) => {
      const serviceId = await words().givenService(centre);
      const document = `query ($serviceId: ID!, $slots: [SlotInput!]!, $from: Date!, $to: Date!) {
      previewTimetable(serviceId: $serviceId, slots: $slots, from: $from, to: $to) { added } }`;
      return () => ask(viewer, document, { ...range(), serviceId, slots: [SLOT] });
    }),
    async publishTimetable({ viewer, centre }) {
      const serviceId = await words().givenService(centre);
      await openAlways(centre);
      return () => mutate(viewer, 'publishTimetable', { ...range(), serviceId, slots: [SLOT] });
    },
    previewCloseDay: read(({ viewer, centre }) => {
      const document =
        'query ($id: ID!, $day: Date!) { previewCloseDay(centreId: $id, day: $day) { bookings } }';
      return Promise.resolve(() => ask(viewer, document, { id: centre, day: range().from }));
    }),
    closedDayBookings: read(({ viewer, centre }) => {
      const document =
        'query ($id: ID!, $day: Date!) { closedDayBookings(centreId: $id, day: $day) { mustCall } }';
      return Promise.resolve(() => ask(viewer, document, { id: centre, day: range().from }));
    }),
    closeDay({ viewer, centre }) {
      const day = addDays(plainDateOf(new Date()), (days += 1));
      return Promise.resolve(() => mutate(viewer, 'closeDay', { centreId: centre, day, reason: '盤點' }));
    },
    async reopenDay({ viewer, centre }) {
      const day = addDays(plainDateOf(new Date()), (days += 1));
      await api
        .database()
        .query(`INSERT INTO closed_day (centre_id, day, reason) VALUES ($1, $2, '盤點')`, [centre, day]);
      return () => mutate(viewer, 'reopenDay', { centreId: centre, day });
    },
    saveMenu({ viewer, centre }) {
      const day = addDays(plainDateOf(new Date()), (menuDays += 8));
      const dishes = [{ name: '粥', look: 'rice', allergens: [], textures: ['REGULAR'] }];
      const input = { id: newUuid(), centreId: centre, day, meal: 'LUNCH', dishes };
      return Promise.resolve(() => mutate(viewer, 'saveMenu', input));
    },
    async pairScreen({ viewer, centre }) {
      const input = { id: newUuid(), code: await words().givenCode(), name: '大廳', centreId: centre };
      return () => mutate(viewer, 'pairScreen', input);
    },
    async renameScreen({ viewer, centre }) {
      const id = await words().givenScreen(centre);
      return () => mutate(viewer, 'renameScreen', { id, name: '改名' });
    },
    async revokeScreen({ viewer, centre }) {
      const id = await words().givenScreen(centre);
      return () => mutate(viewer, 'revokeScreen', { id });
    },
    screens: read(async ({ viewer, centre }) => {
      const id = await words().givenScreen(centre);
      return async () => {
        const reply = await ask(viewer, '{ screens { id } }', {});
        const shown = (reply.value ?? []) as { id: string }[];
        const isThere = shown.some((screen) => screen.id === id);
        return reply.answer === 'yes' && !isThere ? { ...reply, outcome: 'empty' } : reply;
      };
    }),
    previewScene: read(({ viewer, centre }) =>
      Promise.resolve(() =>
        ask(viewer, 'query ($id: ID!) { previewScene(centreId: $id) { __typename } }', { id: centre }),
      ),
    ),
  };
  return operations;
}
