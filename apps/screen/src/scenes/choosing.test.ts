import { expect, it } from '@jest/globals';
import { centre, district, lunch, moment, session, TUESDAY } from '../testing/samples';
import { boardOf, lunchShown, openSessions, sessionsToday } from './centre/choose';
import { columnsOf, seatsOf } from './centre/seat-plan';
import { percentOf } from './district/percent';
import { lineOf } from './district/series';
import { tileMapOf } from './district/town-map';
import { pagesOf } from './pages';

it("shows today's lunch until its last minute, then the next one", () => {
  const scene = centre();
  const dayAt = (day: string, time: string) => lunchShown(scene, moment(day, time));
  expect(dayAt(TUESDAY, '06:00')).toMatchObject({ isToday: true, lunch: { day: TUESDAY } });
  expect(dayAt(TUESDAY, '12:29')).toMatchObject({ isToday: true });
  expect(dayAt(TUESDAY, '12:30')).toMatchObject({ isToday: false, lunch: { day: '2026-11-25' } });
});

it('without network over midnight the next lunch becomes the one of today, and in the end there is none', () => {
  const scene = centre();
  expect(lunchShown(scene, moment('2026-11-25', '09:00'))).toMatchObject({
    isToday: true,
    lunch: { day: '2026-11-25' },
  });
  expect(lunchShown(scene, moment('2026-11-25', '13:00'))).toBeUndefined();
  expect(pagesOf(scene, moment('2026-11-25', '13:00'))).toEqual(['today', 'week']);
});

it('a Sunday without lunch shows the next one, a centre without a canteen its day', () => {
  expect(pagesOf(centre(), moment(TUESDAY, '09:00'))).toEqual(['lunch', 'week']);
  expect(pagesOf(centre({ lunch: null }), moment(TUESDAY, '09:00'))).toEqual(['nextLunch', 'week']);
  expect(pagesOf(centre({ lunch: null, nextLunch: null }), moment(TUESDAY, '09:00'))).toEqual([
    'today',
    'week',
  ]);
});

it('an area shows what it has, and always one page', () => {
  const now = moment(TUESDAY, '09:00');
  const none = { ...district().services, centres: 0 };
  expect(pagesOf(district(), now)).toEqual(['coverage', 'services']);
  expect(pagesOf(district({ estates: 0 }), now)).toEqual(['services']);
  expect(pagesOf(district({ services: none }), now)).toEqual(['coverage']);
  expect(pagesOf(district({ estates: 0, services: none }), now)).toEqual(['coverage']);
});

it('what is over is shown no more, and a week has seven days from today on', () => {
  const scene = centre({ today: [session(TUESDAY, '08:00', '09:00'), session(TUESDAY, '14:30', '15:30')] });
  expect(sessionsToday(scene, moment(TUESDAY, '10:00'))).toHaveLength(1);
  expect(sessionsToday(scene, moment(TUESDAY, '15:30'))).toHaveLength(0);
  const board = boardOf(scene, moment(TUESDAY, '10:00'));
  expect(board.map(({ day }) => day.slice(8))).toEqual(['24', '25', '26', '27', '28', '29', '30']);
  expect(board.map(({ sessions }) => sessions.length)).toEqual([1, 0, 1, 0, 0, 0, 0]);
  expect(sessionsToday(scene, moment('2026-11-26', '09:00'))).toHaveLength(1);
});

it('one can join what has a place and has not begun', () => {
  const now = moment(TUESDAY, '14:30');
  const full = session(TUESDAY, '16:00', '17:00', { placesLeft: 0 });
  expect(
    openSessions([session(TUESDAY, '14:30', '15:00'), full, session(TUESDAY, '16:00', '17:00')], now),
  ).toHaveLength(1);
});

it('every seat is drawn once', () => {
  const seats = seatsOf(lunch());
  const count = (which: string) => seats.filter((seat) => seat === which).length;
  expect([count('arrived'), count('booked'), count('free'), seats.length]).toEqual([31, 17, 14, 62]);
  expect([
    columnsOf(62, 'normal'),
    columnsOf(24, 'normal'),
    columnsOf(62, 'wide'),
    columnsOf(0, 'tall'),
  ]).toEqual([31, 24, 16, 1]);
});

it('never says all where some are missing', () => {
  expect([1, 0.9999, 0.847, 0.8, 0].map(percentOf)).toEqual(['100', '99.9', '84.7', '80', '0']);
});

it('the course runs by dates, and not at all from one point', () => {
  expect(lineOf([])).toBeUndefined();
  expect(lineOf([{ on: TUESDAY, estates: 3, covered: 2, rate: null }])).toBeUndefined();
  const line = lineOf([
    { on: '2026-01-01', estates: 10, covered: 5, rate: 0.5 },
    { on: '2026-01-11', estates: 10, covered: 6, rate: 0.6 },
    { on: '2026-04-11', estates: 10, covered: 10, rate: 1 },
  ]);
  expect(line?.points.map(([x, y]) => [Math.round(x), Math.round(y)])).toEqual([
    [0, 83],
    [10, 67],
    [100, 0],
  ]);
  expect(line?.ticks).toHaveLength(3);
});

it('the ten towns lie on their map, other parts follow each other', () => {
  const town = (code: string, estates = 7) => ({ code, name: code, estates, covered: 1, rate: null });
  expect(tileMapOf([town('411103001'), town('411103103')])).toMatchObject({
    isMap: true,
    tiles: [{ at: [3, 4] }, { at: [2, 1] }],
  });
  const others = Array.from({ length: 30 }, (_, i) => town(`41110300100${String(i)}`, i % 5));
  const map = tileMapOf(others);
  expect(map).toMatchObject({ isMap: false, columns: 5, left: 4 });
  expect(map.tiles).toHaveLength(20);
  expect(map.tiles.every(({ estates }) => estates > 0)).toBe(true);
});
