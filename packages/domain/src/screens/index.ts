export {
  type ClaimScreenInput,
  claimScreenInput,
  pairingSecret,
  type PairScreenInput,
  pairScreenInput,
  type RenameScreenInput,
  renameScreenInput,
  type ReportScreenInput,
  reportScreenInput,
  type RevokeScreenInput,
  revokeScreenInput,
  type StartPairingInput,
  startPairingInput,
} from './screen-inputs.js';
export {
  isOnline,
  newPairingCode,
  PAIRING_MINUTES,
  pairingCode,
  PairingState,
  type ScreenId,
  screenId,
} from './screen.js';
export { COVERAGE_STEPS, coverageStep, LEAST_DENOMINATOR, shownRate } from './scene-figures.js';
