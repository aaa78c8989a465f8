import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { arrival, price, session, TOMORROW } from '../../testing/bookings';
import { openPage } from '../../testing/page-in-console';
import { MoveDrawer } from './move-drawer';

afterEach(cleanup);

const later = (number: number, title: string) =>
  session(number, {
    ...{ day: TOMORROW, title, startsAt: `${TOMORROW}T0${String(number)}:00:00Z` },
    ...{ endsAt: `${TOMORROW}T09:00:00Z`, closesAt: `${TOMORROW}T01:00:00Z` },
  });
const option = (of: ReturnType<typeof session>, refusal: string | null, placesLeft = 3) => ({
  ...{ session: of, refusal, placesLeft, price, refusalDetails: {}, bookingId: null, allergens: [] },
  mayJoinWaitlist: false,
});

it('a booking is moved in one act; what its own place stands in the way of can be chosen, what is full cannot', async () => {
  const sent: Record<string, unknown>[] = [];
  let done = 0;
  const booking = arrival(1, '李桂蘭');
  await openPage(<MoveDrawer booking={booking} onClose={() => undefined} onDone={() => (done += 1)} />, {
    bookableSessions: () => [
      option(session(1), 'ALREADY_BOOKED'),
      option(later(2, '量血糖'), 'QUOTA_REACHED'),
      option(later(3, '測視力'), 'SESSION_FULL', 0),
      option(later(4, '聽力'), 'NOT_ELIGIBLE'),
    ],
    rescheduleBooking: ({ input }: { input: Record<string, unknown> }) => {
      sent.push(input);
      return arrival(7, '李桂蘭', { id: String(input.id), session: later(2, '量血糖') });
    },
  });
  const user = userEvent.setup();
  await screen.findByRole('radio', { name: /量血糖/ });
  expect(screen.getAllByRole('radio')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: '改期' }));
  await screen.findByText('先選要改到的場次');
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('radio', { name: /量血糖/ }));
  await user.click(screen.getByRole('button', { name: '改期' }));
  await screen.findByText(/李桂蘭已改到.*票號 0307/);
  expect(sent).toMatchObject([{ from: booking.id, sessionId: later(2, '').id, channel: 'PHONE' }]);
  expect(done).toBe(1);
});

it('a date of a class becomes another of the same course, asked for as such; one of another course is not offered', async () => {
  const asked: Record<string, unknown>[] = [];
  const dateOf = (number: number, serviceNumber: number) => {
    const date = later(number, '書法課');
    return {
      ...date,
      seriesId: '019ab000-0000-7000-8009-000000000001',
      service: { ...date.service, id: session(serviceNumber).service.id },
    };
  };
  const booking = arrival(1, '李桂蘭', { session: dateOf(2, 5) });
  await openPage(<MoveDrawer booking={booking} onClose={() => undefined} onDone={() => undefined} />, {
    bookableSessions: (wish: Record<string, unknown>) => {
      asked.push(wish);
      return [
        option(dateOf(3, 5), 'WHOLE_SERIES'),
        option(dateOf(4, 5), 'WHOLE_SERIES', 0),
        option(dateOf(5, 6), 'WHOLE_SERIES'),
      ];
    },
  });
  expect(await screen.findAllByRole('radio')).toHaveLength(1);
  await screen.findByText(/只挪這一次/);
  expect(asked).toMatchObject([{ serviceId: booking.session.service.id, category: null }]);
});
