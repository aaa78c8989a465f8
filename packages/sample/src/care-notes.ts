import { fullName, surname } from './names.js';
import { Chance } from './random.js';
import type { SampleResident } from './residents.js';

export interface SampleCareNote {
  readonly residentId: string;
  readonly door: string;
  readonly hint: string | null;
  readonly contacts: readonly { readonly name: string; readonly relation: string; readonly phone: string }[];
}

const HINTS = [
  ...['耳背，請多按幾次門鈴', '門鈴壞了，請敲門', '腿腳慢，請等兩分鐘', '家裡有狗，不咬人'],
  ...['請放在門口的櫃子上，再打電話', '鑰匙在對門王阿姨家'],
];

/** Where the elders with care needs live exactly, and whom to call for them. All made up. */
export function sampleCareNotes(residents: readonly SampleResident[]): SampleCareNote[] {
  return residents
    .filter(({ careNeeds }) => careNeeds.some((need) => need !== 'OLD_AGE'))
    .map(({ id, name }) => {
      const chance = new Chance(`care note ${id}`);
      const floor = chance.between(1, 6);
      const family = chance.happens(0.6) ? name.slice(0, 1) : surname(chance);
      const contact = {
        name: fullName(chance, family, { age: chance.between(30, 70), isWoman: chance.happens(0.5) }),
        relation: chance.weighted([
          ['CHILD', 6],
          ['SPOUSE', 1],
          ['RELATIVE', 1],
          ['NEIGHBOUR', 2],
        ] as const),
        phone: `1390000${String(chance.between(1000, 9999))}`,
      };
      return {
        residentId: id,
        door: `${String(chance.between(1, 4))}單元${String(floor)}0${String(chance.between(1, 4))}`,
        hint: chance.happens(0.3) ? chance.pick(HINTS) : null,
        contacts: chance.happens(0.85) ? [contact] : [],
      };
    });
}
