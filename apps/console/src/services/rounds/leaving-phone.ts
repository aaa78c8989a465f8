// What signing out asks of this phone.
export { forgetAccount } from './marks-store';
export { sendAll } from './send-marks';
