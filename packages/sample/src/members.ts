import { addDays, type PlainDate } from '@linli/domain/base';
import { communities, villages } from './divisions.js';
import type { SampleEstate } from './areas.js';
import { fullName, surname } from './names.js';
import type { SampleOrganisation } from './organisations.js';
import { Chance, idOf } from './random.js';
import type { SampleResident } from './residents.js';

export interface SampleMembership {
  readonly id: string;
  readonly residentId: string;
  readonly organisationKey: string;
  readonly stage: 'ACTIVIST' | 'CANDIDATE' | 'PROBATIONARY' | 'FULL';
  readonly joinedOn: PlainDate;
}

/** 組織關係轉接 */
export interface SampleTransfer {
  readonly id: string;
  readonly residentId: string;
  readonly organisationKey: string;
  readonly on: PlainDate;
  readonly documentNumber: string;
}

export interface SampleExemption {
  readonly id: string;
  readonly residentId: string;
  readonly reason: 'OLD_AGE' | 'ILLNESS';
  readonly from: PlainDate;
}

export interface SampleMembers {
  /** Made up for the rosters, beside the residents that there are: without a phone, and in nobody's story. */
  readonly residents: readonly SampleResident[];
  readonly memberships: readonly SampleMembership[];
  readonly transfers: readonly SampleTransfer[];
  readonly exemptions: readonly SampleExemption[];
}

/** 支部黨員人數: most branches of an old district are small, a few are large. */
const SIZES = [
  [8, 20],
  [10, 24],
  [13, 22],
  [17, 14],
  [22, 8],
  [30, 3],
  [40, 1],
] as const;
const STAGES = [
  ['FULL', 90],
  ['PROBATIONARY', 5],
  ['CANDIDATE', 2],
  ['ACTIVIST', 3],
] as const;
const BRANCHES = ['ESTATE_BRANCH', 'VILLAGE_BRANCH', 'AGENCY_BRANCH'];
const AGED = 80;

interface Member {
  readonly residentId: string;
  readonly age: number;
}

/** Who belongs to which branch of the demonstration: neighbours where there are any, and made-up people beside them. */
export function sampleMembers(
  today: PlainDate,
  {
    estates,
    residents,
    organisations,
  }: {
    readonly estates: readonly SampleEstate[];
    readonly residents: readonly SampleResident[];
    readonly organisations: readonly SampleOrganisation[];
  },
): SampleMembers {
  const neighbours = adultsByEstate(today, residents);
  const made: SampleResident[] = [];
  const memberships: SampleMembership[] = [];
  const exemptions: SampleExemption[] = [];
  for (const organisation of organisations.filter(({ kind }) => BRANCHES.includes(kind))) {
    const chance = new Chance(`members of ${organisation.key}`);
    const own = neighbours.get(organisation.areaCode ?? '') ?? [];
    const size = chance.weighted(SIZES);
    const near = chance.shuffled(own).slice(0, Math.min(size, Math.ceil(own.length / 3)));
    const others = Array.from({ length: size - near.length }, (_, i) =>
      madeUp(chance, today, { organisation, serial: i, homes: homesOf(organisation, estates) }),
    );
    made.push(...others);
    const people = [...near, ...others.map((resident) => asMember(today, resident))];
    for (const person of people) {
      const membership = membershipOf(chance, today, organisation, person);
      memberships.push(membership);
      if (person.age >= AGED && membership.stage === 'FULL')
        exemptions.push(exemptionOf(chance, membership, today));
    }
  }
  return { residents: made, memberships, exemptions, transfers: transfersAmong(today, memberships) };
}

const ageOn = (today: PlainDate, { birthDate }: SampleResident): number =>
  Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (birthDate.slice(5) > today.slice(5) ? 1 : 0);
const asMember = (today: PlainDate, resident: SampleResident): Member => ({
  ...{ residentId: resident.id, age: ageOn(today, resident) },
});

/** Of age at 18, and a year or two on the way. */
const YOUNGEST = 20;
const ESTATE_CODE = 15;
const ADULT = 28;

