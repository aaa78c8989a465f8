import type { PlainDate } from '@linli/domain/base';
import type { SampleEstate } from './areas.js';
import { fullName, surname } from './names.js';
import { Chance, idOf } from './random.js';

export type SampleCareNeed =
  | 'OLD_AGE'
  | 'LIVING_ALONE'
  | 'EMPTY_NEST'
  | 'DISABLED_PARTLY'
  | 'DISABLED_FULLY'
  | 'HANDICAP'
  | 'LOW_INCOME';
export type SampleTexture = 'REGULAR' | 'SOFT' | 'LIQUID';

export interface SampleResident {
  readonly id: string;
  readonly householdId: string;
  readonly name: string;
  readonly birthDate: PlainDate;
  /** Made up, as are all who bear them. */
  readonly phone: string | null;
  readonly buildingCode: string;
  readonly careNeeds: readonly SampleCareNeed[];
  readonly allergies: readonly string[];
  readonly texture: SampleTexture;
  readonly elderMode: boolean;
}

export interface SampleCarer {
  readonly elderId: string;
  readonly carerId: string;
  readonly scopes: readonly ('BOOKINGS' | 'HEALTH' | 'CONTACTS')[];
}

const ALL_SCOPES = ['BOOKINGS', 'HEALTH', 'CONTACTS'] as const;

/** Five-year bands of the 2020 census for Henan, per mille, from 0-4 to 85 and over. */
const CENSUS = [58, 76, 84, 70, 50, 51, 68, 66, 57, 63, 77, 75, 52, 61, 43, 27, 14, 8];
/** An old industrial district keeps its old people: those of 60 and over weigh more than in the province. */
const OLD_DISTRICT = 2.3;
const BAND = 5;
const OLD_BAND = 12;

const AGES = CENSUS.map((weight, band) => [band, band >= OLD_BAND ? weight * OLD_DISTRICT : weight] as const);
const HOUSEHOLD_SIZES = [
  [1, 30],
  [2, 38],
  [3, 19],
  [4, 9],
  [5, 4],
] as const;

/** 王曉敏 cares for her mother and her father-in-law: the story that runs through the demonstration. */
export const STORY = {
  daughter: { name: '王曉敏', phone: '13900000001', age: 52 },
  mother: { name: '李桂蘭', phone: '13900000002', age: 78 },
  fatherInLaw: { name: '趙德順', phone: '13900000003', age: 83 },
} as const;

export function sampleResidents(today: PlainDate, estates: readonly SampleEstate[], count: number) {
  const chance = new Chance('residents');
  const buildings = buildingsToLiveIn(chance, estates);
  const residents: SampleResident[] = story(today, estates);
  while (residents.length < count)
    residents.push(...household(chance, today, chance.pick(buildings), residents.length));
  const carers: SampleCarer[] = [
    { elderId: idOf('resident mother'), carerId: idOf('resident daughter'), scopes: ALL_SCOPES },
    {
      elderId: idOf('resident fatherInLaw'),
      carerId: idOf('resident daughter'),
      scopes: ['BOOKINGS', 'HEALTH'],
    },
    ...carersWithin(new Chance('carers'), today, residents.slice(3)),
  ];
  return { residents, carers };
}

/** More people live where there is a centre with a kitchen: 沙北, 龍塔, 淞江 and 新店, and a few in the other towns. */
function buildingsToLiveIn(chance: Chance, estates: readonly SampleEstate[]): string[] {
  const WEIGHTS: Record<string, number> = { '411103001': 6, '411103002': 4, '411103003': 3, '411103104': 4 };
  return estates.flatMap((estate) =>
    estate.buildings
      .filter(() => chance.happens(0.5))
      .flatMap(({ code }) => Array<string>(WEIGHTS[code.slice(0, 9)] ?? 1).fill(code)),
  );
}

function household(chance: Chance, today: PlainDate, buildingCode: string, serial: number): SampleResident[] {
  const size = chance.weighted(HOUSEHOLD_SIZES);
  const family = surname(chance);
  const householdId = idOf(`household ${String(serial)}`);
  const ages = agesOf(chance, size);
  return ages.map((age, i) => {
    const isWoman =
      i === 0 ? chance.happens(0.5) : i === 1 && size === 2 ? chance.happens(0.6) : chance.happens(0.5);
    const familyOfTheirOwn = i > 0 && age >= 22 && chance.happens(0.5) ? surname(chance) : family;
    const own = { age, isWoman };
    const needs = careNeedsOf(chance, age, size, ages);
    return {
      ...{ id: idOf(`resident ${String(serial + i)}`), householdId, buildingCode, careNeeds: needs },
      name: fullName(chance, familyOfTheirOwn, own),
      birthDate: bornOn(chance, today, age),
      phone: age >= 12 && chance.happens(age >= 80 ? 0.7 : 0.96) ? phoneOf(serial + i) : null,
      allergies: chance.happens(0.05)
        ? [chance.pick(['PEANUT', 'EGG', 'MILK', 'SHELLFISH', 'FISH', 'SOY'])]
        : [],
      texture: textureOf(chance, age, needs),
      elderMode: age >= 60 && chance.happens(0.7),
    };
  });
}

