import { beforeEach, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { BookableFragment, TicketFragment } from '../../gql/graphql';
import { everyday, line, session, ticket, TOMORROW } from '../../testing/district';
import { FakeServer, refused } from '../../testing/fake-server';
import { newPhone, openApp } from '../../testing/open-app';
import { canMoveTo, mayMove } from './movable';

const ONE = '019ab000-0000-7000-8000-000000000421';
const THURSDAY = '2026-11-26';
const MONDAY_AFTER = '2026-11-30';
const old = ticket(ONE) as unknown as TicketFragment;
const of = (day: string, refusal: string | null = null, refusalDetails: object = {}) =>
  ({ ...line(day, 'DINE_IN', refusal), refusalDetails }) as unknown as BookableFragment;

let server: FakeServer;
beforeEach(async () => {
  await newPhone();
  server = new FakeServer({
    ...everyday,
    OneBooking: ({ id = '' }: Record<string, string>) => ({
      booking: { ...ticket(id), session: session(id === ONE ? TOMORROW : THURSDAY) },
    }),
    MoveTimes: () => ({
      bookableSessions: [
        line(TOMORROW, 'DINE_IN', 'ALREADY_BOOKED', ONE),
        line(THURSDAY),
        line(MONDAY_AFTER, 'DINE_IN', 'SESSION_FULL'),
      ],
    }),
  });
});

it('another time is chosen, both stand side by side, and one tap moves it', async () => {
  server.answer('RescheduleBooking', ({ input }: Record<string, { id: string }>) => ({
    rescheduleBooking: { ...ticket(input?.id ?? ''), session: session(THURSDAY) },
  }));
  const user = await openApp(server, `/bookings/${ONE}`);
  await user.click(await screen.findByRole('link', { name: '改時間' }));
  await screen.findByRole('heading', { name: '改到什麼時候？' });
  // The full one and the one that is booked are no other time.
  const times = await screen.findAllByRole('link', { name: /11:15/ });
  expect(times).toHaveLength(1);
  await user.click(times[0] ?? document.body);
  const both = within((await screen.findByText('原來')).closest<HTMLElement>('.swap') ?? document.body);
  expect(both.getByText('11月26日 週四')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '確認改期' }));
  expect(await screen.findByText('改好了')).toBeTruthy();
  expect(server.of('RescheduleBooking')[0]?.variables.input).toMatchObject({
    from: ONE,
    sessionId: session(THURSDAY).id,
    channel: 'APP',
  });
});

it('what refuses the new time leaves the old one, and says so', async () => {
  server.answer('RescheduleBooking', () => ({ rescheduleBooking: refused('SESSION_FULL') }));
  const user = await openApp(server, `/bookings/${ONE}/move/check?session=${session(THURSDAY).id}`);
  await user.click(await screen.findByRole('button', { name: '確認改期' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('剛剛滿了');
  expect(alert.textContent).toContain('原來的預約還在');
  expect(screen.queryByRole('button', { name: '確認改期' })).toBeNull();
  expect(screen.getByRole('link', { name: '不改，留著原來的' }).getAttribute('href')).toBe(
    `/bookings/${ONE}`,
  );
});

it('a time that is gone offers the others instead of a button', async () => {
  await openApp(server, `/bookings/${ONE}/move/check?session=${session(MONDAY_AFTER).id}`);
  expect(await screen.findByText('這個時間約不到了')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '確認改期' })).toBeNull();
});

it.each([
  [true, of(THURSDAY)],
  [false, of(TOMORROW)],
  [false, of(THURSDAY, 'SESSION_FULL')],
  // The week's quota is full with the old one itself: in the same week, and only there, that is no hindrance.
  [true, of(THURSDAY, 'QUOTA_REACHED', { period: 'WEEK', weeklyQuota: 1, bookedThisWeek: 1 })],
  [false, of(THURSDAY, 'QUOTA_REACHED', { period: 'WEEK', weeklyQuota: 1, bookedThisWeek: 2 })],
  [false, of(MONDAY_AFTER, 'QUOTA_REACHED', { period: 'WEEK', weeklyQuota: 1, bookedThisWeek: 1 })],
  [true, of(MONDAY_AFTER, 'QUOTA_REACHED', { period: 'MONTH', monthlyQuota: 2, bookedThisMonth: 2 })],
  [true, of(THURSDAY, 'OVERLAPS', { service: '午餐', startsAt: old.session.startsAt })],
  [false, of(THURSDAY, 'OVERLAPS', { service: '理髮', startsAt: '2026-11-26T03:00:00.000Z' })],
])('%s: to this line it can be moved', (can, to) => {
  expect(canMoveTo(old, to)).toBe(can);
});

it('moves only what stands and can still be given back', () => {
  expect(mayMove(old)).toBe(true);
  expect(mayMove({ ...old, viewerCan: [] })).toBe(false);
  expect(mayMove({ ...old, state: 'WAITLISTED' })).toBe(false);
  expect(mayMove({ ...old, session: { ...old.session, state: 'CANCELLED' } })).toBe(false);
});