function adultsByEstate(today: PlainDate, residents: readonly SampleResident[]): Map<string, Member[]> {
  const found = new Map<string, Member[]>();
  for (const resident of residents.filter((each) => ageOn(today, each) >= ADULT)) {
    const code = resident.buildingCode.slice(0, ESTATE_CODE);
    found.set(code, [...(found.get(code) ?? []), asMember(today, resident)]);
  }
  return found;
}

/** Members of a branch live where it covers; those of an agency anywhere in town. */
function homesOf({ areaCode }: SampleOrganisation, estates: readonly SampleEstate[]): readonly string[] {
  if (areaCode === null)
    return estates
      .filter(({ parentCode }) => communities.some(({ code }) => code === parentCode))
      .flatMap(({ buildings }) => buildings.slice(0, 1).map(({ code }) => code));
  const estate = estates.find(({ code }) => code === areaCode);
  return estate ? estate.buildings.map(({ code }) => code) : [areaCode];
}

function madeUp(
  chance: Chance,
  today: PlainDate,
  {
    organisation,
    serial,
    homes,
  }: { organisation: SampleOrganisation; serial: number; homes: readonly string[] },
): SampleResident {
  const key = `${organisation.key} ${String(serial)}`;
  const age = organisation.areaCode === null ? chance.between(26, 59) : chance.between(28, 86);
  const year = Number(today.slice(0, 4)) - age - 1;
  const pad = (n: number) => String(n).padStart(2, '0');
  return {
    ...{ id: idOf(`resident member ${key}`), householdId: idOf(`household member ${key}`), phone: null },
    name: fullName(chance, surname(chance), { age, isWoman: chance.happens(0.33) }),
    birthDate: `${String(year)}-${pad(chance.between(1, 12))}-${pad(chance.between(1, 28))}` as PlainDate,
    ...{
      buildingCode: chance.pick(homes),
      careNeeds: [],
      allergies: [],
      texture: 'REGULAR',
      elderMode: age >= 70,
    },
  };
}

const laterOf = (one: PlainDate, other: PlainDate | null): PlainDate =>
  other !== null && other > one ? other : one;

function membershipOf(
  chance: Chance,
  today: PlainDate,
  { key, setUpOn }: SampleOrganisation,
  { residentId, age }: Member,
): SampleMembership {
  const stage = chance.weighted(STAGES);
  // Somebody on probation has been a member for less than a year, and nobody was one before coming of age.
  const days =
    stage === 'FULL' ? Math.min(chance.between(380, 7000), (age - YOUNGEST) * 365) : chance.between(30, 350);
  return {
    ...{ id: idOf(`membership ${residentId}`), residentId, organisationKey: key, stage },
    joinedOn: laterOf(addDays(today, -days), setUpOn),
  };
}

function exemptionOf(
  chance: Chance,
  { residentId, joinedOn }: SampleMembership,
  today: PlainDate,
): SampleExemption {
  return {
    ...{ id: idOf(`exemption ${residentId}`), residentId },
    reason: chance.happens(0.8) ? 'OLD_AGE' : 'ILLNESS',
    from: laterOf(addDays(today, -chance.between(60, 700)), joinedOn),
  };
}

const MOVED = 0.02;

/** One in fifty full members has moved within the last year to the branch of another estate, that stood by then. */
function transfersAmong(today: PlainDate, memberships: readonly SampleMembership[]): SampleTransfer[] {
  const chance = new Chance('transfers');
  const old = villages.map(({ code }) => `village ${code}`);
  const longAgo = addDays(today, -380);
  return memberships
    .filter(({ stage, joinedOn }) => stage === 'FULL' && joinedOn < longAgo)
    .filter(() => chance.happens(MOVED))
    .flatMap(({ residentId, organisationKey }, i) => {
      const to = chance.pick(old);
      const on = addDays(today, -chance.between(10, 300));
      return to === organisationKey
        ? []
        : [
            {
              ...{ id: idOf(`transfer ${residentId}`), residentId, organisationKey: to, on },
              documentNumber: `郾組轉〔${on.slice(0, 4)}〕${String(101 + i)}號`,
            },
          ];
    });
}
