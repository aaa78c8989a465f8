import { clearFurnished, furnishOnce } from './furnished-house.js';
import { closeSharedHouse, openSharedHouse } from './open-shared-house.js';

/** What the tests of this part live in; see jest.config.js. */
export async function openHouses(): Promise<void> {
  if (process.env.E2E_PART !== 'OWN') await openSharedHouse();
  if (process.env.E2E_PART !== 'SHARED') await furnishOnce();
}

export async function closeHouses(): Promise<void> {
  clearFurnished();
  await closeSharedHouse();
}
