import type { OrganisationKind } from '../structure/index.js';

interface Star {
  readonly name: string;
  /** Each is worth as many points as the set says. */
  readonly criteria: readonly string[];
}

/** A set of stars as the house brings it: the first version of a template. Later versions are published by the district. */
export interface RatingSet {
  readonly key: string;
  readonly name: string;
  readonly kinds: readonly OrganisationKind[];
  readonly pointsEach: number;
  readonly passPoints: number;
  readonly classAFrom: number;
  readonly classBFrom: number;
  readonly stars: readonly Star[];
}

const EQUAL = { pointsEach: 5, passPoints: 16, classAFrom: 90, classBFrom: 75 };

/** 五星支部 Henan's set for villages. */
const rural: RatingSet = {
  ...{ key: 'RURAL', name: '農村五星支部', kinds: ['VILLAGE_BRANCH'], ...EQUAL },
  stars: [
    { name: '支部過硬', criteria: ['班子健全有力', '三會一課按時', '黨員作用發揮', '陣地規範管用'] },
    { name: '產業興旺', criteria: ['集體經濟增收', '特色產業成形', '致富帶頭人', '農民合作經營'] },
    { name: '生態宜居', criteria: ['村容村貌整潔', '垃圾污水處理', '廁所改造', '綠化管護'] },
    { name: '平安法治', criteria: ['矛盾不出村', '治安平穩', '法律顧問進村', '村務公開'] },
    { name: '文明幸福', criteria: ['移風易俗', '養老助餐', '文化活動', '困難群眾關愛'] },
  ],
};

/** The set for the town, in the words of the survey reports. */
const urban: RatingSet = {
  ...{ key: 'URBAN', name: '城市五星支部' },
  kinds: ['COMMUNITY_COMMITTEE', 'GENERAL_BRANCH', 'ESTATE_BRANCH', 'JOINT_BRANCH'],
  ...EQUAL,
  stars: [
    { name: '黨建引領', criteria: ['一小區一支部', '三會一課按時', '黨員亮身份', '有人有場地'] },
    { name: '鄰里服務', criteria: ['鄰里中心常開', '便民服務到樓', '志願服務經常', '困難群眾關愛'] },
    { name: '共建共治', criteria: ['樓院協商', '業委會物業協同', '雙報到有成效', '公共場地用好'] },
    { name: '平安法治', criteria: ['矛盾就地化解', '網格巡查到位', '消防安全', '法治宣傳'] },
    { name: '文明和諧', criteria: ['家風活動', '文化活動', '環境整潔', '垃圾分類'] },
  ],
};

export const RATING_SETS: readonly RatingSet[] = [rural, urban];
