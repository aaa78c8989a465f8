import { expect, it } from '@jest/globals';
import { addDays, type PlainDate, plainDate } from '@linli/domain/base';
import {
  areasCsv,
  divisions,
  sampleCentres,
  sampleEstates,
  sampleGrids,
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

it('no canteen serves the same four dishes two days running', () => {
  const menus = sampleMenus(['shabei'], today, 14);
  const meals = menus.map(({ dishes }) => dishes.map(({ name }) => name).join());
  expect(meals.filter((meal, i) => meal === meals[i - 1])).toEqual([]);
});
