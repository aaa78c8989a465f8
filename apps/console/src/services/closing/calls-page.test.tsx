import '../../testing/browser-parts';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ClosedBookingFragment } from '../../gql/graphql';
import { arrival, person, session, TODAY, TOMORROW } from '../../testing/bookings';
import { openPage } from '../../testing/page-in-console';
import { CloseDayDialog } from '../offering/close-day-dialog';
import { callsOf, firstFree, nextToCall } from './calls';
import CallsPage from './calls-page';

afterEach(cleanup);
beforeEach(() => localStorage.clear());

const free = (number: number, part: Record<string, unknown> = {}) =>
  session(number, { day: TOMORROW, startsAt: `${TOMORROW}T0${String(number % 9)}:00:00Z`, ...part });
const hit = (number: number, name: string, mustCall: boolean) =>
  ({
    __typename: 'ClosedDayBooking',
    mustCall,
    instead: [free(5)],
    booking: arrival(number, name, {
      ...{ state: 'CANCELLED', cancelReason: '停水', viewerCan: [] },
      beneficiary: person(number, name, mustCall ? { phone: null } : {}),
    }),
  }) as ClosedBookingFragment;

const answers = () => {
  const sent: Record<string, unknown>[] = [];
  return {
    sent,
    answers: {
      closedDayBookings: () => [hit(1, '李桂蘭', true), hit(2, '趙德順', true), hit(3, '郭玉蘭', false)],
      book: ({ input }: { input: Record<string, unknown> }) => {
        sent.push(input);
        return arrival(9, '趙德順', { ticketNumber: '0012', session: free(5) });
      },
    },
  };
};

const names = () =>
  screen
    .getAllByRole('row')
    .map(({ textContent }) => /李桂蘭|趙德順|郭玉蘭/.exec(textContent)?.[0])
    .filter(Boolean);

it('the list holds whom somebody must reach; a tick goes on to the next and stays on this computer', async () => {
  const { answers: server, sent } = answers();
  await openPage(<CallsPage />, server);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '李桂蘭' }));
  expect(names()).toEqual(['李桂蘭', '趙德順']);
  expect(screen.getAllByText(/沒有電話，上門告知：龍塔小區/).length).toBeGreaterThan(0);

  await user.click(screen.getByRole('button', { name: '已告知，下一位' }));
  const dialog = await screen.findByRole('dialog', { name: /趙德順/ });
  await user.click(within(dialog).getByRole('button', { name: /改訂這一場/ }));
  await screen.findByText(/趙德順已改訂.*票號 0012/);

  expect(sent).toMatchObject([{ channel: 'PHONE', sessionId: free(5).id, beneficiaryId: person(2, '').id }]);
  await screen.findByText('沒有要打電話的人了');
  expect(Object.keys(localStorage)).toEqual([expect.stringContaining(TODAY)]);
  cleanup();
  await openPage(<CallsPage />, server, { at: '/?view=told' });
  await screen.findByRole('button', { name: '趙德順' });
  expect(names()).toEqual(['李桂蘭', '趙德順']);
});

it('before a day is closed it says whom that hits, whom one has to call and what is free; after it, where the list is', async () => {
  const sent: unknown[] = [];
  await openPage(
    <CloseDayDialog
      centreId={session(1).centreId}
      today={TODAY}
      onClose={() => undefined}
      onDone={() => undefined}
    />,
    {
      previewCloseDay: () => ({
        ...{ day: TOMORROW, sessions: 2, bookings: 7, toCall: 2 },
        services: [
          { serviceId: session(1).service.id, name: '量血壓', sessions: 1, bookings: 5, toCall: 2 },
          { serviceId: session(2).service.id, name: '理髮', sessions: 1, bookings: 2, toCall: 0 },
        ],
      }),
      sessions: () => [free(1, { placesLeft: 6 }), free(2, { placesLeft: 0 })],
      closeDay: ({ input }: { input: unknown }) => {
        sent.push(input);
        return { __typename: 'DayClosed', day: TOMORROW, cancelledSessions: 2, cancelledBookings: 7 };
      },
      closedDayBookings: answers().answers.closedDayBookings,
    },
  );
  const user = userEvent.setup();
  const row = (await screen.findByText('量血壓')).closest('tr') as HTMLElement;
  expect(within(row).getByText(/餘 6/)).toBeTruthy();
  expect(
    within(screen.getByText('理髮').closest('tr') as HTMLElement).getByText('兩週內沒有空位'),
  ).toBeTruthy();
  expect(screen.getByText(/其中 2 人收不到消息/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '閉館並取消預約' }));
  expect(sent).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: '原因' }), '停水');
  await user.click(screen.getByRole('button', { name: '閉館並取消預約' }));
  await screen.findByText('2 人收不到通知，請逐個打電話。');
  expect(sent).toMatchObject([{ day: TOMORROW, reason: '停水' }]);
  await waitFor(() => expect(screen.getByRole('button', { name: '打開致電名單' })).toBeTruthy());
});

it('the next one to call comes after this one, round from the end; what is told is left out', () => {
  const all = [
    hit(1, '李桂蘭', true),
    hit(2, '趙德順', true),
    hit(3, '郭玉蘭', false),
    hit(4, '馮秀英', true),
  ];
  const { open } = callsOf(all, [hit(2, '', true).booking.id]);
  expect(open.map(({ booking }) => booking.beneficiary.name)).toEqual(['李桂蘭', '馮秀英']);
  expect(nextToCall(open, hit(1, '', true).booking.id)?.booking.beneficiary.name).toBe('馮秀英');
  expect(nextToCall(open, hit(4, '', true).booking.id)?.booking.beneficiary.name).toBe('李桂蘭');
  expect(nextToCall([hit(1, '李桂蘭', true)], hit(1, '', true).booking.id)).toBeUndefined();
});

it('what is free instead is the first session of that service that has places', () => {
  const { service } = session(1);
  const rows = [free(4, { service }), free(3, { service, placesLeft: 0 }), free(2)];
  expect(firstFree(rows, service.id)?.id).toBe(free(4).id);
  expect(firstFree(rows, 'none')).toBeUndefined();
});
