import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { person, price } from '../../testing/bookings';
import { CENTRE, openPage } from '../../testing/page-in-console';
import { addDays, dayOf } from '../../kit/days';
import StandingPage from './standing-page';

afterEach(cleanup);

const TODAY = dayOf(new Date());
const inDays = (days: number) => addDays(TODAY, days);
const LUNCH = {
  ...{ id: 'lunch', centreId: CENTRE.id, name: '午餐', category: 'MEAL', meal: 'LUNCH', way: 'DINE_IN' },
};
const BROUGHT = { ...LUNCH, id: 'brought', way: 'DELIVERY' };
const CUT = { id: 'cut', name: '理髮', category: 'HAIRCUT', meal: null, way: null };

interface Order {
  id: string;
  validTo: string | null;
  paused: { from: string; to: string }[];
  out: string[];
  [field: string]: unknown;
}

/** A server that keeps one order and what is done to it. */
function aServer() {
  const sent: { name: string; input: Record<string, unknown> }[] = [];
  const order: Order = {
    ...{
      __typename: 'StandingOrder',
      id: 'one',
      state: 'STANDING',
      weekdays: [1, 2, 3, 4, 5],
      texture: null,
    },
    ...{ validFrom: inDays(-9), validTo: null, paused: [], refusedDays: 1, service: LUNCH, out: [] },
    beneficiary: person(50, '郭玉蘭'),
    days: () => [
      aDay(inDays(1), order.out.includes(inDays(1)) ? 'TAKEN_OUT' : 'BOOKED'),
      aDay(inDays(2), 'REFUSED', {
        refused: { __typename: 'Refused', code: 'SESSION_FULL', details: { capacity: 9 } },
      }),
      aDay(inDays(3), 'CLOSED'),
    ],
  };
  const aDay = (day: string, state: string, more: object = {}) => ({
    ...{ day, state, holiday: null, texture: null, byHand: false, refused: null, service: LUNCH, ...more },
  });
  let refuse: string | undefined;
  const answer = (name: string, change: (input: Record<string, string>) => void) => {
    return ({ input }: { input: Record<string, string> }) => {
      sent.push({ name, input });
      if (refuse) return { __typename: 'Refused', code: refuse, details: {} };
      change(input);
      return order;
    };
  };
  return {
    sent,
    order,
    refuses: (code: string) => (refuse = code),
    answers: {
      centreStandingOrders: ({ ended }: { ended: boolean }) => ({
        edges: ended ? [] : [{ cursor: '1', node: order }],
        pageInfo: { hasNextPage: false, endCursor: null },
      }),
      standingOrder: () => order,
      centre: () => ({
        ...CENTRE,
        services: [CUT, LUNCH, BROUGHT].map((one) => ({ ...one, place: '一樓', active: true })),
      }),
      findResidents: () => [person(50, '郭玉蘭')],
      previewStandingOrder: ({ weekdays }: { weekdays: number[] }) => ({
        refused: null,
        days: weekdays.map((weekday) => ({
          ...{ day: inDays(weekday), state: 'PLANNED', holiday: null, refused: null, price },
        })),
      }),
      createStandingOrder: answer('create', () => undefined),
      takeOutStandingDay: answer('takeOut', ({ day }) => order.out.push(day ?? '')),
      changeStandingDay: answer('change', () => undefined),
      putBackStandingDay: answer('putBack', () => (order.out = [])),
      pauseStandingOrder: answer('pause', ({ from, to }) =>
        order.paused.push({ from: from ?? '', to: to ?? '' }),
      ),
      resumeStandingOrder: answer('resume', () => (order.paused = [])),
      endStandingOrder: answer('end', ({ lastDay }) => (order.validTo = lastDay ?? null)),
    },
  };
}
const open = async () => {
  const server = aServer();
  await openPage(<StandingPage />, server.answers, { actions: ['CHECK_IN'] });
  await screen.findByRole('row', { name: /郭玉蘭/ });
  return { ...server, user: userEvent.setup() };
};
const shown = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(screen.getByRole('button', { name: /郭玉蘭/ }));
  const drawer = within(await screen.findByRole('dialog'));
  await drawer.findByRole('heading', { name: '接下來四週' });
  return drawer;
};

/** What is asked over the drawer. */
const asked = () =>
  waitFor(() => {
    const [, dialog] = screen.getAllByRole('dialog');
    if (!dialog) throw new Error('nothing is asked');
    return dialog;
  });

