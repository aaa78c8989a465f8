import type { Answer } from './refusal-table.scenario.js';
import { around } from './refusal-table.scenario.js';

/** Of an operation on a place, as in `refusal-table`: own, subtree, sibling, parent. Not derived from `grants`. */
type Row = Readonly<Record<string, readonly (Answer | 'wrong' | 'empty')[]>>;

const CADRES = ['DISTRICT_CADRE', 'TOWN_CADRE', 'COMMUNITY_CADRE'];
const row = (yes: readonly string[], line: string, others: Readonly<Record<string, string>> = {}): Row =>
  Object.fromEntries(
    Object.keys(around).map((role) => [
      role,
      (others[role] ?? (yes.includes(role) ? line : 'no no no no')).split(' ') as Row[string],
    ]),
  );

const TREES = row(CADRES, 'yes yes none none');
const OWN_CENTRE = 'yes none none none';
const CENTRES = row(CADRES, 'yes yes none none', { CENTRE_STAFF: OWN_CENTRE });
const KITCHENS = row(CADRES, 'yes yes none none', { CENTRE_STAFF: OWN_CENTRE, KITCHEN: OWN_CENTRE });

export const placeTable: Readonly<Record<string, Row>> = {
  renameArea: TREES,
  closeArea: TREES,
  setUpOrganisation: TREES,
  renameOrganisation: TREES,
  closeOrganisation: TREES,
  /** Of a parent beyond reach the preview says that it knows none. */
  previewImport: row(CADRES, 'yes yes wrong wrong'),
  /** Somebody else's preview is nobody's to commit, wherever it is. */
  commitImport: row(CADRES, 'none none none none'),
  saveService: CENTRES,
  previewTimetable: CENTRES,
  publishTimetable: CENTRES,
  closeDay: CENTRES,
  reopenDay: CENTRES,
  saveMenu: KITCHENS,
  mealLabels: KITCHENS,
  substituteDish: KITCHENS,
  previewCopyMenus: KITCHENS,
  copyMenus: KITCHENS,
  allergyClashes: CENTRES,
  answerAllergyClash: CENTRES,
  mealSafety: row(CADRES, 'yes yes none none', {
    ...{ CENTRE_STAFF: OWN_CENTRE, KITCHEN: OWN_CENTRE, DELIVERY_VOLUNTEER: OWN_CENTRE },
  }),
  recordFoodSafety: KITCHENS,
  releaseMeal: KITCHENS,
  pairScreen: CENTRES,
  renameScreen: CENTRES,
  revokeScreen: CENTRES,
  screens: row(CADRES, 'yes yes empty empty', { CENTRE_STAFF: 'yes empty empty empty' }),
  previewScene: CENTRES,
};
