import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { everyday, ticket, TODAY } from '../../testing/district';
import { FakeServer, refused } from '../../testing/fake-server';
import { newPhone, openApp } from '../../testing/open-app';

const ONE = '019ab000-0000-7000-8000-000000000421';
const appealed = (unlike: object | null, mayAppeal = false) => ({
  __typename: 'Booking',
  ...{ id: ONE, state: 'NO_SHOW', mayAppeal },
  appeal: unlike && {
    __typename: 'NoShowAppeal',
    ...{ reason: '我來了，沒有簽到', madeAt: '2026-11-24T00:00:00.000Z' },
    ...{ decision: null, decidedAt: null, decisionReason: null },
    ...unlike,
  },
});

let server: FakeServer;
beforeEach(async () => {
  await newPhone();
  server = new FakeServer({
    ...everyday,
    OneBooking: () => ({ booking: ticket(ONE, TODAY, 'NO_SHOW') }),
    Appeal: () => ({ booking: appealed(null, true) }),
  });
});

it('a no-show is explained, and one says in two taps what happened', async () => {
  server.answer('AppealNoShow', () => ({ appealNoShow: appealed({}) }));
  const user = await openApp(server, `/bookings/${ONE}`);
  await user.click(await screen.findByRole('link', { name: '不是爽約，我要申訴' }));
  await user.click(await screen.findByRole('button', { name: '交給中心' }));
  expect((await screen.findByRole('alert')).textContent).toContain('請先選一個原因');
  await user.click(screen.getByRole('radio', { name: '我來了，沒有簽到' }));
  await user.type(screen.getByRole('textbox'), '問過 前台');
  server.answer('Appeal', () => ({ booking: appealed({}) }));
  await user.click(screen.getByRole('button', { name: '交給中心' }));
  expect(await screen.findByText('已申訴，等中心答覆')).toBeTruthy();
  expect(server.of('AppealNoShow')[0]?.variables.input).toEqual({
    id: ONE,
    reason: '我來了，沒有簽到：問過 前台',
  });
  expect(screen.queryByRole('link', { name: '不是爽約，我要申訴' })).toBeNull();
});

it('another reason wants words', async () => {
  const user = await openApp(server, `/bookings/${ONE}/appeal`);
  await user.click(await screen.findByRole('radio', { name: '別的原因' }));
  await user.click(screen.getByRole('button', { name: '交給中心' }));
  expect((await screen.findByRole('alert')).textContent).toContain('請簡單寫明原因');
  expect(server.of('AppealNoShow')).toEqual([]);
});

it('what was appealed already is told', async () => {
  server.answer('AppealNoShow', () => ({ appealNoShow: refused('ALREADY_APPEALED') }));
  const user = await openApp(server, `/bookings/${ONE}/appeal`);
  await user.click(await screen.findByRole('radio', { name: '打過電話說不來' }));
  await user.click(screen.getByRole('button', { name: '交給中心' }));
  expect((await screen.findByRole('alert')).textContent).toContain('已經申訴過了');
});

it('an appeal that was not believed says why', async () => {
  server.answer('Appeal', () => ({
    booking: appealed({ decision: 'UPHELD', decisionReason: '當天沒有見到您' }),
  }));
  await openApp(server, `/bookings/${ONE}`);
  expect(await screen.findByText('維持原記錄')).toBeTruthy();
  expect(screen.getByText('當天沒有見到您')).toBeTruthy();
});
