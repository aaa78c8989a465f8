import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { residentId } from '../../shell/session';
import { everyday, listOf, ME, NOW, ticket } from '../../testing/district';
import { FakeServer, problem, refused } from '../../testing/fake-server';
import { closeApp, newPhone, openApp } from '../../testing/open-app';
import { keepTickets, keptTickets, wipeTickets } from './ticket-store';

const ONE = '019ab000-0000-7000-8000-000000000421';
const DAY_MS = 24 * 60 * 60 * 1000;
let server: FakeServer;
beforeEach(async () => {
  await newPhone();
  server = new FakeServer({ ...everyday, Bookings: () => listOf(ticket(ONE)) });
});
const seen = async () => {
  await openApp(server, '/bookings');
  await screen.findByText('0421');
  await waitFor(async () => expect((await keptTickets(ME, NOW.getTime()))?.tickets).toHaveLength(1));
  await closeApp();
  server.down = true;
};

it('opens the ticket without network, and says how old the copy is', async () => {
  await seen();
  await openApp(server, `/bookings/${ONE}`);
  expect(await screen.findByText('現在沒有網絡', undefined, { timeout: 8000 })).toBeTruthy();
  expect(screen.getByText('0421')).toBeTruthy();
  expect(screen.getByRole('img', { name: '簽到用的二維碼' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '取消預約' })).toBeNull();
}, 15_000);

it('lists what it kept without network', async () => {
  await seen();
  await openApp(server, '/bookings');
  expect(await screen.findByText('0421')).toBeTruthy();
  expect(await screen.findByText(/今天 08:42 保存/, undefined, { timeout: 8000 })).toBeTruthy();
}, 15_000);

it('signing out wipes the tickets, the id and what was read', async () => {
  await seen();
  server.down = false;
  const user = await openApp(server, '/me');
  await user.click(await screen.findByRole('button', { name: '退出登錄' }));
  await screen.findByRole('dialog');
  await user.click(lastButton('退出登錄'));
  await screen.findByRole('heading', { name: '歡迎使用鄰里' });
  expect(await keptTickets(ME, NOW.getTime())).toBeUndefined();
  expect([localStorage.getItem('linli.resident'), residentId.get()]).toEqual([null, null]);
  expect(server.of('SignOut')).toHaveLength(1);
});
const lastButton = (name: string): HTMLElement => {
  const found = screen.getAllByRole('button', { name });
  return found[found.length - 1] ?? document.body;
};

it('a session that ended on the server wipes them too', async () => {
  await keepTickets(ME, [], NOW.getTime());
  server.answer('Home', () => problem('UNAUTHENTICATED'));
  await openApp(server, '/');
  await screen.findByRole('heading', { name: '歡迎使用鄰里' });
  await waitFor(async () => expect(await keptTickets(ME, NOW.getTime())).toBeUndefined());
});

it('asks before it cancels, and keeps the booking when one says so', async () => {
  server.answer('CancelBooking', () => ({ cancelBooking: ticket(ONE, undefined, 'CANCELLED') }));
  const user = await openApp(server, `/bookings/${ONE}`);
  await user.click(await screen.findByRole('button', { name: '取消預約' }));
  expect(await screen.findByRole('dialog', { name: '取消明天 午餐·堂食？' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '保留' }));
  expect([screen.queryByRole('dialog'), server.of('CancelBooking')]).toEqual([null, []]);
  await user.click(screen.getByRole('button', { name: '取消預約' }));
  await user.click(lastButton('取消預約'));
  expect(await screen.findByText('已經取消')).toBeTruthy();
  expect(server.of('CancelBooking')[0]?.variables.input).toMatchObject({ id: ONE });
  expect(screen.queryByRole('img', { name: '簽到用的二維碼' })).toBeNull();
  expect(screen.queryByText('到時付')).toBeNull();
  expect(screen.getByRole('link', { name: '重新預約' }).getAttribute('href')).toBe('/lunch');
});

it('a cancellation that comes too late is told, and nothing looks cancelled', async () => {
  server.answer('CancelBooking', () => ({ cancelBooking: refused('PAST_CANCELLING') }));
  const user = await openApp(server, `/bookings/${ONE}`);
  await user.click(await screen.findByRole('button', { name: '取消預約' }));
  await user.click(lastButton('取消預約'));
  expect((await screen.findByRole('alert')).textContent).toContain('已過可以取消的時間');
  expect(screen.queryByText('已經取消')).toBeNull();
});

it('keeps tickets for a week and of their own resident only', async () => {
  await keepTickets(ME, [], NOW.getTime());
  expect(await keptTickets('another', NOW.getTime())).toBeUndefined();
  expect(await keptTickets(ME, NOW.getTime() + 7 * DAY_MS)).toBeDefined();
  expect(await keptTickets(ME, NOW.getTime() + 7 * DAY_MS + 1)).toBeUndefined();
  expect(await keptTickets(ME, NOW.getTime())).toBeUndefined();
  await keepTickets('another', [], NOW.getTime());
  await wipeTickets();
  expect(await keptTickets('another', NOW.getTime())).toBeUndefined();
});

it('another language reads the page again, as names come from the server', async () => {
  const user = await openApp(server, '/me');
  await screen.findByText('登錄的設備');
  const before = server.of('Devices').length;
  await user.click(screen.getByRole('radio', { name: '简体中文' }));
  await waitFor(() => expect(server.of('Devices').length).toBe(before + 1));
});
