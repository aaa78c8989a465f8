import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ToDecideFragment } from '../../gql/graphql';
import { arrival, person, session } from '../../testing/bookings';
import { openPage } from '../../testing/page-in-console';
import { isUrgent } from './decisions';
import DecisionsPage from './decisions-page';

afterEach(cleanup);

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const one = (number: number, name: string, part: Record<string, unknown>) =>
  ({ ...arrival(number, name), runId: null, appeal: null, ...part }) as ToDecideFragment;
const requested = (number: number, name: string, closesAt: string) =>
  one(number, name, {
    state: 'REQUESTED',
    session: session(number, { closesAt }),
    viewerCan: ['CONFIRM', 'DECLINE'],
  });

/** A server with two requests and an appeal; what is decided is gone from its lists. */
function toDecide(appellant: Record<string, unknown> = {}) {
  let requests = [requested(1, '李桂蘭', inHours(1)), requested(2, '趙德順', inHours(30))];
  let appeals = [
    one(3, '郭玉蘭', {
      state: 'NO_SHOW',
      viewerCan: [],
      appeal: { reason: '那天我在，忘了簽到', madeAt: inHours(-2) },
      beneficiary: person(3, '郭玉蘭', appellant),
    }),
  ];
  const sent: { name: string; input: Record<string, unknown> }[] = [];
  const decide =
    (name: string, state: string) =>
    ({ input }: { input: Record<string, unknown> }) => {
      sent.push({ name, input });
      const found = [...requests, ...appeals].find(({ id }) => id === input.id);
      requests = requests.filter((each) => each !== found);
      appeals = appeals.filter((each) => each !== found);
      return { ...found, state };
    };
  const answers = {
    openRequests: () => requests,
    openAppeals: () => appeals,
    approveBooking: decide('approveBooking', 'CONFIRMED'),
    declineBooking: decide('declineBooking', 'DECLINED'),
    decideAppeal: decide('decideAppeal', 'COMPLETED'),
  };
  return { answers, sent };
}

const rowOf = async (name: string) =>
  (await screen.findByRole('button', { name })).closest('tr') as HTMLElement;

it('to approve asks, says what the resident will read, and the row goes', async () => {
  const { answers, sent } = toDecide();
  await openPage(<DecisionsPage />, answers);
  const user = userEvent.setup();
  const row = await rowOf('李桂蘭');
  expect(within(row).getByText(/不到 3 小時/)).toBeTruthy();
  expect(within(await rowOf('趙德順')).queryByText(/不到/)).toBeNull();
  await user.click(within(row).getByRole('button', { name: '通過：李桂蘭' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/量血壓申請通過了/)).toBeTruthy();
  expect(sent).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: '通過' }));
  await screen.findByText(/李桂蘭的預約已通過，票號 0301/);
  expect(sent.map(({ name }) => name)).toEqual(['approveBooking']);
  await waitFor(() => expect(screen.queryByRole('button', { name: '李桂蘭' })).toBeNull());
});

it('to decline wants a reason, and shows it in the message', async () => {
  const { answers, sent } = toDecide();
  await openPage(<DecisionsPage />, answers);
  const user = userEvent.setup();
  await user.click(within(await rowOf('趙德順')).getByRole('button', { name: '不通過：趙德順' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: '不通過' }));
  expect(sent).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: '場地另有安排' }));
  expect(within(dialog).getByText(/申請未通過：場地另有安排。/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: '不通過' }));
  await screen.findByText('趙德順的預約未通過');
  expect(sent).toMatchObject([{ name: 'declineBooking', input: { reason: '場地另有安排' } }]);
});

it('a no-show is healed without a reason; whom no message reaches must be told', async () => {
  const { answers, sent } = toDecide({ phone: null });
  await openPage(<DecisionsPage />, answers, { at: '/?view=appeals' });
  const user = userEvent.setup();
  const row = await rowOf('郭玉蘭');
  expect(within(row).getByText(/那天我在，忘了簽到/)).toBeTruthy();
  await user.click(within(row).getByRole('button', { name: '更正爽約：郭玉蘭' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/消息發不出去/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: '更正爽約' }));
  await screen.findByText('郭玉蘭的爽約已更正');
  expect(sent).toMatchObject([{ name: 'decideAppeal', input: { decision: 'HEALED', reason: null } }]);
  await screen.findByText('沒有等待處理的申訴');
});

it('three hours before the cut-off it is urgent', () => {
  const now = new Date('2026-11-24T06:00:00Z');
  expect(isUrgent('2026-11-24T09:00:00Z', now)).toBe(false);
  expect(isUrgent('2026-11-24T08:59:59Z', now)).toBe(true);
});

it('days that were asked for in one act are one row, and are decided together', async () => {
  const dayOf = (number: number) => {
    const day = `2026-12-0${String(number)}`;
    const at = { day, startsAt: `${day}T00:30:00Z`, endsAt: `${day}T09:00:00Z` };
    return one(number, '李桂蘭', {
      ...{ state: 'REQUESTED', runId: 'run', beneficiary: person(1, '李桂蘭') },
      session: session(number, { ...at, title: '日間照料', closesAt: inHours(30) }),
    });
  };
  let open = [dayOf(2), dayOf(1), dayOf(3), requested(4, '趙德順', inHours(30))];
  const sent: Record<string, unknown>[] = [];
  await openPage(<DecisionsPage />, {
    openRequests: () => open,
    openAppeals: () => [],
    declineBookings: ({ input }: { input: Record<string, unknown> }) => {
      sent.push(input);
      const bookings = open.filter(({ runId }) => runId === 'run');
      open = open.filter(({ runId }) => runId === null);
      return { __typename: 'DecidedBookings', bookings };
    },
  });
  const user = userEvent.setup();
  const row = await rowOf('李桂蘭');
  expect(screen.getAllByRole('row')).toHaveLength(3);
  within(row).getByText('3 天');
  expect(within(row).getAllByRole('button', { name: /12月/ })).toHaveLength(3);
  await user.click(within(row).getByRole('button', { name: '不通過：李桂蘭' }));
  const dialog = await screen.findByRole('dialog', { name: '不通過李桂蘭的 3 個預約？' });
  await user.type(within(dialog).getByRole('textbox'), '場地維修');
  within(dialog).getByText(/12月1日.*共 3 次，申請未通過：場地維修。/);
  await user.click(within(dialog).getByRole('button', { name: '不通過' }));
  await screen.findByText('李桂蘭的 3 個預約都未通過');
  expect(sent).toEqual([{ ids: [dayOf(1).id, dayOf(2).id, dayOf(3).id], reason: '場地維修' }]);
  await waitFor(() => expect(screen.queryByRole('button', { name: '李桂蘭' })).toBeNull());
});
