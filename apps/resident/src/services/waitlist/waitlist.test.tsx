import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import {
  centre,
  everyday,
  home,
  line,
  listOf,
  NOW,
  people,
  session,
  ticket,
  TOMORROW,
} from '../../testing/district';
import { FakeServer, problem, refused } from '../../testing/fake-server';
import { newPhone, openApp } from '../../testing/open-app';
import { timeLeft } from './time-left';

const ONE = '019ab000-0000-7000-8000-000000000421';
const sitting = session(TOMORROW);
const WAIT = `/services/${sitting.service.id}/wait?session=${sitting.id}&day=${TOMORROW}`;
const MINUTES = 60_000;
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTES).toISOString();

const waiting = (position = 3) => ({
  ...ticket(ONE, TOMORROW, 'WAITLISTED'),
  ...{ ticketNumber: '', waitlistPosition: position, viewerCan: ['CANCEL'] },
});
const offered = (minutes = 42) => ({
  ...ticket(ONE, TOMORROW, 'OFFERED'),
  ...{ ticketNumber: '', heldUntil: inMinutes(minutes), viewerCan: ['CONFIRM', 'CANCEL'] },
});

let server: FakeServer;
beforeEach(async () => {
  await newPhone();
  server = new FakeServer({
    ...everyday,
    WaitAround: () => ({
      ...{ centre, people },
      service: {
        __typename: 'Service',
        id: sitting.service.id,
        policy: { __typename: 'BookingPolicy', holdMinutes: 60, needsApproval: false },
      },
      bookableSessions: [{ ...line(TOMORROW, 'DINE_IN', 'SESSION_FULL'), mayJoinWaitlist: true, waiting: 2 }],
    }),
  });
});

it('asks one question, says what follows, and leads to the place in the line', async () => {
  server.answer('JoinWaitlist', () => ({ joinWaitlist: waiting() }));
  server.answer('OneBooking', () => ({ booking: waiting() }));
  const user = await openApp(server, WAIT);
  expect(await screen.findByText('您前面有 2 位')).toBeTruthy();
  expect(screen.getByText(/給您留 60 分鐘/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '排候補' }));
  expect(await screen.findByText('第 3 位')).toBeTruthy();
  expect(server.of('JoinWaitlist')[0]?.variables.input).toMatchObject({
    sessionId: sitting.id,
    channel: 'APP',
  });
  // It is no ticket yet: nothing to show at the door.
  expect(screen.queryByRole('img', { name: '簽到用的二維碼' })).toBeNull();
});

it('trying again after a broken answer is the same place in the line', async () => {
  server.answer('JoinWaitlist', () => problem('INTERNAL'));
  const user = await openApp(server, WAIT);
  await user.click(await screen.findByRole('button', { name: '排候補' }));
  server.answer('JoinWaitlist', () => ({ joinWaitlist: waiting() }));
  server.answer('OneBooking', () => ({ booking: waiting() }));
  await user.click(await screen.findByRole('button', { name: '再試一次' }));
  await screen.findByText('第 3 位');
  const ids = server.of('JoinWaitlist').map(({ variables }) => (variables.input as { id: string }).id);
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
});

it('a place came free meanwhile: it says so, and leads to the times', async () => {
  server.answer('JoinWaitlist', () => ({ joinWaitlist: refused('PLACES_LEFT') }));
  const user = await openApp(server, WAIT);
  await user.click(await screen.findByRole('button', { name: '排候補' }));
  expect((await screen.findByRole('alert')).textContent).toContain('現在還有名額');
  expect(screen.queryByRole('button', { name: '排候補' })).toBeNull();
  expect(screen.getByRole('link', { name: '看別的時間' })).toBeTruthy();
});

it('an offer says until when, and is taken with one tap', async () => {
  let now: object = offered();
  server.answer('OneBooking', () => ({ booking: now }));
  server.answer('AcceptOffer', () => ({ acceptOffer: (now = ticket(ONE)) }));
  const user = await openApp(server, `/bookings/${ONE}`);
  await screen.findByRole('heading', { name: /有名額了/ });
  expect(screen.getByText('09:24')).toBeTruthy();
  expect(screen.getByText('還有 42 分鐘')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '要這個名額' }));
  expect(await screen.findByRole('heading', { name: /訂好了/ })).toBeTruthy();
  expect(screen.getByText('0421')).toBeTruthy();
});

