export { ageOn } from './age.js';
export { maskedName, maskedPhone } from './masking.js';
export { Allergen, CareNeed, type CareNeedPeriod, careNeedsOn, Texture } from './needs.js';
export {
  LANGUAGES,
  type RegisterResidentInput,
  registerResidentInput,
  residentName,
  residentSearch,
  type SavePreferencesInput,
  savePreferencesInput,
} from './people-inputs.js';
