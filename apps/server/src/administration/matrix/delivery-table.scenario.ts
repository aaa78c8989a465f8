import { around } from './refusal-table.scenario.js';
import { CADRES, row } from './place-row.scenario.js';

/** Bringing meals and looking after who did not open, as in `place-table`: own, subtree, sibling, parent. */
const OWN_CENTRE = 'yes none none none';
const PLANNERS = row(CADRES, 'yes yes none none', { CENTRE_STAFF: OWN_CENTRE });
const RIDERS = row(CADRES, 'yes yes none none', { CENTRE_STAFF: OWN_CENTRE, DELIVERY_VOLUNTEER: OWN_CENTRE });
const ESTATES = ['BRANCH_SECRETARY', 'GRID_LEAD', 'BUILDING_LEAD'];
// A grid lead goes to a door of their estate, whichever centre cooked the meal.
const CHECKERS = row([...CADRES, ...ESTATES], 'yes yes none none', { CENTRE_STAFF: OWN_CENTRE });
const CHECKS = row([...CADRES, ...ESTATES], 'yes yes empty empty', { CENTRE_STAFF: 'yes empty empty empty' });
const KEEPERS = row(CADRES, 'yes yes none none', { RESIDENT: 'none none none none' });
const EVERYONE = row(
  Object.keys(around).filter((role) => role !== 'RESIDENT' && role !== 'SCREEN'),
  'yes yes yes yes',
);

export const deliveryTable = {
  deliveryPlans: RIDERS,
  carriers: PLANNERS,
  planRounds: PLANNERS,
  arrangeRounds: PLANNERS,
  startRound: RIDERS,
  endRound: RIDERS,
  syncMarks: RIDERS,
  welfareChecks: CHECKS,
  recordWelfareStep: CHECKERS,
  closeWelfareCheck: CHECKERS,
  revealWelfareNumber: CHECKERS,
  emergencyContacts: KEEPERS,
  saveEmergencyContacts: KEEPERS,
  homeDoor: KEEPERS,
  saveHomeDoor: KEEPERS,
  placeArea: row(CADRES, 'yes yes none none'),
  areaPositions: EVERYONE,
};
