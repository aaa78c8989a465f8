import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { InLineFragment } from '../../gql/graphql';
import { arrival, person, price, session } from '../../testing/bookings';
import { openPage } from '../../testing/page-in-console';
import WaitlistsPage from './waitlists-page';

afterEach(cleanup);

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const fullOne = () => {
  const one = session(1, {
    ...{ capacity: 2, taken: 2, placesLeft: 0, waiting: 2, closesAt: inMinutes(200) },
    ...{ startsAt: inMinutes(300), endsAt: inMinutes(360) },
  });
  return { ...one, service: { ...one.service, policy: { ...one.service.policy, waitlist: true } } };
};
const waiter = (number: number, name: string, part: Record<string, unknown>) =>
  ({
    ...arrival(number, name, { ticketNumber: '', session: fullOne() }),
    ...{ state: 'WAITLISTED', waitlistPosition: number, heldUntil: null, viewerCan: ['CANCEL'] },
    ...part,
  }) as InLineFragment;

/** A server with one full session and its line. */
function aLine() {
  let line = [
    waiter(0, '李桂蘭', {
      ...{ state: 'OFFERED', waitlistPosition: null, heldUntil: inMinutes(30) },
      viewerCan: ['CONFIRM', 'CANCEL'],
    }),
    waiter(1, '趙德順', {}),
    waiter(2, '郭玉蘭', {}),
  ];
  const sent: { name: string; input: Record<string, unknown> }[] = [];
  const without = (id: unknown) => (line = line.filter((one) => one.id !== id));
  const answers = {
    sessions: () => [fullOne()],
    session: fullOne,
    waitlist: () => line,
    findResidents: () => [person(60, '馮秀英', { phone: null })],
    bookableSessions: () => [
      {
        ...{ session: fullOne(), placesLeft: 0, refusal: 'SESSION_FULL', refusalDetails: {}, price },
        ...{ bookingId: null, allergens: [], mayJoinWaitlist: true, waiting: 2 },
      },
    ],
    acceptOffer: ({ input }: { input: Record<string, unknown> }) => {
      sent.push({ name: 'acceptOffer', input });
      const [first] = line;
      without(input.id);
      return { ...first, state: 'CONFIRMED', ticketNumber: '0007', viewerCan: [] };
    },
    cancelBooking: ({ input }: { input: Record<string, unknown> }) => {
      sent.push({ name: 'cancelBooking', input });
      const gone = line.find(({ id }) => id === input.id);
      without(input.id);
      return { ...gone, state: 'CANCELLED' };
    },
    joinWaitlist: ({ input }: { input: Record<string, unknown> }) => {
      sent.push({ name: 'joinWaitlist', input });
      const joined = waiter(3, '馮秀英', { id: input.id });
      line = [...line, joined];
      return joined;
    },
  };
  return { answers, sent };
}

const rowOf = async (name: string) =>
  (await screen.findByRole('button', { name })).closest('tr') as HTMLElement;

it('the line stands in its order, an offer with the time that is left, and who is called takes the place', async () => {
  const { answers, sent } = aLine();
  await openPage(<WaitlistsPage />, answers);
  const offered = await rowOf('李桂蘭');
  expect(within(offered).getByText(/還剩 (29:\d\d|30:00)/)).toBeTruthy();
  expect((await rowOf('趙德順')).textContent).toContain('等待中');
  const names = screen
    .getAllByRole('row')
    .map(({ textContent }) => /李桂蘭|趙德順|郭玉蘭/.exec(textContent)?.[0]);
  expect(names.filter(Boolean)).toEqual(['李桂蘭', '趙德順', '郭玉蘭']);

  await userEvent.click(within(offered).getByRole('button', { name: '替他確認：李桂蘭' }));

  await screen.findByText(/李桂蘭的名額已確認，票號 0007/);
  expect(sent.map(({ name }) => name)).toEqual(['acceptOffer']);
  await waitFor(() => expect(screen.queryByRole('button', { name: '李桂蘭' })).toBeNull());
});

it('leaving the line asks, says what happens, and wants a reason', async () => {
  const { answers, sent } = aLine();
  await openPage(<WaitlistsPage />, answers);
  const user = userEvent.setup();
  await user.click(within(await rowOf('趙德順')).getByRole('button', { name: '退出候補：趙德順' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/後面的人各往前一位/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: '退出候補' }));
  expect(sent).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: '外出' }));
  await user.click(within(dialog).getByRole('button', { name: '退出候補' }));
  await screen.findByText('趙德順已退出候補');
  expect(sent).toMatchObject([{ name: 'cancelBooking', input: { reason: '外出' } }]);
});

it('who calls is put at the end of the line; without a mobile phone somebody has to tell them', async () => {
  const { answers, sent } = aLine();
  await openPage(<WaitlistsPage />, answers);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '代排候補' }));
  await user.click(await screen.findByRole('button', { name: '排上' }));
  await screen.findByText('先輸入姓名或手機尾號，選一個人');
  await user.type(screen.getByRole('combobox', { name: /誰/ }), '馮秀');
  await screen.findByRole('option', { name: /馮秀英/ });
  await user.keyboard('{Enter}');
  await screen.findByText(/排上後為第 3 位/);
  expect(screen.getByText(/沒有登記手機，通知不到/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '排上' }));
  await screen.findByText('馮秀英已排上，第 3 位');
  expect(sent).toMatchObject([{ name: 'joinWaitlist', input: { channel: 'PHONE', allowAllergens: false } }]);
});

it('with nobody waiting it says what would be here', async () => {
  await openPage(<WaitlistsPage />, { sessions: () => [] });
  await screen.findByText('沒有人在候補');
});
