import { expect, it } from '@jest/globals';
import type { TicketFragment } from '../../gql/graphql';
import { NOW, session, ticket, TODAY, TOMORROW } from '../../testing/district';
import { byDay, isShowable, spoken, stillComing } from './booking-look';
import { calendarFile } from './calendar-file';

const of = (id: string, day: string, state = 'CONFIRMED') => ticket(id, day, state) as TicketFragment;

it('of kept tickets shows what is still to come, soonest first', () => {
  const kept = [
    of('late', TOMORROW),
    of('soon', TODAY),
    of('gone', '2026-11-23'),
    of('off', TODAY, 'CANCELLED'),
  ];
  expect(stillComing(kept, NOW).map(({ id }) => id)).toEqual(['soon', 'late']);
  expect(byDay(kept).map(([day, tickets]) => [day, tickets.length])).toEqual([
    [TOMORROW, 1],
    [TODAY, 2],
    ['2026-11-23', 1],
  ]);
});

it('a cancelled ticket, or one of a session called off, is not shown at the door', () => {
  const calledOff = {
    ...of('a', TODAY),
    session: { ...of('a', TODAY).session, state: 'CANCELLED' as const },
  };
  expect([of('a', TODAY), of('a', TODAY, 'CANCELLED'), calledOff].map(isShowable)).toEqual([
    true,
    false,
    false,
  ]);
});

it('says the part of the number that people say', () => {
  expect([spoken('LL-1124-0318'), spoken('0318')]).toEqual(['0318', '0318']);
});

it('writes a calendar entry in UTC, with short lines and nothing unescaped', () => {
  const { startsAt, endsAt } = session(TODAY);
  const entry = {
    id: 'x',
    startsAt,
    endsAt,
    title: '午餐,堂食;'.repeat(9),
    place: '一樓',
    note: '票號 0421',
  };
  const lines = calendarFile(entry, NOW).split('\r\n');
  expect(lines).toContain('DTSTART:20261124T031500Z');
  expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  expect(lines.join('').replace(/\r\n /g, '')).toContain('SUMMARY:午餐\\,堂食\\;');
});
