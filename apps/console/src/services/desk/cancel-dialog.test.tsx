import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { arrival } from '../../testing/bookings';
import { openPage } from '../../testing/page-in-console';
import { CancelDialog } from './cancel-dialog';

afterEach(cleanup);

const GROUP = '019ab000-0000-7000-8005-000000000001';

it('of those who were booked together one is cancelled alone, or all in one act', async () => {
  const sent: [string, unknown][] = [];
  const booking = arrival(1, '李桂蘭', { groupId: GROUP });
  await openPage(<CancelDialog booking={booking} onClose={() => undefined} onDone={() => undefined} />, {
    cancelBooking: ({ input }: { input: unknown }) => {
      sent.push(['one', input]);
      return booking;
    },
    cancelGroup: ({ input }: { input: unknown }) => {
      sent.push(['all', input]);
      return { __typename: 'BookingGroup', id: GROUP, bookings: [booking] };
    },
  });
  const user = userEvent.setup();
  await user.type(screen.getByRole('textbox'), '下雨');
  const [act] = screen.getAllByRole('button', { name: '取消預約' });
  if (!act) throw new Error('no button');
  await user.click(act);
  await user.click(screen.getByRole('checkbox', { name: '一起訂的人也都取消' }));
  await user.click(act);
  await screen.findByText('一起訂的都取消了');
  expect(sent).toEqual([
    ['one', { id: booking.id, reason: '下雨' }],
    ['all', { id: GROUP, reason: '下雨' }],
  ]);
});
