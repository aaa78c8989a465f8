export { launchBrowser } from './browser.js';
export { freePort, type House, openHouse } from './house.js';
export {
  axeViolations,
  cutTexts,
  horizontalOverflow,
  smallTargets,
  smallTexts,
  untranslated,
} from './page-checks.js';
