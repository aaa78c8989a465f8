import type { CentreScene, DistrictScene, Lunch, SceneSession } from '../scenes/scene';

const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
export const moment = (day: string, time: string): Date => new Date(at(day, time));
export const TUESDAY = '2026-11-24';

export const lunch = (unlike: Partial<Lunch> = {}): Lunch => {
  const day = unlike.day ?? TUESDAY;
  return {
    ...{
      day,
      startsAt: at(day, '11:15'),
      endsAt: at(day, '12:30'),
      place: '一樓東廳',
      fullFen: 1200,
      fromFen: 400,
    },
    ...{ capacity: 62, taken: 48, checkedIn: 31, placesLeft: 14 },
    dishes: [{ name: '番茄炒蛋', look: 'tomato-egg', note: null, allergens: ['EGG'] }],
    ...unlike,
  };
};

export const session = (day: string, starts: string, ends: string, unlike: Partial<SceneSession> = {}) => ({
  ...{
    id: `${day} ${starts}`,
    title: '書法課',
    place: '二樓教室',
    startsAt: at(day, starts),
    endsAt: at(day, ends),
  },
  ...{ capacity: 12, placesLeft: 6 },
  ...unlike,
});

export const centre = (unlike: Partial<CentreScene> = {}): CentreScene & { __typename: 'CentreScene' } => ({
  __typename: 'CentreScene',
  ...{ screenName: '一樓大廳', centreName: '沙北街道鄰里中心', address: '嵩山路', phone: '03955550118' },
  ...{
    asOf: at(TUESDAY, '11:24'),
    cursor: '1-0',
    lunch: lunch(),
    nextLunch: lunch({ day: '2026-11-25', checkedIn: 0 }),
  },
  ...{ today: [session(TUESDAY, '14:30', '15:30')], week: [session('2026-11-26', '19:00', '20:00')] },
  ...unlike,
});

export const district = (
  unlike: Partial<DistrictScene> = {},
): DistrictScene & { __typename: 'DistrictScene' } => ({
  __typename: 'DistrictScene',
  ...{ screenName: '大廳', areaName: '郾城區', asOf: at(TUESDAY, '11:24'), cursor: '1-0' },
  ...{ estates: 10, covered: 7, rate: 0.7 },
  series: [
    { on: '2026-10-31', estates: 10, covered: 5, rate: 0.5 },
    { on: TUESDAY, estates: 10, covered: 7, rate: 0.7 },
  ],
  towns: [{ code: '411103001', name: '沙北街道', estates: 7, covered: 5, rate: 5 / 7 }],
  services: {
    ...{ centres: 2, lunchesBooked: 20, lunchesServed: 8, activities: 3, activityPlacesLeft: 9 },
    lunchesLastWeek: [{ day: '2026-11-23', count: 18 }],
  },
  ...unlike,
});
