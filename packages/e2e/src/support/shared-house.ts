import type { House } from '@linli/testkit';

export const SHARED_HOUSE = 'LINLI_SHARED_HOUSE';

/** Where a house stands; what a test may know of the one it shares with others. */
export type Address = Pick<House, 'url' | 'dataDir'>;

export function sharedHouse(): Address {
  const said = process.env[SHARED_HOUSE];
  if (said === undefined) throw new Error('No shared house: run this through jest.');
  return JSON.parse(said) as Address;
}
