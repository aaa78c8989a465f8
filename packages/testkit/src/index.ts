export { launchBrowser } from './browser.js';
export { freePort, type House, openHouse } from './house.js';
export { axeViolations, horizontalOverflow, smallTargets, smallTexts } from './page-checks.js';
