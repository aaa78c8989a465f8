export { launchBrowser } from './browser.js';
export { axeViolations, horizontalOverflow, smallTargets, smallTexts } from './page-checks.js';
