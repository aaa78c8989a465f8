import { addDays, type PlainDate } from '@linli/domain/base';
import { communities } from './divisions.js';
import { Chance, idOf } from './random.js';

export interface SampleTwoNewUnit {
  readonly id: string;
  readonly name: string;
  readonly field: 'OFFICE_BUILDING' | 'COMMERCIAL_DISTRICT' | 'INTERNET' | 'LAW_FIRM';
  readonly areaCode: string;
  readonly members: number;
  readonly cover: 'OWN' | 'JOINT' | 'INSTRUCTOR' | 'NONE';
  readonly lastActivityOn: PlainDate | null;
  /** The first day in business, and the first under its cover. Null: before records. */
  readonly validFrom: PlainDate | null;
  readonly coveredFrom: PlainDate | null;
}

const names: Record<SampleTwoNewUnit['field'], readonly string[]> = {
  OFFICE_BUILDING: [
    '沙北商務大廈',
    '昌建國際寫字樓',
    '泰山路科創樓',
    '新世紀商務中心',
    '龍塔大廈',
    '嵩山商務樓',
    '金山國際',
  ],
  COMMERCIAL_DISTRICT: [
    '黃河路商圈',
    '遼河夜市',
    '嵩山路步行街',
    '孟廟農貿市場',
    '龍塔批發市場',
    '淞江建材市場',
    '北環汽配城',
    '泰山路生鮮市場',
  ],
  INTERNET: [
    '漯鮮達配送站',
    '沙澧直播基地',
    '城北快遞分撥中心',
    '小哥驛站平台',
    '雲倉電商園',
    '優行網約車服務部',
  ],
  LAW_FIRM: ['中正律師事務所', '沙河律師事務所', '明德律師事務所', '豫正律師事務所'],
};
const FIRST_MEMBERS_OF_THEIR_OWN = 3;

/** Made-up enterprises and social organisations of the four fields, each with its way of being covered. */
export function sampleTwoNewUnits(today: PlainDate): SampleTwoNewUnit[] {
  const chance = new Chance('two-new');
  const urban = communities.filter(({ code }) => code < '411103100');
  return Object.entries(names).flatMap(([field, list]) =>
    list.map((name): SampleTwoNewUnit => {
      const members = chance.between(0, 9);
      const cover = coverOf(chance, members);
      const quietDays =
        cover === 'NONE'
          ? null
          : chance.weighted([
              [chance.between(2, 40), 7],
              [chance.between(120, 400), 3],
            ]);
      return {
        ...{ id: idOf(`two-new ${name}`), name, field: field as SampleTwoNewUnit['field'] },
        ...{ areaCode: chance.pick(urban).code, members, cover },
        lastActivityOn: quietDays === null ? null : addDays(today, -quietDays),
        ...sinceWhen(today, name, cover, quietDays ?? 0),
      };
    }),
  );
}

const DAYS_OF_GROWTH = 730;

/** Half had their cover before the two years that the records tell of; a few opened within them. */
function sinceWhen(
  today: PlainDate,
  name: string,
  cover: SampleTwoNewUnit['cover'],
  quietDays: number,
): Pick<SampleTwoNewUnit, 'validFrom' | 'coveredFrom'> {
  const chance = new Chance(`two-new since ${name}`);
  const coveredDays = chance.between(quietDays + 1, DAYS_OF_GROWTH);
  const [isNew, wasBefore] = [chance.happens(0.2), chance.happens(0.5)];
  const openDays = coveredDays + chance.between(30, 200);
  return {
    validFrom: isNew ? addDays(today, -openDays) : null,
    coveredFrom: cover === 'NONE' || (wasBefore && !isNew) ? null : addDays(today, -coveredDays),
  };
}

function coverOf(chance: Chance, members: number): SampleTwoNewUnit['cover'] {
  if (members >= FIRST_MEMBERS_OF_THEIR_OWN && chance.happens(0.8)) return 'OWN';
  return chance.weighted<SampleTwoNewUnit['cover']>([
    ['JOINT', 5],
    ['INSTRUCTOR', 3],
    ['NONE', 2],
  ]);
}
