import { addDays, type PlainDate, plainDate } from '../../base/index.js';
import type { StatutoryDay } from './calendar.js';

type Holiday = readonly [name: string, first: string, last: string, makeUpWorkdays?: readonly string[]];

/** As the State Council published them; a new year is a new entry here and a migration that stores it. */
const notices: Readonly<Record<number, readonly Holiday[]>> = {
  2025: [
    ['元旦', '01-01', '01-01'],
    ['春節', '01-28', '02-04', ['01-26', '02-08']],
    ['清明節', '04-04', '04-06'],
    ['勞動節', '05-01', '05-05', ['04-27']],
    ['端午節', '05-31', '06-02'],
    ['國慶節、中秋節', '10-01', '10-08', ['09-28', '10-11']],
  ],
  2026: [
    ['元旦', '01-01', '01-03', ['01-04']],
    ['春節', '02-15', '02-23', ['02-14', '02-28']],
    ['清明節', '04-04', '04-06'],
    ['勞動節', '05-01', '05-05', ['05-09']],
    ['端午節', '06-19', '06-21'],
    ['中秋節', '09-25', '09-27'],
    ['國慶節', '10-01', '10-07', ['09-20', '10-10']],
  ],
};

/** The days of one year's notice; undefined: not known to us. */
export function statutoryDaysOf(year: number): StatutoryDay[] | undefined {
  const on = (monthAndDay: string): PlainDate => plainDate.parse(`${year}-${monthAndDay}`);
  return notices[year]?.flatMap(([name, first, last, makeUps = []]) => [
    ...daysFrom(on(first), on(last)).map((day): StatutoryDay => ({ day, kind: 'HOLIDAY', name })),
    ...makeUps.map((day): StatutoryDay => ({ day: on(day), kind: 'MAKE_UP_WORKDAY', name })),
  ]);
}

/** Both ends included. */
export function daysFrom(from: PlainDate, to: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
