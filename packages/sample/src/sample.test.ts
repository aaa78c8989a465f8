import { expect, it } from '@jest/globals';
import { addDays, type PlainDate, plainDate } from '@linli/domain/base';
import {
  areasCsv,
  divisions,
  sampleBookings,
  sampleCentres,
  sampleEstates,
  sampleGrids,
  sampleMembers,
  sampleMenus,
  sampleOrganisations,
  sampleResidents,
  sampleTwoNewUnits,
} from './index.js';

const today = plainDate.parse('2026-11-24');
const estates = sampleEstates(today);
const codes = new Set([
  ...divisions.map(({ code }) => code),
  ...estates.flatMap((estate) => [estate.code, ...estate.buildings.map(({ code }) => code)]),
]);
const yearsSince = (date: PlainDate) => Number(today.slice(0, 4)) - Number(date.slice(0, 4));

it('is the same every time', () => {
  expect(sampleEstates(today)).toEqual(estates);
  expect(sampleResidents(today, estates, 300)).toEqual(sampleResidents(today, estates, 300));
});

it('estates have names of their own, and no code twice', () => {
  const rows = areasCsv(estates, sampleGrids()).split('\n').slice(1);
  const rowCodes = rows.map((row) => row.split(',')[0]);
  expect(new Set(rowCodes).size).toBe(rows.length);
  expect(new Set(estates.map(({ name }) => name)).size).toBe(estates.length);
  expect(rows.length).toBeGreaterThan(1000);
  expect(estates.filter(({ isOldWalkUp }) => isOldWalkUp).length).toBeGreaterThan(estates.length / 4);
});

it('coverage climbs over two years, and is not yet whole', () => {
  const branches = sampleOrganisations(today, estates).filter(({ kind }) => kind === 'ESTATE_BRANCH');
  const coveredOn = (day: PlainDate) =>
    branches.filter(({ setUpOn }) => setUpOn === null || setUpOn <= day).length / estates.length;
  const [twoYearsAgo, aYearAgo, now] = [
    coveredOn(addDays(today, -730)),
    coveredOn(addDays(today, -365)),
    coveredOn(today),
  ];
  expect(twoYearsAgo).toBeLessThan(aYearAgo);
  expect(aYearAgo).toBeLessThan(now);
  expect(now).toBeGreaterThan(0.85);
  expect(now).toBeLessThan(1);
});

it('organisations, units and centres stand in areas and under parents that exist', () => {
  const organisations = sampleOrganisations(today, estates);
  const keys = new Set(organisations.map(({ key }) => key));
  expect(organisations.filter(({ parentKey }) => parentKey !== null && !keys.has(parentKey))).toEqual([]);
  const places = [
    ...organisations.flatMap(({ covers }) => covers),
    ...sampleTwoNewUnits(today).map(({ areaCode }) => areaCode),
    ...sampleCentres.map(({ areaCode }) => areaCode),
  ];
  expect(places.filter((code) => !codes.has(code))).toEqual([]);
  expect(sampleCentres).toHaveLength(12);
});

it('residents: about a third are old, needs fit ages, and nobody shares a phone', () => {
  const { residents, carers } = sampleResidents(today, estates, 2000);
  const old = residents.filter(({ birthDate }) => yearsSince(birthDate) > 60).length / residents.length;
  const phones = residents.flatMap(({ phone }) => phone ?? []);
  expect(old).toBeGreaterThan(0.25);
  expect(old).toBeLessThan(0.48);
  expect(new Set(phones).size).toBe(phones.length);
  expect(
    residents.filter(
      ({ careNeeds, birthDate }) => careNeeds.includes('OLD_AGE') && yearsSince(birthDate) < 80,
    ),
  ).toEqual([]);
  expect(residents.filter(({ buildingCode }) => !codes.has(buildingCode))).toEqual([]);
  expect(carers.filter(({ elderId, carerId }) => elderId === carerId)).toEqual([]);
});

it('nobody joined the Party before coming of age', () => {
  const { residents } = sampleResidents(today, estates, 300);
  const organisations = sampleOrganisations(today, estates);
  const members = sampleMembers(today, { estates, residents, organisations });
  const bornOn = new Map([...residents, ...members.residents].map(({ id, birthDate }) => [id, birthDate]));
  const ages = members.memberships.map(
    ({ residentId, joinedOn }) =>
      Number(joinedOn.slice(0, 4)) - Number((bornOn.get(residentId) ?? joinedOn).slice(0, 4)),
  );
  expect(ages.length).toBeGreaterThan(1000);
  expect(Math.min(...ages)).toBeGreaterThan(18);
});

it('no canteen serves the same four dishes two days running', () => {
  const menus = sampleMenus(['shabei'], today, 14);
  const meals = menus.map(({ dishes }) => dishes.map(({ name }) => name).join());
  expect(meals.filter((meal, i) => meal === meals[i - 1])).toEqual([]);
});

it('only who has come was booked at the counter, there and then, and nobody whose meal is brought', () => {
  const now = new Date(`${today}T11:40:00+08:00`);
  const { residents, carers } = sampleResidents(today, estates, 2000);
  const sessions = sampleCentres.flatMap(({ services }) =>
    services.flatMap(({ id, slots }) =>
      [-7, 0, 1, 3].flatMap((ahead) =>
        slots.map(({ starts, ends, capacity }, nth) => {
          const day = addDays(today, ahead);
          const at = (time: string) => new Date(`${day}T${time}:00+08:00`);
          const startsAt = at(starts);
          const closesAt = new Date(startsAt.getTime() - 60 * 60_000);
          const opensAt = new Date(startsAt.getTime() - 8 * 24 * 60 * 60_000);
          return {
            ...{ id: `${id} ${day} ${String(nth)}`, serviceId: id, day, capacity },
            ...{ startsAt, endsAt: at(ends), closesAt, opensAt },
          };
        }),
      ),
    ),
  );
  const bookings = sampleBookings({ now, today, centres: sampleCentres, residents, carers, sessions });
  const sessionOf = new Map(sessions.map((session) => [session.id, session]));
  const delivered = new Set(
    sampleCentres.flatMap(({ services }) =>
      services.filter(({ way }) => way === 'DELIVERY').map(({ id }) => id),
    ),
  );
  const atCounter = bookings.filter(({ channel }) => channel === 'COUNTER');
  const told = atCounter.filter(({ sessionId, state, bookedAt, checkedInAt }) => {
    const session = sessionOf.get(sessionId);
    const cameAt = checkedInAt?.getTime() ?? Infinity;
    const came = (state === 'CHECKED_IN' || state === 'COMPLETED') && cameAt < now.getTime();
    return !session || !came || bookedAt.getTime() !== cameAt || delivered.has(session.serviceId);
  });
  expect(told).toEqual([]);
  const days = new Set(atCounter.map(({ sessionId }) => sessionOf.get(sessionId)?.day));
  expect([...days].sort()).toEqual([addDays(today, -7), today]);
  expect(atCounter.length).toBeGreaterThan(bookings.length / 20);
}, 60_000);