it('lists who has what, since when, and what could not be booked', async () => {
  const { user } = await open();
  const row = within(screen.getByRole('row', { name: /郭玉蘭/ }));
  expect(row.getByText('週一到週五')).toBeTruthy();
  expect(row.getByText('1 天沒約上')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '已結束的' }));
  expect(await screen.findByText('沒有已結束的長期預約')).toBeTruthy();
});

it('a day is left out for a caller and had after all; a closed day has no button', async () => {
  const { user, sent } = await open();
  const drawer = await shown(user);
  const rows = drawer.getAllByRole('row').slice(1);
  expect(rows.map((row) => within(row).queryAllByRole('button').length)).toEqual([2, 2, 0]);
  expect(within(rows[1] ?? document.body).getByText(/滿/)).toBeTruthy();
  await user.click(drawer.getAllByRole('button', { name: /^這天不要/ })[0] ?? document.body);
  await user.click(await drawer.findByRole('button', { name: /^還是要/ }));
  await drawer.findAllByRole('button', { name: /^這天不要/ });
  expect(sent.map(({ name, input }) => [name, input.day])).toEqual([
    ['takeOut', inDays(1)],
    ['putBack', inDays(1)],
  ]);
});

it('one day is brought, and soft, for a caller; what is as ever is not sent', async () => {
  const { user, sent, refuses } = await open();
  const drawer = await shown(user);
  await user.click(drawer.getAllByRole('button', { name: /^改這天/ })[0] ?? document.body);
  const ask = within(await asked());
  await user.click(await ask.findByRole('radio', { name: '送餐' }));
  expect(ask.queryByRole('radio', { name: /理髮/ })).toBeNull();
  refuses('SESSION_FULL');
  await user.click(ask.getByRole('button', { name: '只改這天' }));
  expect(await ask.findByText(/滿/)).toBeTruthy();
  await user.click(ask.getByRole('radio', { name: '流質' }));
  await user.click(ask.getByRole('button', { name: '只改這天' }));
  expect(sent.map(({ input }) => input)).toEqual([
    { id: 'one', day: inDays(1), serviceId: 'brought', texture: null },
    { id: 'one', day: inDays(1), serviceId: 'brought', texture: 'LIQUID' },
  ]);
});

it('is paused and goes on early, and is ended after asking', async () => {
  const { user, sent } = await open();
  const drawer = await shown(user);
  await user.click(drawer.getByRole('button', { name: '暫停' }));
  const pause = within(await asked());
  await user.click(pause.getByRole('button', { name: '暫停' }));
  await user.click(await drawer.findByRole('button', { name: '提前恢復' }));
  await user.click(drawer.getByRole('button', { name: '結束' }));
  const end = within(await asked());
  expect(end.getByText('後面已約上的 1 天會取消，位子讓出來。')).toBeTruthy();
  await user.click(end.getByRole('button', { name: '結束' }));
  expect(await screen.findByText(/的長期預約到 .* 結束/)).toBeTruthy();
  expect(sent.map(({ name, input }) => [name, input])).toEqual([
    ['pause', { id: 'one', from: inDays(1), to: inDays(7) }],
    ['resume', { id: 'one', from: inDays(1), to: inDays(7) }],
    ['end', { id: 'one', lastDay: TODAY }],
  ]);
});

it('is set up for a caller: who, days, what; the next days with their price before it is sent', async () => {
  const { user, sent, refuses } = await open();
  await user.click(screen.getByRole('button', { name: '新設長期預約' }));
  const drawer = within(await screen.findByRole('dialog'));
  const send = () => user.click(drawer.getByRole('button', { name: '設好長期預約' }));
  await send();
  expect(sent).toEqual([]);
  await user.type(drawer.getByRole('combobox', { name: /誰|為誰|居民/ }), '郭玉');
  await user.click(await drawer.findByRole('option', { name: /郭玉蘭/ }));
  await user.click(drawer.getByRole('checkbox', { name: '週三' }));
  expect(await drawer.findAllByText('可約')).toHaveLength(4);
  refuses('ORDER_ALREADY_STANDS');
  await send();
  expect(await drawer.findByText(/已經有長期預約/)).toBeTruthy();
  expect(sent[0]?.input).toMatchObject({
    ...{ serviceId: 'lunch', weekdays: [1, 2, 4, 5], from: inDays(1), to: null, texture: null },
  });
});
