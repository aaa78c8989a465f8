import { expect, it } from '@jest/globals';
import { OrganisationKind, parentKindsOfOrganisation } from '@linli/domain/organisation/structure';
import { KINDS_BELOW } from './change';
import { startOfSeries } from './start-of-series';

it('offers under each organisation just what the domain lets be set up there', () => {
  const kinds = Object.values(OrganisationKind);
  for (const parent of kinds) {
    const fitting = kinds.filter((kind) => parentKindsOfOrganisation[kind].includes(parent));
    expect([parent, [...KINDS_BELOW[parent]].toSorted()]).toEqual([parent, fitting.toSorted()]);
  }
});

it('a series of two years begins with the end of a month, so that its points are even', () => {
  expect(startOfSeries('2026-11-22')).toBe('2024-10-31');
  expect(startOfSeries('2026-01-01')).toBe('2023-12-31');
  expect(startOfSeries('2026-02-28')).toBe('2024-01-31');
  expect(startOfSeries('2026-03-31')).toBe('2024-02-29');
});
