import { careTable } from './care-operations.scenario.js';
import { dayCareTable } from './day-care-operations.scenario.js';
import { deliveryTable } from './delivery-table.scenario.js';
import { memberTable } from './member-operations.scenario.js';
import { talentTable } from './talent-operations.scenario.js';
import { movingTable } from './moving-operations.scenario.js';
import { becomingTable } from './becoming-operations.scenario.js';
import { postTable } from './post-operations.scenario.js';
import { ratingTable } from './rating-operations.scenario.js';
import { pointsTable } from './points-operations.scenario.js';
import { jointTable } from './joint-operations.scenario.js';
import { trainingTable } from './training-operations.scenario.js';
import { lifeTable } from './life-operations.scenario.js';
import { visitTable } from './visit-operations.scenario.js';
import { CADRES, row, type Row } from './place-row.scenario.js';

const TREES = row(CADRES, 'yes yes none none');
const OWN_CENTRE = 'yes none none none';
const CENTRES = row(CADRES, 'yes yes none none', { CENTRE_STAFF: OWN_CENTRE });
const KITCHENS = row(CADRES, 'yes yes none none', { CENTRE_STAFF: OWN_CENTRE, KITCHEN: OWN_CENTRE });
/** Who pays answers; a community only asks. */
const PAYERS = row(['DISTRICT_CADRE', 'TOWN_CADRE'], 'yes yes none none');

export const placeTable: Readonly<Record<string, Row>> = {
  renameArea: TREES,
  closeArea: TREES,
  setUpOrganisation: TREES,
  renameOrganisation: TREES,
  closeOrganisation: TREES,
  moveOrganisation: TREES,
  changeCovers: TREES,
  splitOrganisation: TREES,
  mergeOrganisations: TREES,
  recordTwoNewUnit: TREES,
  changeTwoNewUnit: TREES,
  closeTwoNewUnit: TREES,
  recordTwoNewActivity: TREES,
  /** Of a parent beyond reach the preview says that it knows none. */
  previewImport: row(CADRES, 'yes yes wrong wrong'),
  /** Somebody else's preview is nobody's to commit, wherever it is. */
  commitImport: row(CADRES, 'none none none none'),
  saveService: CENTRES,
  resources: CENTRES,
  saveResource: CENTRES,
  resourceTakings: CENTRES,
  workerAccounts: CENTRES,
  retireResource: CENTRES,
  bringBackResource: CENTRES,
  assignResources: CENTRES,
  previewTimetable: CENTRES,
  publishTimetable: CENTRES,
  previewSeries: CENTRES,
  openSeries: CENTRES,
  closeSeries: CENTRES,
  changeJoinUntil: CENTRES,
  seriesRoll: CENTRES,
  assessments: CENTRES,
  recordAssessment: CENTRES,
  deskDoor: CENTRES,
  giveDoor: CENTRES,
  previewCloseDay: CENTRES,
  closedDayBookings: CENTRES,
  closeDay: CENTRES,
  reopenDay: CENTRES,
  saveMenu: KITCHENS,
  mealLabels: KITCHENS,
  substituteDish: KITCHENS,
  previewCopyMenus: KITCHENS,
  copyMenus: KITCHENS,
  previewMenuSheet: KITCHENS,
  importMenuSheet: KITCHENS,
  centreStandingOrders: CENTRES,
  allergyClashes: CENTRES,
  answerAllergyClash: CENTRES,
  revealClashNumber: CENTRES,
  claims: CENTRES,
  claim: CENTRES,
  claimLines: CENTRES,
  claimablePayers: CENTRES,
  draftClaim: CENTRES,
  counterClaimLine: CENTRES,
  submitClaim: CENTRES,
  acceptClaim: PAYERS,
  returnClaim: PAYERS,
  proposeSubsidyRule: TREES,
  endSubsidyRule: TREES,
  previewSubsidyRule: TREES,
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
  ...deliveryTable,
  ...visitTable,
  ...dayCareTable,
  ...careTable,
  ...memberTable,
  ...postTable,
  ...becomingTable,
  ...movingTable,
  ...talentTable,
  ...ratingTable,
  ...lifeTable,
  ...jointTable,
  ...pointsTable,
  ...trainingTable,
};
