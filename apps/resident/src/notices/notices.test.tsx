import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { everyday, people } from '../testing/district';
import { FakeServer, problem } from '../testing/fake-server';
import { newPhone, openApp } from '../testing/open-app';

const ONE = '019ab000-0000-7000-8000-000000000421';
const told = (serial: number, unlike: object = {}) => ({
  __typename: 'NoticeEdge',
  node: {
    __typename: 'Notice',
    id: `019ab000-0000-7000-8000-00000000090${String(serial)}`,
    ...{ kind: 'PLACE_OFFERED', at: '2026-11-24T00:10:00.000Z', isRead: false, bookingId: ONE },
    ...{ title: '有名額了', text: '健康檢查有名額了', about: people[0] },
    ...unlike,
  },
});
const notices = (unread: number, ...edges: ReturnType<typeof told>[]) => ({
  myNotices: {
    __typename: 'NoticeConnection',
    ...{ unread, edges, pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null } },
  },
});

let server: FakeServer;
beforeEach(async () => {
  await newPhone();
  server = new FakeServer({
    ...everyday,
    Notices: () => notices(1, told(1), told(2, { isRead: true, title: '預約提醒', text: '明天午餐' })),
    MarkNoticesRead: () => ({ markNoticesRead: { __typename: 'NoticesRead', unread: 0 } }),
  });
});

it('what is new stands out, opens into its booking, and is read then', async () => {
  const user = await openApp(server, '/me/notices');
  expect(await screen.findByText('1 條未讀')).toBeTruthy();
  expect(screen.getAllByText('新')).toHaveLength(1);
  await user.click(screen.getByRole('link', { name: /看這個預約 健康檢查有名額了/ }));
  await screen.findByText('0421');
  await waitFor(() =>
    expect(server.of('MarkNoticesRead')[0]?.variables.input).toEqual({ ids: [told(1).node.id] }),
  );
});

it('all are read with one tap, and the count goes', async () => {
  const user = await openApp(server, '/me/notices');
  await screen.findByText('1 條未讀');
  server.answer('Notices', () => notices(0, told(1, { isRead: true })));
  await user.click(screen.getByRole('button', { name: '全部看過了' }));
  await waitFor(() => expect(screen.queryByText('1 條未讀')).toBeNull());
  expect(server.of('MarkNoticesRead')[0]?.variables.input).toEqual({ ids: null });
  expect(screen.queryByRole('button', { name: '全部看過了' })).toBeNull();
});

it('what could not be marked stays new, and says so', async () => {
  server.answer('MarkNoticesRead', () => problem('INTERNAL'));
  const user = await openApp(server, '/me/notices');
  await user.click(await screen.findByRole('button', { name: '全部看過了' }));
  expect((await screen.findByRole('alert')).textContent).toContain('還沒記下');
  expect(screen.getByText('1 條未讀')).toBeTruthy();
});

it('an empty inbox says what will come', async () => {
  server.answer('Notices', () => notices(0));
  await openApp(server, '/me/notices');
  expect(await screen.findByText('還沒有消息')).toBeTruthy();
});
