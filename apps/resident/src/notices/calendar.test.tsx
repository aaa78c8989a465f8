import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { everyday } from '../testing/district';
import { FakeServer } from '../testing/fake-server';
import { newPhone, openApp } from '../testing/open-app';

const FEED = {
  __typename: 'CalendarFeed',
  id: '019ab000-0000-7000-8000-000000000701',
  madeAt: '2026-11-24T00:00:00.000Z',
};
const PATH = '/calendar/abcdefg.ics';

let server: FakeServer;
beforeEach(async () => {
  await newPhone();
  server = new FakeServer({ ...everyday, CalendarFeed: () => ({ calendarFeed: null }) });
});

it('the address is made, opens in the calendar, and is copied', async () => {
  server.answer('MakeCalendarFeed', () => ({ makeCalendarFeed: { ...FEED, path: PATH } }));
  const user = await openApp(server, '/me/calendar');
  server.answer('CalendarFeed', () => ({ calendarFeed: FEED }));
  await user.click(await screen.findByRole('button', { name: '生成訂閱地址' }));
  const open = await screen.findByRole('link', { name: '在日曆中打開' });
  expect(open.getAttribute('href')).toBe(`webcal://${window.location.host}${PATH}`);
  await user.click(screen.getByRole('button', { name: '複製地址' }));
  expect(await screen.findByText('已複製')).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(`${window.location.origin}${PATH}`);
});

it('one that is there is not shown again, and is taken back after a question', async () => {
  server.answer('CalendarFeed', () => ({ calendarFeed: FEED }));
  server.answer('RevokeCalendarFeed', () => ({
    revokeCalendarFeed: { __typename: 'CalendarFeed', id: FEED.id, revokedAt: '2026-11-24T00:42:00.000Z' },
  }));
  const user = await openApp(server, '/me/calendar');
  expect(await screen.findByText('已經有一個訂閱地址')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '收回地址' }));
  await screen.findByRole('dialog', { name: '收回訂閱地址？' });
  expect(server.of('RevokeCalendarFeed')).toEqual([]);
  server.answer('CalendarFeed', () => ({ calendarFeed: null }));
  await user.click(screen.getAllByRole('button', { name: '收回地址' }).at(-1) ?? document.body);
  expect(await screen.findByRole('button', { name: '生成訂閱地址' })).toBeTruthy();
  expect(server.of('RevokeCalendarFeed')[0]?.variables.input).toEqual({ id: FEED.id });
});

it('a reminder is kept with one tap, and the other wishes stay', async () => {
  const wishes = {
    ...{
      __typename: 'Preferences',
      language: 'zh-Hant',
      elderMode: true,
      reminders: true,
      mealReminders: false,
    },
    ...{ smsNotices: true, wechatNotices: false, noticeChannels: ['SMS'] },
  };
  server.answer('Reminders', () => ({ myPreferences: wishes }));
  server.answer('SaveReminders', () => ({ savePreferences: { ...wishes, mealReminders: true } }));
  const user = await openApp(server, '/me/reminders');
  await user.click(await screen.findByRole('checkbox', { name: /提醒我吃飯/ }));
  expect(await screen.findByText('已保存')).toBeTruthy();
  expect(server.of('SaveReminders')[0]?.variables.input).toEqual({
    language: 'zh-Hant',
    elderMode: true,
    mealReminders: true,
  });
  // Only the channels that can reach people here are asked about.
  expect(screen.queryByRole('checkbox', { name: /發微信/ })).toBeNull();
});
