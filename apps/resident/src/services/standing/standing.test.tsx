import { beforeEach, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { centre, everyday, line, ME, MOTHER, people } from '../../testing/district';
import { FakeServer, refused } from '../../testing/fake-server';
import { newPhone, openApp } from '../../testing/open-app';

const ORDER = '019ab000-0000-7000-8000-000000000701';
const DAYS = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'];
const dineIn = line('2026-11-25').session.service;
const delivery = line('2026-11-25', 'DELIVERY').session.service;
const price = line('2026-11-25').price;

const day = (date: string, state = 'BOOKED', more: object = {}) => ({
  ...{ __typename: 'StandingOrderDay', day: date, state, holiday: null, refused: null, texture: null },
  ...{ bookingId: state === 'BOOKED' ? `booking ${date}` : null, byHand: false, service: dineIn },
  ...more,
});
const order = (more: object = {}) => ({
  ...{ __typename: 'StandingOrder', id: ORDER, state: 'STANDING', weekdays: [1, 2, 3, 4, 5], texture: null },
  ...{ validFrom: '2026-11-25', validTo: null, paused: [] as object[] },
  beneficiary: { __typename: 'Resident', id: ME, name: '王曉敏', isMe: true, texture: 'REGULAR' },
  service: { ...dineIn, centreId: centre.id },
  days: DAYS.map((date) => day(date)),
  ...more,
});
const preview = (days: object[], refusal: object | null = null) => ({
  previewStandingOrder: { __typename: 'StandingOrderPreview', refused: refusal, days },
});
const previewed = (date: string, state = 'PLANNED', more: object = {}) => ({
  ...{ __typename: 'StandingDayPreview', day: date, state, holiday: null, refused: null, price, ...more },
});

let server: FakeServer;
beforeEach(async () => {
  await newPhone();
  const asService = (service: typeof dineIn) => ({ ...service, place: '一樓東廳', active: true });
  server = new FakeServer({
    ...everyday,
    StandingOrders: () => ({ standingOrders: [order()] }),
    OneStandingOrder: () => ({ standingOrder: order() }),
    StandingMeals: () => ({
      centre: { ...centre, services: [delivery, dineIn].map(asService) },
      bookableSessions: [line('2026-11-25'), line('2026-11-25', 'DELIVERY', 'NOT_ELIGIBLE')],
    }),
    StandingPreview: () => preview(DAYS.map((date) => previewed(date))),
    CreateStandingOrder: () => ({ createStandingOrder: order() }),
  });
});
const press = async (user: Awaited<ReturnType<typeof openApp>>, name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }));
/** The server has done it, and says so from now on. */
const done = (operation: string, then: ReturnType<typeof order>) =>
  server.answer(operation, () => {
    server.answer('OneStandingOrder', () => ({ standingOrder: then }));
    return { answer: then };
  });
const input = (operation: string) => server.of(operation)[0]?.variables.input;

it('three questions, then the dates and what each costs, then one tap', async () => {
  const user = await openApp(server, '/bookings/standing/new');
  await screen.findByRole('radio', { name: '週一到週五', checked: true });
  await user.click(screen.getByRole('checkbox', { name: '週三' }));
  expect(screen.getByRole('radio', { name: '週一到週五', checked: false })).toBeTruthy();
  await press(user, '下一步');
  await screen.findByRole('heading', { name: '怎麼吃？' });
  // Not for her: it says for whom, and cannot be chosen.
  expect(screen.getByRole('radio', { name: /送到家.*失能/ }).hasAttribute('disabled')).toBe(true);
  await press(user, '下一步');
  await screen.findByRole('heading', { name: '從哪天開始？' });
  // Wednesday is not wanted: it begins on Thursday.
  expect(screen.getByRole('radio', { name: /儘快開始.*11月26日/, checked: true })).toBeTruthy();
  await press(user, '下一步');
  expect(await screen.findByText('能約上 4 頓，下面是每頓您付的錢')).toBeTruthy();
  expect(screen.getAllByText('¥4.00')).toHaveLength(4);
  await press(user, '確認，開始長期預約');
  expect(await screen.findByText('長期預約設好了')).toBeTruthy();
  expect(input('CreateStandingOrder')).toMatchObject({
    ...{ beneficiaryId: ME, serviceId: dineIn.id, weekdays: [1, 2, 4, 5], from: '2026-11-26' },
  });
});

it('a carer chooses for whom first, and sets it up for her', async () => {
  server.answer('Home', ({ beneficiaryId }: Record<string, string>) => {
    const answer = everyday.Home();
    const [, mother] = people;
    return beneficiaryId === MOTHER ? { ...answer, home: { ...answer.home, beneficiary: mother } } : answer;
  });
  const user = await openApp(server, '/bookings/standing/new');
  await user.click(await screen.findByRole('radio', { name: '李桂蘭' }));
  await press(user, '下一步');
  await press(user, '下一步');
  await press(user, '下一步');
  await press(user, '確認，開始長期預約');
  await screen.findByText('長期預約設好了');
  expect(input('CreateStandingOrder')).toMatchObject({ beneficiaryId: MOTHER });
});

it('a day that brings nothing says why before one agrees', async () => {
  server.answer('StandingPreview', () =>
    preview([
      previewed('2026-12-31', 'REFUSED', { refused: refused('SESSION_FULL', { capacity: 62 }) }),
      previewed('2027-01-01', 'HOLIDAY', { holiday: '元旦', price: null }),
      previewed('2027-01-04', 'UNPUBLISHED', { price: null }),
      previewed('2027-01-05', 'CLOSED', { price: null }),
    ]),
  );
  await openApp(server, `/bookings/standing/new/check?days=12345&service=${dineIn.id}&from=2026-12-31`);
  expect(await screen.findByText(/沒約上：.*滿/)).toBeTruthy();
  expect(screen.getByText('元旦放假')).toBeTruthy();
  expect(screen.getByText(/放假安排未發布/)).toBeTruthy();
  expect(screen.getByText('閉館')).toBeTruthy();
});

