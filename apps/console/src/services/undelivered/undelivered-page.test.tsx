import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openPage } from '../../testing/page-in-console';
import UndeliveredPage from './undelivered-page';

afterEach(cleanup);

const NAMES = ['李桂蘭', '趙德順', '王曉敏'];
const failure = (name: string) => ({
  __typename: 'FailedDelivery',
  ...{ id: name, kind: 'BOOKING_CANCELLED_BY_CENTRE', channel: 'SMS', problem: 'NO_ADDRESS', tries: 1 },
  ...{ failedAt: '2026-11-23T02:00:00Z', until: '2026-11-25T02:00:00Z', service: '助浴', centre: '沙北' },
  ...{ startsAt: '2026-11-25T02:00:00Z', toldAt: null, tellerName: null },
  resident: { id: `${name}x`, name, phone: name === '李桂蘭' ? '138****0001' : null, building: '1 號樓' },
});

/** A server that gives two at a time, and forgets who was told. */
function aServer() {
  const told: string[] = [];
  const left = () => NAMES.filter((name) => !told.includes(name));
  return {
    told,
    answers: {
      failedDeliveries: ({ after }: { after: string | null }) => {
        const from = after === null ? 0 : left().indexOf(after) + 1;
        const page = left().slice(from, from + 2);
        return {
          edges: page.map((name) => ({ cursor: name, node: failure(name) })),
          pageInfo: { hasNextPage: from + 2 < left().length, endCursor: page.at(-1) ?? null },
        };
      },
      markDeliveryTold: ({ input }: { input: { id: string } }) => {
        told.push(input.id);
        return { ...failure(input.id), toldAt: '2026-11-23T03:00:00Z', tellerName: '周秀芬' };
      },
    },
  };
}
const names = async () =>
  within(await screen.findByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('b')?.textContent);

it('says who could not be reached and why, page by page', async () => {
  await openPage(<UndeliveredPage />, aServer().answers, { actions: ['SEE_BOOKINGS'] });
  expect(await names()).toEqual(NAMES.slice(0, 2));
  expect(screen.getAllByText('沒有電話和微信')).toHaveLength(2);
  await userEvent.setup().click(screen.getByRole('button', { name: '更多' }));
  await waitFor(async () => expect(await names()).toEqual(NAMES));
  expect(screen.queryByRole('button', { name: '更多' })).toBeNull();
});

it('a next page that cannot be read is said to be so, and may be asked for again', async () => {
  const { answers } = aServer();
  let isDown = true;
  const failedDeliveries = (args: { after: string | null }) => {
    if (args.after !== null && isDown) throw new Error('down');
    return answers.failedDeliveries(args);
  };
  await openPage(<UndeliveredPage />, { ...answers, failedDeliveries }, { actions: ['SEE_BOOKINGS'] });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '更多' }));
  await screen.findByRole('alert');
  expect(await names()).toEqual(NAMES.slice(0, 2));
  isDown = false;
  await user.click(screen.getByRole('button', { name: '更多' }));
  await waitFor(async () => expect(await names()).toEqual(NAMES));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('asks before somebody is said to have been told; then they are off the list', async () => {
  const { answers, told } = aServer();
  await openPage(<UndeliveredPage />, answers, { actions: ['SEE_BOOKINGS'] });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '已告知：李桂蘭' }));
  const dialog = await screen.findByRole('dialog');
  expect(told).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: '已告知' }));
  await screen.findByText('李桂蘭已由周秀芬告知');
  expect(told).toEqual(['李桂蘭']);
  await waitFor(async () => expect(await names()).toEqual(NAMES.slice(1)));
});

it('a number is masked until it is asked for, once for each', async () => {
  const asked: string[] = [];
  const revealUndeliveredNumber = ({ input }: { input: { id: string } }) => {
    asked.push(input.id);
    return { __typename: 'NumberToCall', name: '李桂蘭', phone: '13800000001' };
  };
  const answers = { ...aServer().answers, revealUndeliveredNumber };
  await openPage(<UndeliveredPage />, answers, { actions: ['SEE_BOOKINGS'] });
  await screen.findByText('138****0001');
  expect(screen.getAllByRole('button', { name: /^看電話/ })).toHaveLength(1);
  await userEvent.setup().click(screen.getByRole('button', { name: '看電話：李桂蘭' }));
  expect((await screen.findByRole('link', { name: '13800000001' })).getAttribute('href')).toBe(
    'tel:13800000001',
  );
  expect(screen.queryByText('138****0001')).toBeNull();
  expect(asked).toEqual(['李桂蘭']);
});

it('nobody to be called is said in words', async () => {
  const nobody = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
  await openPage(<UndeliveredPage />, { failedDeliveries: () => nobody }, { actions: ['SEE_BOOKINGS'] });
  await screen.findByText('所有通知都送到了');
});