/** Couples and generations, not strangers: a second adult is about as old, a third a generation younger. */
function agesOf(chance: Chance, size: number): number[] {
  const drawn = () => chance.weighted(AGES) * BAND + chance.between(0, BAND - 1);
  let head = drawn();
  while (head < 20) head = drawn();
  const rest = Array.from({ length: size - 1 }, (_, i) => {
    if (i === 0 && chance.happens(0.75)) return Math.max(20, head + chance.between(-5, 4));
    const generation = head >= 60 ? chance.between(24, 34) : chance.between(22, 33);
    return Math.max(0, head - generation);
  });
  return [Math.min(head, 99), ...rest];
}

function careNeedsOf(chance: Chance, age: number, size: number, ages: readonly number[]): SampleCareNeed[] {
  const needs: SampleCareNeed[] = [];
  if (age >= 80) needs.push('OLD_AGE');
  if (age >= 60 && size === 1) needs.push('LIVING_ALONE');
  if (age >= 60 && size === 2 && ages.every((each) => each >= 60)) needs.push('EMPTY_NEST');
  if (age >= 70 && chance.happens(0.1))
    needs.push(chance.happens(0.3) ? 'DISABLED_FULLY' : 'DISABLED_PARTLY');
  if (chance.happens(0.02)) needs.push('HANDICAP');
  if (age >= 50 && chance.happens(0.03)) needs.push('LOW_INCOME');
  return needs;
}

function textureOf(chance: Chance, age: number, needs: readonly SampleCareNeed[]): SampleTexture {
  if (needs.includes('DISABLED_FULLY')) return 'LIQUID';
  return age >= 75 && chance.happens(0.35) ? 'SOFT' : 'REGULAR';
}

function bornOn(chance: Chance, today: PlainDate, age: number): PlainDate {
  const year = Number(today.slice(0, 4)) - age - 1;
  const pad = (n: number) => String(n).padStart(2, '0');
  const birthday = `${pad(chance.between(1, 12))}-${pad(chance.between(1, 28))}`;
  const hadBirthday = birthday <= today.slice(5);
  return `${String(hadBirthday ? year + 1 : year)}-${birthday}` as PlainDate;
}

const phoneOf = (serial: number): string => `1390001${String(serial).padStart(4, '0')}`;

function story(today: PlainDate, estates: readonly SampleEstate[]): SampleResident[] {
  const home = estates.find(({ parentCode, isOldWalkUp }) => parentCode === '411103001001' && isOldWalkUp);
  const [building, other] = (home ?? estates[0])?.buildings ?? [];
  const chance = new Chance('story');
  const person = (key: keyof typeof STORY, more: Partial<SampleResident>): SampleResident => ({
    ...{
      id: idOf(`resident ${key}`),
      householdId: idOf('household story'),
      name: STORY[key].name,
      phone: STORY[key].phone,
    },
    ...{
      birthDate: bornOn(chance, today, STORY[key].age),
      buildingCode: building?.code ?? '',
      careNeeds: [],
    },
    ...{ allergies: [], texture: 'REGULAR', elderMode: false },
    ...more,
  });
  const apart = {
    householdId: idOf('household story parents'),
    buildingCode: other?.code ?? building?.code ?? '',
  };
  return [
    person('daughter', {}),
    person('mother', {
      ...apart,
      careNeeds: ['EMPTY_NEST'],
      allergies: ['PEANUT'],
      texture: 'SOFT',
      elderMode: true,
    }),
    person('fatherInLaw', { ...apart, careNeeds: ['OLD_AGE'], texture: 'SOFT', elderMode: true }),
  ];
}

/** One in three very old people has let somebody of their household act for them. */
function carersWithin(chance: Chance, today: PlainDate, residents: readonly SampleResident[]): SampleCarer[] {
  const yearOf = (date: PlainDate) => Number(date.slice(0, 4));
  const ageNow = ({ birthDate }: SampleResident) => yearOf(today) - yearOf(birthDate);
  return residents
    .filter((elder) => ageNow(elder) >= 76)
    .flatMap((elder, i) => {
      // Every fourth is let book, and no more.
      const scopes = i % 4 === 3 ? (['BOOKINGS'] as const) : ALL_SCOPES;
      const carer = residents.find(
        (other) =>
          other.householdId === elder.householdId &&
          other.phone !== null &&
          ageNow(other) < 65 &&
          ageNow(other) > 20,
      );
      return carer && chance.happens(0.6) ? [{ elderId: elder.id, carerId: carer.id, scopes }] : [];
    });
}
