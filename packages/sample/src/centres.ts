import { idOf } from './random.js';
import { activities, type Activity, type Canteen, lunches, type SampleService } from './services.js';

export interface SampleCentre {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly areaCode: string;
  readonly address: string;
  readonly phone: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly hours: { readonly weekdays: readonly number[]; readonly opens: string; readonly closes: string };
  readonly services: readonly SampleService[];
}

const DAILY = [1, 2, 3, 4, 5, 6, 7];

type Plan = readonly [
  key: string,
  name: string,
  kind: string,
  areaCode: string,
  address: string,
  position: readonly [number, number],
  canteen: Canteen | null,
  offered: readonly Activity[],
];

const CENTRE = 'NEIGHBOURHOOD_CENTRE';
const all: readonly Activity[] = [
  'bloodPressure',
  'phoneClass',
  'calligraphy',
  'taiChi',
  'haircut',
  'dance',
  'dayCare',
  'bathing',
  'law',
];

const plans: readonly Plan[] = [
  [
    'shabei',
    '沙北街道鄰里中心',
    CENTRE,
    '411103001',
    '嵩山路中段 118 號',
    [33.5905, 114.0172],
    { dineIn: 62, pickUp: 24, delivery: 30, hall: '一樓東廳' },
    [...all, 'homeHaircut', 'homeBathing'],
  ],
  [
    'longta',
    '龍塔街道鄰里中心',
    CENTRE,
    '411103002',
    '太行山路 26 號',
    [33.5872, 114.0051],
    { dineIn: 48, pickUp: 16, delivery: 20, hall: '一樓餐廳' },
    all,
  ],
  [
    'songjiang',
    '淞江街道鄰里中心',
    CENTRE,
    '411103003',
    '岷山路與淞江路口',
    [33.6004, 113.9903],
    { dineIn: 40, pickUp: 14, delivery: 16, hall: '一樓餐廳' },
    ['bloodPressure', 'phoneClass', 'haircut', 'dance', 'dayCare', 'law'],
  ],
  [
    'songshanlu',
    '嵩山路社區鄰里食堂',
    CENTRE,
    '411103001001',
    '嵩山路社區院內',
    [33.5931, 114.0203],
    { dineIn: 30, pickUp: 10, delivery: 10, hall: '食堂' },
    ['bloodPressure', 'haircut', 'taiChi', 'dayCare', 'homeHaircut'],
  ],
  [
    'xindian',
    '新店鎮鄰里中心',
    CENTRE,
    '411103104',
    '新店鎮政府東 200 米',
    [33.6411, 113.8624],
    { dineIn: 24, pickUp: 8, delivery: 12, hall: '一樓餐廳' },
    ['bloodPressure', 'haircut', 'dance'],
  ],
  [
    'taishanlu',
    '泰山路社區日間照料中心',
    'DAY_CARE_CENTRE',
    '411103001002',
    '泰山路社區 3 號樓',
    [33.5889, 114.0287],
    null,
    ['dayCare', 'bathing', 'bloodPressure'],
  ],
  [
    'bashanlu',
    '巴山路社區黨群服務中心',
    'PARTY_SERVICE_CENTRE',
    '411103002001',
    '巴山路 9 號',
    [33.5847, 113.9988],
    null,
    ['phoneClass', 'calligraphy', 'law', 'tableTennis'],
  ],
  [
    'taihang',
    '太行山路社區服務驛站',
    'SERVICE_STATION',
    '411103002005',
    '太行山路北段',
    [33.5923, 113.9997],
    null,
    ['bloodPressure', 'haircut'],
  ],
  [
    'minshanlu',
    '岷山路社區活動室',
    'ACTIVITY_ROOM',
    '411103003001',
    '岷山路社區綜合樓',
    [33.6048, 113.9871],
    null,
    ['dance', 'tableTennis', 'calligraphy'],
  ],
  [
    'mengmiao',
    '孟廟鎮黨群服務中心',
    'PARTY_SERVICE_CENTRE',
    '411103101',
    '孟廟鎮府前街',
    [33.6482, 114.0411],
    null,
    ['bloodPressure', 'law', 'dance'],
  ],
  [
    'shangqiao',
    '商橋鎮黨群服務中心',
    'PARTY_SERVICE_CENTRE',
    '411103102',
    '商橋鎮商鼎路',
    [33.6907, 114.0986],
    null,
    ['bloodPressure', 'law'],
  ],
  [
    'longcheng',
    '龍城鎮黨群服務中心',
    'PARTY_SERVICE_CENTRE',
    '411103105',
    '龍城鎮政府院內',
    [33.5587, 113.9215],
    null,
    ['bloodPressure', 'dance', 'tableTennis'],
  ],
];

/** A dozen made-up centres in real areas; the numbers of their telephones are made up too. */
export const sampleCentres: readonly SampleCentre[] = plans.map(
  ([key, name, kind, areaCode, address, [latitude, longitude], canteen, offered], i) => ({
    ...{ id: idOf(`centre ${key}`), key, name, kind, areaCode, address, latitude, longitude },
    phone: `0395555${String(118 + i * 7).padStart(4, '0')}`,
    hours: { weekdays: DAILY, opens: '08:00', closes: '20:30' },
    services: [
      ...(canteen ? lunches(key, canteen) : []),
      ...offered.map((activity) => activities[activity](key)),
    ],
  }),
);