it('an offer that went to the next one says so, and offers no button that fails', async () => {
  server.answer('OneBooking', () => ({ booking: offered() }));
  server.answer('AcceptOffer', () => ({ acceptOffer: refused('OFFER_OVER') }));
  const user = await openApp(server, `/bookings/${ONE}`);
  await user.click(await screen.findByRole('button', { name: '要這個名額' }));
  expect((await screen.findByRole('alert')).textContent).toContain('名額已給下一位');
  expect(screen.queryByRole('button', { name: '要這個名額' })).toBeNull();
});

it('letting it go is asked first, in the words of an offer', async () => {
  server.answer('OneBooking', () => ({ booking: offered() }));
  server.answer('CancelBooking', () => ({
    cancelBooking: { ...offered(), state: 'CANCELLED', viewerCan: [] },
  }));
  const user = await openApp(server, `/bookings/${ONE}`);
  await user.click(await screen.findByRole('button', { name: '不要了，讓給下一位' }));
  await screen.findByRole('dialog', { name: '不要明天 午餐·堂食的名額了？' });
  await user.click(screen.getByRole('button', { name: '先留著' }));
  expect(server.of('CancelBooking')).toEqual([]);
  await user.click(screen.getByRole('button', { name: '不要了，讓給下一位' }));
  await user.click(screen.getAllByRole('button', { name: '不要了，讓給下一位' }).at(-1) ?? document.body);
  await waitFor(() => expect(server.of('CancelBooking')).toHaveLength(1));
  expect(await screen.findByRole('heading', { name: /已取消/ })).toBeTruthy();
});

it('a wish that waits for approval says by when, and a decline says why', async () => {
  server.answer('OneBooking', () => ({
    booking: { ...ticket(ONE, TOMORROW, 'REQUESTED'), viewerCan: ['CANCEL'] },
  }));
  await openApp(server, `/bookings/${ONE}`);
  expect(await screen.findByRole('heading', { name: /等中心審核/ })).toBeTruthy();
  expect(screen.getByText('明天 09:30')).toBeTruthy();
  expect(screen.queryByRole('img', { name: '簽到用的二維碼' })).toBeNull();
  await newPhone();
  const declined = { ...ticket(ONE, TOMORROW, 'DECLINED'), decisionReason: '設備在維修' };
  server.answer('OneBooking', () => ({ booking: declined }));
  await openApp(server, `/bookings/${ONE}`);
  expect(await screen.findByText('設備在維修')).toBeTruthy();
  expect(screen.queryByText('到時付')).toBeNull();
});

it('the list says the place in the line and until when a place is held', async () => {
  const another = '019ab000-0000-7000-8000-000000000422';
  server.answer('Bookings', () => listOf(waiting(), { ...offered(), id: another }));
  await openApp(server, '/bookings');
  expect(await screen.findByText(/候補第 3 位/)).toBeTruthy();
  expect(screen.getByText(/給您留到 .*09:24/)).toBeTruthy();
});

it('an open offer stands on home with its buttons, and new notices are counted', async () => {
  server.answer('Home', () => home(offered()));
  server.answer('Bookings', () => listOf(offered()));
  server.answer('Unread', () => ({ myNotices: { __typename: 'NoticeConnection', unread: 2 } }));
  await openApp(server, '/');
  expect(await screen.findByRole('heading', { name: '有名額了' })).toBeTruthy();
  expect(screen.getByText('還有 42 分鐘')).toBeTruthy();
  expect(screen.getByRole('button', { name: '要這個名額' })).toBeTruthy();
  expect((await screen.findByRole('link', { name: /消息.*2 條未讀/ })).getAttribute('href')).toBe(
    '/me/notices',
  );
});

it('without bookings nobody asks for offers', async () => {
  await openApp(server, '/');
  await screen.findByRole('link', { name: '消息' });
  expect(server.of('Bookings')).toEqual([]);
});

it.each([
  [undefined, { kind: 'over' }],
  [-1, { kind: 'over' }],
  [0.5, { kind: 'minutes', count: 1 }],
  [42.9, { kind: 'minutes', count: 42 }],
  [119, { kind: 'minutes', count: 119 }],
  [179, { kind: 'hours', count: 2 }],
] as const)('of %s minutes it says no more than there is', (minutes, said) => {
  expect(timeLeft(minutes === undefined ? null : inMinutes(minutes), NOW)).toEqual(said);
});