it('who has one for the meal already is led to it, and can make no second', async () => {
  const why = refused('ORDER_ALREADY_STANDS', { service: '午餐', orderId: ORDER });
  server.answer('StandingPreview', () => preview([], why));
  await openApp(server, `/bookings/standing/new/check?days=12345&service=${dineIn.id}&from=2026-11-25`);
  const link = await screen.findByRole('link', { name: '看這個長期預約' });
  expect(link.getAttribute('href')).toBe(`/bookings/standing/${ORDER}`);
  expect(screen.queryByRole('button', { name: '確認，開始長期預約' })).toBeNull();
});

it('one day is left out, and comes back', async () => {
  const without = order({
    days: [day('2026-11-25', 'TAKEN_OUT'), ...DAYS.slice(1).map((date) => day(date))],
  });
  done('TakeOutStandingDay', without);
  done('PutBackStandingDay', order());
  const user = await openApp(server, `/bookings/standing/${ORDER}`);
  await user.click(await screen.findByRole('link', { name: /明天 11月25日 週三/ }));
  await press(user, '這天不要');
  expect(await screen.findByText('這天不要了')).toBeTruthy();
  expect(input('TakeOutStandingDay')).toEqual({ id: ORDER, day: '2026-11-25' });
  await press(user, '這天還是要');
  expect(await screen.findByText('這天恢復了')).toBeTruthy();
});

it('what is too late to cancel stays, and says so', async () => {
  server.answer('TakeOutStandingDay', () => ({ answer: refused('PAST_CANCELLING') }));
  const user = await openApp(server, `/bookings/standing/${ORDER}/day/2026-11-25`);
  await press(user, '這天不要');
  expect((await screen.findByRole('alert')).textContent).toContain('已過可以取消的時間');
  expect(screen.getByRole('button', { name: '這天不要' })).toBeTruthy();
});

it('one day is eaten otherwise', async () => {
  const soft = order({ days: [day('2026-11-25', 'BOOKED', { texture: 'SOFT' })] });
  done('ChangeStandingDay', soft);
  const user = await openApp(server, `/bookings/standing/${ORDER}/day/2026-11-25/change`);
  await user.click(await screen.findByRole('radio', { name: /軟食/ }));
  await press(user, '就改這一天');
  expect(await screen.findByText('這天改成：軟食')).toBeTruthy();
  expect(input('ChangeStandingDay')).toMatchObject({ serviceId: dineIn.id, texture: 'SOFT' });
});

it('it is paused from one day to another, and goes on early', async () => {
  const span = { __typename: 'DaySpan', from: '2026-11-30', to: '2026-12-06' };
  done('PauseStandingOrder', order({ paused: [span] }));
  done('ResumeStandingOrder', order());
  const user = await openApp(server, `/bookings/standing/${ORDER}/pause`);
  await press(user, '確認暫停');
  expect(await screen.findByText('11月30日 週一 到 12月6日 週日 暫停')).toBeTruthy();
  expect(input('PauseStandingOrder')).toEqual({ id: ORDER, from: '2026-11-30', to: '2026-12-06' });
  await press(user, '提前恢復');
  expect(await screen.findByText('恢復了')).toBeTruthy();
  expect(screen.queryByText(/暫停$/)).toBeNull();
});

it('days that run backwards are not sent', async () => {
  const user = await openApp(server, `/bookings/standing/${ORDER}/pause`);
  await user.click(await screen.findByRole('radio', { name: '自己選日子' }));
  await press(user, '確認暫停');
  expect(await screen.findByText(/請選好日子/)).toBeTruthy();
  expect(server.of('PauseStandingOrder')).toEqual([]);
});

it('the end says what goes with it; what has ended can be made anew', async () => {
  const days = DAYS.map((date, index) => day(date, 'BOOKED', { byHand: index === 0 }));
  server.answer('OneStandingOrder', () => ({ standingOrder: order({ days }) }));
  const ended = order({ state: 'ENDED', validTo: '2026-11-24', days: [] });
  done('EndStandingOrder', ended);
  const user = await openApp(server, `/bookings/standing/${ORDER}/end`);
  // What was booked by hand stays.
  expect(await screen.findByText('後面已約上的 3 天會取消')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /到這個週日/ }));
  expect(screen.getByText('後面已約上的 1 天會取消')).toBeTruthy();
  await press(user, '確認結束');
  expect(await screen.findByText('這個長期預約已經結束')).toBeTruthy();
  expect(input('EndStandingOrder')).toEqual({ id: ORDER, lastDay: '2026-11-29' });
  const anew = screen.getByRole('link', { name: '照樣再設一個' });
  expect(anew.getAttribute('href')).toContain(`service=${dineIn.id}`);
});

it('stands before the bookings; who has none is shown the way', async () => {
  await openApp(server, '/bookings');
  const link = await screen.findByRole('link', { name: /週一到週五 午餐·堂食/ });
  expect(within(link).getByText('正在進行')).toBeTruthy();
  await newPhone();
  server.answer('StandingOrders', () => ({ standingOrders: [order({ state: 'ENDED' })] }));
  await openApp(server, '/bookings');
  expect(await screen.findByRole('link', { name: /每週都要吃/ })).toBeTruthy();
});
