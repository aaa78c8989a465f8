import { type House, openHouse } from '@linli/testkit';
import { SHARED_HOUSE } from './shared-house.js';

let house: House | undefined;

/** E2E_HOUSE, as `http://127.0.0.1:4000 /its/data/folder`, is a house that runs already: quick while writing tests. */
export async function openSharedHouse(): Promise<void> {
  const [given, folder] = (process.env.E2E_HOUSE ?? '').split(' ');
  if (!given || !folder) house = await openHouse();
  const { url, dataDir } = house ?? { url: given, dataDir: folder };
  process.env[SHARED_HOUSE] = JSON.stringify({ url, dataDir });
}

export async function closeSharedHouse(): Promise<void> {
  await house?.stop();
}
