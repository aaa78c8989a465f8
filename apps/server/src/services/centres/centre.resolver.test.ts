import { expect, it } from '@jest/globals';
import type { Viewer } from '@linli/domain/access';
import { testApi } from '../../testing/index.js';
import { centreScenario, daily, done, inDays } from './centre.scenario.js';

const { database, ask } = testApi();
const { given, when, stored } = centreScenario(database);

const failure = async (viewer: Viewer | undefined, query: string, variables: object) =>
  (await ask(viewer, query, variables)).errors?.[0]?.extensions.code;

const CENTRES = `query ($areaId: ID, $from: Date!, $to: Date!) {
  centres(areaId: $areaId) {
    id name area { id } openingHours { weekday opens closes } closedDays(from: $from, to: $to) { day reason }
    services { name active eligibility { minAge areaName } policy { cutOffMinutes weeklyQuota } timetable { starts from to } }
    viewerCan
  }
}`;

it('shows the centres of an area with all that a page needs', async () => {
  const areaId = await given.area();
  const openingHours = [{ weekday: 1, opens: '08:00', closes: '18:00' }];
  const centre = await given.centre({ areaId, openingHours });
  await given.centre();
  const service = await given.service(centre, { minAge: 60, cutOffMinutes: 30, weeklyQuota: 2 });
  await given.service(centre, { name: '停辦', active: false });
  const monday = daily().slice(0, 1);
  done(await when.publishes(service, monday));
  await when.closes(centre, inDays(3));
  await when.closes(centre, inDays(30));

  const variables = { areaId, from: inDays(0), to: inDays(7) };
  const { data } = await ask(given.staff(centre), CENTRES, variables);

  expect(data?.centres).toMatchObject([
    {
      id: centre.id,
      area: { id: areaId },
      openingHours,
      closedDays: [{ day: inDays(3), reason: '盤點' }],
      services: expect.arrayContaining([
        {
          name: '量血壓、測血糖',
          active: true,
          eligibility: { minAge: 60, areaName: null },
          policy: { cutOffMinutes: 30, weeklyQuota: 2 },
          timetable: [{ starts: '11:30', from: inDays(1), to: null }],
        },
        expect.objectContaining({ name: '停辦', active: false }),
      ]),
      viewerCan: expect.arrayContaining(['BROWSE_SERVICES', 'MANAGE_SERVICES', 'MANAGE_MENUS']),
    },
  ]);
  const district = (await ask(given.cadre(await given.district()), CENTRES, { ...variables, areaId: null }))
    .data;
  expect((district?.centres as object[]).length).toBeGreaterThanOrEqual(2);
});

it('a button that shows is an act that succeeds: elsewhere one may only look', async () => {
  const [centre, other] = [await given.centre(), await given.centre()];
  const query = 'query ($id: ID!) { centre(id: $id) { viewerCan services { name } } }';
  await given.service(centre, { active: false });
  const seen = async (viewer: Viewer) =>
    (await ask(viewer, query, { id: centre.id })).data?.centre as { viewerCan: string[]; services: object[] };

  expect((await seen(given.staff(other))).viewerCan).toContain('BROWSE_SERVICES');
  expect((await seen(given.staff(other))).viewerCan).not.toContain('MANAGE_SERVICES');
  expect((await seen(given.cadre(centre.areaId))).viewerCan).toContain('MANAGE_SERVICES');
  expect((await seen(given.cadre(other.areaId))).viewerCan).not.toContain('MANAGE_SERVICES');
  const resident = await seen(given.resident());
  expect(resident.viewerCan).toEqual(expect.arrayContaining(['BROWSE_SERVICES', 'BOOK']));
  expect(resident.viewerCan).not.toContain('CHECK_IN');
  expect(resident.services).toEqual([]);
});

const PREVIEW = `query ($serviceId: ID!, $slots: [SlotInput!]!, $from: Date!, $to: Date!) {
  previewTimetable(serviceId: $serviceId, slots: $slots, from: $from, to: $to) {
    added removed kept affectedBookings problems { slot code }
    days { day note holiday sessions { starts ends capacity change booked } }
  }
}`;
const PUBLISH = `mutation ($input: PublishTimetableInput!) {
  publishTimetable(input: $input) {
    __typename
    ... on TimetablePublished { added service { id nextSessionAt } }
    ... on Refused { code details }
  }
}`;

it('previews and publishes over HTTP; sessions then show their service', async () => {
  const centre = await given.centre();
  const service = await given.service(centre);
  const staff = given.staff(centre);
  const input = { serviceId: service.id, slots: daily(), from: inDays(1), to: inDays(2) };

  const preview = (await ask(staff, PREVIEW, input)).data?.previewTimetable;
  expect(preview).toMatchObject({ added: 2, removed: 0, kept: 0, affectedBookings: 0, problems: [] });
  expect(preview).toMatchObject({
    days: [1, 2].map((days) => ({
      day: inDays(days),
      sessions: [{ starts: '11:30', ends: '12:30', capacity: 80, change: 'ADDED', booked: 0 }],
    })),
  });
  const published = (await ask(staff, PUBLISH, { input })).data?.publishTimetable;
  const [first] = await stored(service);
  expect(published).toMatchObject({
    __typename: 'TimetablePublished',
    added: 2,
    service: { id: service.id },
  });
  expect(published).toMatchObject({ service: { nextSessionAt: expect.stringContaining('T03:30:00.000Z') } });

  const sessions = `query ($id: ID!, $from: Date!, $to: Date!) {
    sessions(centreId: $id, from: $from, to: $to) { id title place day state service { id } }
  }`;
  const range = { id: centre.id, from: inDays(1), to: inDays(1) };
  expect((await ask(given.resident(), sessions, range)).data?.sessions).toEqual([
    {
      id: first?.id,
      title: service.name,
      place: service.place,
      day: inDays(1),
      state: 'SCHEDULED',
      service: { id: service.id },
    },
  ]);
  const session = 'query ($id: ID!) { session(id: $id) { id } }';
  expect((await ask(given.resident(), session, { id: first?.id })).data?.session).toEqual({ id: first?.id });
});

it('refuses as data, and turns away who may not or what does not fit', async () => {
  const centre = await given.centre();
  const service = await given.service(centre);
  const staff = given.staff(centre);
  const input = { serviceId: service.id, slots: daily(), from: inDays(1), to: inDays(2) };
  const overlapping = { ...input, slots: [...daily(), ...daily()] };

  expect((await ask(staff, PUBLISH, { input: overlapping })).data?.publishTimetable).toEqual({
    __typename: 'Refused',
    code: 'SLOTS_OVERLAP',
    details: { slot: 7 },
  });
  expect(await failure(undefined, PUBLISH, { input })).toBe('UNAUTHENTICATED');
  expect(await failure(given.resident(), PUBLISH, { input })).toBe('FORBIDDEN');
  expect(await failure(given.resident(), PREVIEW, input)).toBe('FORBIDDEN');
  expect(await failure(given.staff(await given.centre()), PUBLISH, { input })).toBe('NOT_FOUND');
  expect(await failure(given.staff(await given.centre()), PREVIEW, input)).toBe('NOT_FOUND');
  expect(await failure(staff, PUBLISH, { input: { ...input, to: inDays(0) } })).toBe('BAD_USER_INPUT');
  expect(await failure(staff, PREVIEW, { ...input, to: inDays(400) })).toBe('BAD_USER_INPUT');
  expect(await failure(staff, PREVIEW, { ...input, slots: [{ ...daily()[0], starts: '25:00' }] })).toBe(
    'BAD_USER_INPUT',
  );
  expect(await stored(service)).toEqual([]);
});
