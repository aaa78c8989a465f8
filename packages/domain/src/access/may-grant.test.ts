import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusalToGrant } from './may-grant.js';
import {
  areaId,
  centreId,
  type Duty,
  organisationId,
  personId,
  Role,
  type Target,
  type Viewer,
} from './viewer.js';

const uuid = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const area = (n: number) => areaId.parse(uuid(n));
const [district, town, otherTown, community] = [area(1), area(2), area(3), area(4)];
const [centre, branch] = [centreId.parse(uuid(21)), organisationId.parse(uuid(31))];
const NO_PLACE: Omit<Duty, 'role'> = { areaId: null, organisationId: null, centreId: null };
const duty = (role: Role, place: Partial<Duty> = {}): Duty => ({ ...NO_PLACE, ...place, role });
const viewer = (...duties: Duty[]): Viewer => ({
  personId: personId.parse(uuid(99)),
  face: 'CONSOLE',
  name: '王曉敏',
  duties,
  caresFor: [],
});

const places = {
  district: [{ areaId: district }, { areaLineage: [district] }],
  town: [{ areaId: town }, { areaLineage: [district, town] }],
  otherTown: [{ areaId: otherTown }, { areaLineage: [district, otherTown] }],
  community: [{ areaId: community }, { areaLineage: [district, town, community] }],
  centre: [{ centreId: centre }, { centreId: centre, areaLineage: [district, town, community] }],
  branch: [
    { organisationId: branch },
    { organisationLineage: [branch], areaLineage: [district, town, community] },
  ],
} satisfies Record<string, [Partial<Duty>, Target]>;

const townCadre = viewer(duty('TOWN_CADRE', { areaId: town }));
const tries = (who: Viewer, role: Role, place: keyof typeof places) =>
  refusalToGrant(who, duty(role, places[place][0]), places[place][1]) ?? 'yes';

describe('a town cadre', () => {
  it.each<[Role, keyof typeof places, string]>([
    ['TOWN_CADRE', 'town', 'yes'],
    ['COMMUNITY_CADRE', 'community', 'yes'],
    ['BRANCH_SECRETARY', 'branch', 'yes'],
    ['CENTRE_STAFF', 'centre', 'yes'],
    ['KITCHEN', 'centre', 'yes'],
    ['DISTRICT_CADRE', 'district', 'DUTY_BEYOND_REACH'],
    ['TOWN_CADRE', 'otherTown', 'DUTY_BEYOND_REACH'],
    ['COMMUNITY_CADRE', 'district', 'DUTY_BEYOND_REACH'],
    ['DISTRICT_CADRE', 'town', 'DUTY_NEEDS_PLACE'],
    ['CENTRE_STAFF', 'community', 'DUTY_NEEDS_PLACE'],
    ['GRID_LEAD', 'centre', 'DUTY_NEEDS_PLACE'],
    ['RESIDENT', 'community', 'DUTY_BEYOND_REACH'],
    ['SCREEN', 'centre', 'DUTY_BEYOND_REACH'],
  ])('grants %s at %s: %s', (role, place, answer) => {
    expect(tries(townCadre, role, place)).toBe(answer);
  });
});

it('a duty names one place: none or two are refused', () => {
  const [, target] = places.community;
  expect(refusalToGrant(townCadre, duty('COMMUNITY_CADRE'), target)).toBe('DUTY_NEEDS_PLACE');
  const two = { areaId: community, organisationId: branch };
  expect(refusalToGrant(townCadre, duty('COMMUNITY_CADRE', two), target)).toBe('DUTY_NEEDS_PLACE');
});

it('a rank held in one place is not lent to another', () => {
  const both = viewer(
    duty('TOWN_CADRE', { areaId: otherTown }),
    duty('COMMUNITY_CADRE', { areaId: community }),
  );
  const inCommunity: Target = { areaLineage: [district, town, community] };
  const townCadreThere = duty('TOWN_CADRE', { areaId: community });
  expect(refusalToGrant(both, townCadreThere, inCommunity)).toBe('DUTY_BEYOND_REACH');
  expect(tries(both, 'COMMUNITY_CADRE', 'community')).toBe('yes');
});

it('nobody without the right to manage accounts grants anything, wherever', () => {
  const roles = [
    'BRANCH_SECRETARY',
    'GRID_LEAD',
    'BUILDING_LEAD',
    'CENTRE_STAFF',
    'KITCHEN',
    'DELIVERY_VOLUNTEER',
    'HOME_WORKER',
  ] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...roles, 'RESIDENT' as const, 'SCREEN' as const),
      fc.constantFrom(...Object.values(Role)),
      fc.constantFrom(...(Object.keys(places) as (keyof typeof places)[])),
      (own, granted, place) => {
        const who = viewer(duty(own, { areaId: district }), duty(own, { centreId: centre }));
        expect(tries(who, granted, place)).not.toBe('yes');
      },
    ),
  );
});
