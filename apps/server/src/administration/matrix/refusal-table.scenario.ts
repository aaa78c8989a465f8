/**
 * Who may do what to whom, written down a second time and not derived from `grants`: own place, below it, beside it,
 * above it. `yes` is done; `no` is FORBIDDEN for lack of the action; `none` is NOT_FOUND, as if it were not there;
 * `beyond` is the refusal DUTY_BEYOND_REACH.
 */
export type Answer = 'yes' | 'no' | 'none' | 'beyond';
export type Relation = 'own' | 'subtree' | 'sibling' | 'parent';

type PlaceName =
  'district' | 'town' | 'otherTown' | 'community' | 'otherCommunity' | 'estate' | 'otherEstate' | 'building';
const AT_COMMUNITY = {
  own: 'community',
  subtree: 'estate',
  sibling: 'otherCommunity',
  parent: 'town',
} as const;
const AT_ESTATE = {
  own: 'estate',
  subtree: 'building',
  sibling: 'otherEstate',
  parent: 'community',
} as const;
export const around: Record<string, Partial<Record<Relation, PlaceName>>> = {
  DISTRICT_CADRE: { own: 'district', subtree: 'town' },
  TOWN_CADRE: { own: 'town', subtree: 'community', sibling: 'otherTown', parent: 'district' },
  COMMUNITY_CADRE: AT_COMMUNITY,
  ...Object.fromEntries(['BRANCH_SECRETARY', 'GRID_LEAD', 'BUILDING_LEAD'].map((role) => [role, AT_ESTATE])),
  CENTRE_STAFF: AT_COMMUNITY,
  KITCHEN: AT_COMMUNITY,
  DELIVERY_VOLUNTEER: AT_COMMUNITY,
  HOME_WORKER: AT_COMMUNITY,
  RESIDENT: AT_COMMUNITY,
  SCREEN: AT_COMMUNITY,
};
export const RELATIONS: Relation[] = ['own', 'subtree', 'sibling', 'parent'];

// Read a row as: own, subtree, sibling, parent.
const CADRES = ['DISTRICT_CADRE', 'TOWN_CADRE', 'COMMUNITY_CADRE'];
const row = (yes: string[], line: string, others: Record<string, string> = {}): Record<string, Answer[]> =>
  Object.fromEntries(
    Object.keys(around).map((role) => {
      const text = others[role] ?? (yes.includes(role) ? line : 'no no no no');
      return [role, text.split(' ') as Answer[]];
    }),
  );

export const expected: Record<string, Record<string, Answer[]>> = {
  accounts: row(CADRES, 'yes yes none none'),
  createAccount: row(CADRES, 'yes yes beyond beyond'),
  resetPassword: row(CADRES, 'yes yes none none'),
  setAccountDisabled: row(CADRES, 'yes yes none none'),
  grantDuty: row(CADRES, 'yes yes none none'),
  endDuty: row(CADRES, 'yes yes none none'),
  auditEntries: row(CADRES, 'yes yes none none'),
  findResidents: row([...CADRES, 'BRANCH_SECRETARY', 'GRID_LEAD', 'BUILDING_LEAD'], 'yes yes none none', {
    CENTRE_STAFF: 'yes none none none',
    RESIDENT: 'none none none none',
  }),
  registerResident: row(CADRES, 'yes yes none none', { CENTRE_STAFF: 'yes yes none none' }),
};
