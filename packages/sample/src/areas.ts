import { addDays, type PlainDate } from '@linli/domain/base';
import { communities, type Division, towns, villages } from './divisions.js';
import { Chance } from './random.js';

/** A row of the import template `code,name,parentCode,kind,validFrom,validTo`; names are official, so Simplified. */
export interface SampleArea {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string;
  readonly kind: 'ESTATE' | 'BUILDING' | 'GRID';
  readonly validFrom: PlainDate | '';
}

export interface SampleEstate extends SampleArea {
  /** Old walk-ups without a property firm, as in the reports. */
  readonly isOldWalkUp: boolean;
  readonly buildings: readonly SampleArea[];
}

const WORKS = [
  ...['棉纺厂', '肉联厂', '供销社', '粮食局', '铁路', '二建司', '造纸厂', '农机公司', '卫生局', '邮电局'],
  ...['化肥厂', '实验中学', '食品厂', '税务局', '运输公司', '五金厂', '百货公司', '水利局'],
];
const YARDS = ['家属院', '一号院', '二号院', '东院', '西院'];
const NEW_FIRST = [
  ...['金水', '锦绣', '沙河', '澧岸', '丽景', '阳光', '翠竹', '福星', '祥和', '世纪', '康乐', '和谐', '湘江'],
  ...['紫荆', '银河', '嵩岳', '万和', '瑞景', '惠民', '幸福', '康城', '龙湖', '桃园'],
];
const NEW_LAST = ['花园', '小区', '佳苑', '名城', '新村', '嘉园', '公馆', '华庭'];

const combined = (first: readonly string[], last: readonly string[]): string[] =>
  first.flatMap((one) => last.map((other) => `${one}${other}`));

/** Made-up estates, buildings and grids under the real communities. */
export function sampleEstates(today: PlainDate): SampleEstate[] {
  const chance = new Chance('estates');
  const old = chance.shuffled(combined(WORKS, YARDS));
  const young = chance.shuffled(combined(NEW_FIRST, NEW_LAST));
  const nameOf = (isOld: boolean): string =>
    (isOld ? old : young).pop() ?? fail('There are more estates than names');

  return [...communities, ...villagesWithEstates()].flatMap((place) => {
    const isUrban = place.code < FIRST_TOWN;
    const count = isUrban ? chance.between(3, 6) : chance.between(1, 2);
    return Array.from({ length: count }, (_, i): SampleEstate => {
      const isOldWalkUp = isUrban && chance.happens(0.42);
      const code = `${place.code}${String(i + 1).padStart(3, '0')}`;
      const isRecent = !isOldWalkUp && chance.happens(0.12);
      return {
        code,
        name: nameOf(isOldWalkUp),
        parentCode: place.code,
        kind: 'ESTATE',
        validFrom: isRecent ? addDays(today, -chance.between(40, 600)) : '',
        isOldWalkUp,
        buildings: buildingsOf(code, isOldWalkUp ? chance.between(2, 6) : chance.between(5, 12)),
      };
    });
  });
}

const FIRST_TOWN = '411103100';

/** In the towns a few villages have built flats: without them seven of the ten would have no estate to cover. */
function villagesWithEstates(): Division[] {
  const chance = new Chance('villages with estates');
  return towns
    .filter(({ code }) => code > FIRST_TOWN)
    .flatMap(({ code }) =>
      chance
        .shuffled(villages.filter(({ parentCode }) => parentCode === code))
        .slice(0, chance.between(3, 6)),
    );
}

const fail = (message: string): never => {
  throw new Error(message);
};

const buildingsOf = (estate: string, count: number): SampleArea[] =>
  Array.from({ length: count }, (_, i) => ({
    code: `${estate}${String(i + 1).padStart(3, '0')}`,
    name: `${String(i + 1)}号楼`,
    parentCode: estate,
    kind: 'BUILDING',
    validFrom: '',
  }));

const GRID_NAMES = ['第一网格', '第二网格', '第三网格', '第四网格'];

export function sampleGrids(): SampleArea[] {
  const chance = new Chance('grids');
  return communities.flatMap(({ code }) =>
    GRID_NAMES.slice(0, chance.between(2, GRID_NAMES.length)).map((name, i) => ({
      code: `${code}9${String(i + 1).padStart(2, '0')}`,
      name,
      parentCode: code,
      kind: 'GRID',
      validFrom: '',
    })),
  );
}

/** The file that the second template of the import reads. */
export function areasCsv(estates: readonly SampleEstate[], grids: readonly SampleArea[]): string {
  const rows = [...estates.flatMap((estate) => [estate, ...estate.buildings]), ...grids];
  const lines = rows.map(({ code, name, parentCode, kind, validFrom }) =>
    [code, name, parentCode, kind, validFrom, ''].join(','),
  );
  return ['code,name,parentCode,kind,validFrom,validTo', ...lines].join('\n');
}
