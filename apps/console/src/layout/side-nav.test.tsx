import '../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { openPage } from '../testing/page-in-console';
import { firstDoor, isClosed } from './menu';
import { SideNav } from './side-nav';

afterEach(cleanup);

const doors = async (actions: Parameters<typeof firstDoor>[0]) => {
  await openPage(<SideNav />, {}, { actions });
  return screen.getAllByRole('link').map((link) => link.textContent);
};

it('the kitchen sees the kitchen, and nothing that would not open', async () => {
  expect(await doors(['MANAGE_OWN_ACCOUNT', 'SEE_STRUCTURE', 'SEE_KITCHEN', 'MANAGE_MENUS'])).toEqual([
    '廚房備餐',
    '組織與覆蓋',
  ]);
});

it('a cadre sees all that there is', async () => {
  const all = await doors([
    'CHECK_IN',
    'SEE_KITCHEN',
    'MANAGE_SERVICES',
    'SEE_STRUCTURE',
    'MANAGE_ACCOUNTS',
    'SEE_AUDIT',
    'MANAGE_SCREENS',
  ]);
  expect(all).toHaveLength(11);
});

it('each role starts where its work is, by a door that opens', () => {
  const cadre = ['CHECK_IN', 'SEE_KITCHEN', 'SEE_STRUCTURE', 'SEE_AUDIT'] as const;
  for (const role of ['DISTRICT_CADRE', 'TOWN_CADRE', 'COMMUNITY_CADRE'] as const)
    expect(firstDoor(cadre, [role])).toBe('/organisation');
  expect(firstDoor(cadre, ['CENTRE_STAFF', 'DISTRICT_CADRE'])).toBe('/desk');
  expect(firstDoor(['SEE_KITCHEN', 'SEE_STRUCTURE'], ['KITCHEN'])).toBe('/kitchen');
  expect(firstDoor(['SEE_STRUCTURE', 'CHECK_WELFARE'], ['GRID_LEAD'])).toBe('/organisation');
  expect(firstDoor(['SEE_AUDIT'], ['DISTRICT_CADRE'])).toBe('/audit');
  expect(firstDoor([], [])).toBe('/account');
});

it('somebody else’s door stays closed', () => {
  expect(isClosed(['SEE_KITCHEN'], '/kitchen')).toBe(false);
  expect(isClosed(['SEE_KITCHEN'], '/kitchen/menus')).toBe(true);
  expect(isClosed(['SEE_KITCHEN', 'MANAGE_MENUS'], '/kitchen/menus')).toBe(false);
  expect(isClosed(['SEE_KITCHEN'], '/desk')).toBe(true);
  expect(isClosed([], '/account')).toBe(false);
  expect(isClosed([], '/nowhere')).toBe(false);
});
