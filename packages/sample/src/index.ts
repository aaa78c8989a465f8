export {
  SAMPLE_PASSWORD,
  type SampleAccount,
  sampleAccounts,
  sampleDesks,
  sampleVolunteers,
} from './accounts.js';
export { areasCsv, type SampleArea, type SampleEstate, sampleEstates, sampleGrids } from './areas.js';
export { type SampleBooking, sampleBookings, type SessionToFill } from './bookings.js';
export { type SampleCareNote, sampleCareNotes } from './care-notes.js';
export { type SampleCentre, sampleCentres } from './centres.js';
export { DISTRICT, type Division, divisions, divisionsFile } from './divisions.js';
export {
  type SampleExemption,
  type SampleMembers,
  sampleMembers,
  type SampleMembership,
  type SampleTransfer,
} from './members.js';
export { type SampleDish, type SampleMenu, sampleMenus } from './menus.js';
export { type SampleOrganisation, sampleOrganisations } from './organisations.js';
export { Chance, idOf } from './random.js';
export { type SamplePosition, samplePositions } from './positions.js';
export { type SampleCarer, type SampleResident, sampleResidents, STORY } from './residents.js';
export { type SampleService, type SampleSlot } from './services.js';
export { type SampleSubsidyRule, sampleSubsidyRules } from './subsidies.js';
export { type SampleTwoNewUnit, sampleTwoNewUnits } from './two-new.js';
