import { expect, it } from '@jest/globals';
import { Channel, channelOf, type Booker } from './booking.js';

const forThemselves: Booker = { isStaff: false, isBeneficiary: true };
const asCarer: Booker = { isStaff: false, isBeneficiary: false };
const atTheDesk: Booker = { isStaff: true, isBeneficiary: false };

it('a resident books through the app, for another as a carer, and never as the desk', () => {
  const kept = (booker: Booker) => Object.values(Channel).map((named) => channelOf(named, booker));
  expect(Object.values(Channel)).toEqual(['APP', 'COUNTER', 'PHONE', 'CARER', 'STANDING_ORDER']);
  expect(kept(forThemselves)).toEqual(['APP', undefined, undefined, 'APP', undefined]);
  expect(kept(asCarer)).toEqual(['CARER', undefined, undefined, 'CARER', undefined]);
  expect(kept(atTheDesk)).toEqual([undefined, 'COUNTER', 'PHONE', undefined, undefined]);
});
