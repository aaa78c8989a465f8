import { idOf } from './random.js';

export interface SampleSlot {
  readonly weekdays: readonly number[];
  readonly starts: string;
  readonly ends: string;
  readonly capacity: number;
}

export interface SampleService {
  readonly id: string;
  readonly key: string;
  readonly category: string;
  readonly name: string;
  readonly description: string;
  readonly place: string;
  readonly meal: 'LUNCH' | null;
  readonly way: 'DINE_IN' | 'PICK_UP' | 'DELIVERY' | null;
  readonly priceFen: number;
  readonly minAge: number | null;
  readonly careNeeds: readonly string[];
  readonly opensDaysAhead: number;
  readonly cutOffMinutes: number;
  readonly cancelMinutes: number;
  readonly weeklyQuota: number | null;
  readonly walkIn: boolean;
  readonly followsCalendar: boolean;
  readonly waitlist: boolean;
  readonly needsApproval: boolean;
  /** Somebody comes to the door. */
  readonly atHome: boolean;
  readonly restAfterMinutes: number;
  readonly bookedAs: 'SESSION' | 'SERIES' | 'RANGE';
  readonly needsAssessment: boolean;
  readonly slots: readonly SampleSlot[];
}

const DAILY = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];
const HOUR = 60;
/** 20:00 the evening before a lunch at 11:15, and 09:30 of the same morning, in minutes before it. */
const EVENING_BEFORE = 15 * HOUR + 15;
const HALF_PAST_NINE = HOUR + 45;

export interface Canteen {
  readonly dineIn: number;
  readonly pickUp: number;
  readonly delivery: number;
  readonly hall: string;
}

const service = (
  centre: string,
  key: string,
  unlike: Partial<SampleService> & Pick<SampleService, 'category' | 'name' | 'place' | 'slots'>,
): SampleService => ({
  ...{
    id: idOf(`service ${centre} ${key}`),
    key: `${centre} ${key}`,
    description: '',
    meal: null,
    way: null,
  },
  ...{
    priceFen: 0,
    minAge: null,
    careNeeds: [],
    opensDaysAhead: 7,
    cutOffMinutes: HOUR,
    cancelMinutes: HOUR,
  },
  ...{ weeklyQuota: null, walkIn: true, followsCalendar: true },
  ...{ waitlist: false, needsApproval: false, atHome: false, restAfterMinutes: 0 },
  ...{ bookedAs: 'SESSION', needsAssessment: false },
  ...unlike,
});

export function lunches(centre: string, { dineIn, pickUp, delivery, hall }: Canteen): SampleService[] {
  const lunch = {
    category: 'MEAL',
    meal: 'LUNCH',
    priceFen: 1200,
    followsCalendar: false,
    weeklyQuota: 7,
  } as const;
  const onTheDay = { cutOffMinutes: HALF_PAST_NINE, cancelMinutes: HALF_PAST_NINE };
  const before = { cutOffMinutes: EVENING_BEFORE, cancelMinutes: EVENING_BEFORE, walkIn: false };
  const slot = (capacity: number) => [
    { weekdays: DAILY.slice(0, 6), starts: '11:15', ends: '12:30', capacity },
  ];
  return [
    service(centre, 'lunch dine in', {
      ...{ ...lunch, ...onTheDay, name: '午餐・堂食', way: 'DINE_IN', place: hall, slots: slot(dineIn) },
      description: '一葷兩素一湯，米飯饅頭任選。',
    }),
    service(centre, 'lunch pick up', {
      ...{ ...lunch, ...onTheDay, name: '午餐・自取', way: 'PICK_UP', place: '取餐口', slots: slot(pickUp) },
      description: '自帶飯盒或用環保盒，到取餐口領。',
    }),
    service(centre, 'lunch delivery', {
      ...{ ...lunch, ...before, name: '午餐・送餐', way: 'DELIVERY', place: '送到家', slots: slot(delivery) },
      ...{
        description: '送給失能、行動不便的老年人。',
        careNeeds: ['DISABLED_PARTLY', 'DISABLED_FULLY', 'HANDICAP', 'OLD_AGE'],
      },
    }),
  ];
}

