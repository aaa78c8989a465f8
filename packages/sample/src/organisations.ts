import { addDays, type PlainDate } from '@linli/domain/base';
import type { SampleEstate } from './areas.js';
import { communities, DISTRICT, towns, villages } from './divisions.js';
import { Chance } from './random.js';

export interface SampleOrganisation {
  readonly key: string;
  readonly parentKey: string | null;
  readonly kind: string;
  /** The whole name, or, with `areaCode`, what follows the area's Traditional name without its 居民委員會 or 村民委員會. */
  readonly name: string;
  readonly areaCode: string | null;
  /** Null: before records. */
  readonly setUpOn: PlainDate | null;
  readonly documentNumber: string | null;
  readonly covers: readonly string[];
}

const MONTHS_OF_GROWTH = 24;
const DAYS_A_MONTH = 30.4;
const TOWN_COMMITTEES = { STREET: '黨工委', TOWN: '黨委' };
const FIRST_TOWN = '411103100';

/** Party organisations on all four levels; estate branches were set up over 24 months, so that coverage climbs. */
export function sampleOrganisations(
  today: PlainDate,
  estates: readonly SampleEstate[],
): SampleOrganisation[] {
  return [...committees(), ...branchesOf(today, estates), ...agencies(today)];
}

const established = (
  key: string,
  parentKey: string | null,
  kind: string,
  name: string,
  areaCode: string | null,
) => ({
  ...{ key, parentKey, kind, name, areaCode, setUpOn: null, documentNumber: null },
  covers: areaCode === null ? [] : [areaCode],
});

const committees = (): SampleOrganisation[] => [
  established('district', null, 'DISTRICT_COMMITTEE', '委', DISTRICT),
  ...towns.map(({ code }) => {
    const suffix = code < FIRST_TOWN ? TOWN_COMMITTEES.STREET : TOWN_COMMITTEES.TOWN;
    return established(`town ${code}`, 'district', 'GRASSROOTS_COMMITTEE', suffix, code);
  }),
  ...communities.map(({ code, parentCode }) =>
    established(`community ${code}`, `town ${parentCode}`, 'COMMUNITY_COMMITTEE', '黨委', code),
  ),
  ...villages.map(({ code, parentCode }) =>
    established(`village ${code}`, `town ${parentCode}`, 'VILLAGE_BRANCH', '黨支部', code),
  ),
];

function branchesOf(today: PlainDate, estates: readonly SampleEstate[]): SampleOrganisation[] {
  const chance = new Chance('branches');
  const document = documents();
  return estates.flatMap((estate) => {
    // A few have none yet; four in ten had one before the two years that the records tell of.
    if (chance.happens(0.06)) return [];
    const monthsAgo = MONTHS_OF_GROWTH * chance.next() ** 1.15;
    const grown = addDays(today, -Math.ceil(monthsAgo * DAYS_A_MONTH) - 1);
    const wasBefore = estate.validFrom === '' && chance.happens(0.4);
    const setUpOn = wasBefore
      ? null
      : later(grown, estate.validFrom === '' ? grown : addDays(estate.validFrom, 30));
    if (setUpOn !== null && setUpOn >= today) return [];
    const branch: SampleOrganisation = {
      ...{ key: `estate ${estate.code}`, parentKey: parentOf(estate), kind: 'ESTATE_BRANCH' },
      ...{ name: '黨支部', areaCode: estate.code, setUpOn, covers: [estate.code] },
      documentNumber: setUpOn === null ? null : document(setUpOn),
    };
    return [branch, ...groupsOf(chance, estate, branch)];
  });
}

const FIRST_VILLAGE = 200;
const parentOf = ({ parentCode }: SampleEstate): string =>
  `${Number(parentCode.slice(-3)) < FIRST_VILLAGE ? 'community' : 'village'} ${parentCode}`;

const groupsOf = (chance: Chance, estate: SampleEstate, branch: SampleOrganisation): SampleOrganisation[] =>
  estate.buildings
    .filter(() => chance.happens(0.3))
    .map(({ code }) => ({
      ...{ key: `group ${code}`, parentKey: branch.key, kind: 'BUILDING_GROUP', name: '黨小組' },
      ...{ areaCode: code, setUpOn: branch.setUpOn, documentNumber: branch.documentNumber, covers: [code] },
    }));

const AGENCIES = [
  ...['區委辦公室', '區政府辦公室', '區民政局', '區農業農村局', '區住房和城鄉建設局', '區衛生健康委員會'],
  ...['區教育局', '區財政局', '區城市管理局', '區退役軍人事務局'],
];

/** Branches without an area: agencies, and the trade committee of the property firms. */
function agencies(today: PlainDate): SampleOrganisation[] {
  const setUpOn = addDays(today, -410);
  return [
    ...AGENCIES.map((name) =>
      established(`agency ${name}`, 'district', 'AGENCY_BRANCH', `${name}機關黨支部`, null),
    ),
    {
      ...established('property firms', 'district', 'INDUSTRY_COMMITTEE', '郾城區物業行業黨委', null),
      setUpOn,
      documentNumber: `郾組〔${setUpOn.slice(0, 4)}〕18號`,
    },
  ];
}

const later = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other);

/** 發文字號 as a district's organisation department numbers them, made up. */
function documents(): (day: PlainDate) => string {
  const count = new Map<string, number>();
  return (day) => {
    const year = day.slice(0, 4);
    const next = (count.get(year) ?? 20) + 1;
    count.set(year, next);
    return `郾組〔${year}〕${String(next)}號`;
  };
}