export const activities = {
  bloodPressure: (centre: string) =>
    service(centre, 'blood pressure', {
      ...{
        category: 'HEALTH_CHECK',
        name: '量血壓、測血糖',
        place: '一樓健康小屋',
        description: '衛生服務站的護士來，帶上醫保卡。',
      },
      slots: [
        { weekdays: [1, 3], starts: '09:00', ends: '11:00', capacity: 30 },
        { weekdays: [5], starts: '14:00', ends: '16:00', capacity: 24 },
      ],
    }),
  phoneClass: (centre: string) =>
    service(centre, 'phone class', {
      ...{
        category: 'CLASS',
        name: '手機課：視頻通話',
        place: '二樓教室',
        minAge: 55,
        waitlist: true,
        description: '帶上自己的手機，志願者一對一教。',
      },
      slots: [{ weekdays: [2, 4], starts: '15:30', ends: '17:00', capacity: 16 }],
    }),
  calligraphy: (centre: string) =>
    service(centre, 'calligraphy', {
      ...{ category: 'CLASS', name: '書法課', place: '二樓教室', description: '筆墨紙硯由中心準備。' },
      waitlist: true,
      slots: [{ weekdays: [2], starts: '14:00', ends: '15:20', capacity: 12 }],
    }),
  // Its dates are those of its classes: it has no weekly timetable.
  taiChi: (centre: string) =>
    service(centre, 'tai chi', {
      ...{ category: 'CLASS', name: '太極拳課', place: '文體廳', bookedAs: 'SERIES' },
      ...{
        description: '二十四式簡化太極拳，從頭教起，穿軟底鞋來。',
        opensDaysAhead: 30,
        cancelMinutes: 2 * HOUR,
      },
      ...{ waitlist: true, followsCalendar: false },
      slots: [],
    }),
  haircut: (centre: string) =>
    service(centre, 'haircut', {
      ...{
        category: 'HAIRCUT',
        name: '免費理髮日',
        place: '一樓',
        minAge: 60,
        weeklyQuota: 1,
        waitlist: true,
        description: '愛心理髮隊，每週五上午。',
      },
      slots: [{ weekdays: [5], starts: '08:30', ends: '11:00', capacity: 24 }],
    }),
  dance: (centre: string) =>
    service(centre, 'dance', {
      ...{ category: 'ACTIVITY', name: '廣場舞排練', place: '文體廳', description: '' },
      slots: [{ weekdays: [2, 4], starts: '19:00', ends: '20:20', capacity: 40 }],
    }),
  dayCare: (centre: string) =>
    service(centre, 'day care', {
      ...{
        category: 'DAY_CARE',
        name: '日間照料',
        place: '二樓照料室',
        priceFen: 3000,
        minAge: 60,
        description: '午休、康復、陪伴；午餐另訂。',
      },
      ...{
        careNeeds: ['OLD_AGE', 'DISABLED_PARTLY', 'LIVING_ALONE', 'EMPTY_NEST'],
        cutOffMinutes: 12 * HOUR,
        ...{ cancelMinutes: 12 * HOUR, waitlist: true, needsApproval: true, opensDaysAhead: 21 },
        ...{ bookedAs: 'RANGE', needsAssessment: true },
      },
      slots: [{ weekdays: WORKDAYS, starts: '08:30', ends: '17:00', capacity: 12 }],
    }),
  bathing: (centre: string) =>
    service(centre, 'bathing', {
      ...{
        category: 'BATHING',
        name: '助浴',
        place: '一樓助浴間',
        priceFen: 2000,
        minAge: 60,
        weeklyQuota: 1,
        ...{ waitlist: true, restAfterMinutes: 30 },
        description: '兩名護理員陪同，家屬可以在場。',
      },
      slots: [{ weekdays: [3, 6], starts: '14:00', ends: '17:00', capacity: 6 }],
    }),
  homeHaircut: (centre: string) =>
    service(centre, 'home haircut', {
      ...{ category: 'HAIRCUT', name: '上門理髮', place: '家裡', priceFen: 1500, minAge: 60, atHome: true },
      ...{ weeklyQuota: 1, followsCalendar: false, description: '理髮師帶工具上門，理完收拾乾淨。' },
      slots: [
        { weekdays: DAILY, starts: '09:00', ends: '11:00', capacity: 2 },
        { weekdays: DAILY, starts: '14:00', ends: '16:00', capacity: 2 },
      ],
    }),
  homeBathing: (centre: string) =>
    service(centre, 'home bathing', {
      ...{ category: 'BATHING', name: '上門助浴', place: '家裡', priceFen: 6000, minAge: 60, atHome: true },
      ...{ weeklyQuota: 1, followsCalendar: false, description: '助浴員帶浴椅和用品上門，家裡要有人在。' },
      slots: [
        { weekdays: DAILY, starts: '09:30', ends: '11:30', capacity: 2 },
        { weekdays: DAILY, starts: '15:00', ends: '17:00', capacity: 2 },
      ],
    }),
  law: (centre: string) =>
    service(centre, 'law', {
      ...{
        category: 'LEGAL',
        name: '法律諮詢',
        place: '接待室',
        description: '社區律師坐班，婚姻、贍養、物業都能問。',
      },
      slots: [{ weekdays: [6], starts: '09:00', ends: '11:30', capacity: 10 }],
    }),
  tableTennis: (centre: string) =>
    service(centre, 'table tennis', {
      ...{
        category: 'VENUE',
        name: '乒乓球室',
        place: '活動室',
        weeklyQuota: 3,
        description: '一張球台，四人以內。',
      },
      slots: ['14:00', '15:00', '16:00', '17:00'].map((starts) => ({
        ...{ weekdays: WORKDAYS, starts, ends: `${String(Number(starts.slice(0, 2)))}:50`, capacity: 4 },
      })),
    }),
};
export type Activity = keyof typeof activities;
